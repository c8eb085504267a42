"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from copydesk.errors import EntityListError


@contextmanager
def whole_files(*paths: Path) -> Iterator[Sequence[TextIO]]:
    """Files to write, UTF-8, which take their names together at the end, those without a byte excepted.

    If anything goes wrong, all is as it was. Raises EntityListError where the folder does not take them, and for text that is
    no Unicode.
    """
    parts = [path.with_name(f".{path.name}.{os.getpid()}.part") for path in paths]
    try:
        with ExitStack() as stack:
            yield [stack.enter_context(part.open("w", encoding="utf-8", newline="")) for part in parts]
        for part, path in zip(parts, paths, strict=True):
            if part.stat().st_size:
                os.replace(part, path)  # noqa: PTH105 - the call that is atomic by name
            else:
                path.unlink(missing_ok=True)
    except OSError as error:
        reason = (error.strerror or "cannot be written").lower()
        raise EntityListError(reason, where=str(paths[0]), remedy="check the folder and its permissions") from None
    except UnicodeEncodeError:
        raise EntityListError("text that is no Unicode", where=str(paths[0]), remedy="take lone surrogates out") from None
    finally:
        for part in parts:
            if part.is_file():
                part.unlink()
