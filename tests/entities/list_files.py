from __future__ import annotations

from collections.abc import Callable

#: writes lines into a list file and gives its path
Table = Callable[..., str]
