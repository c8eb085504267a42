"""What can go wrong, each with the file, the line where there is one, and the remedy.

::

    CopydeskError
    ├── InputError        an article that cannot be read
    │   └── ReviewError   judgements or a baseline that cannot be read or kept
    ├── EntityListError   a reference list that is broken
    ├── ConfigError       a setting that is unknown or has a bad value
    ├── ReaderError       a reader model that is missing, broken, or not understood
    └── FixError          a correction that could not be written

The command prints ``str(error)`` on one line and goes on with the other files; it never prints a traceback for bad input.
"""

from __future__ import annotations


class CopydeskError(Exception):
    """Base of all errors that copydesk raises on purpose.

    ``where`` is the file (or ``<stdin>``), ``line`` counts from 1 and is None where no line applies.
    """

    def __init__(self, message: str, *, where: str | None = None, line: int | None = None, remedy: str | None = None):
        self.message = message
        self.where = where
        self.line = line
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        place = "" if self.where is None else self.where if self.line is None else f"{self.where}:{self.line}"
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}; {self.remedy}" if self.remedy else text


class InputError(CopydeskError):
    """An article that cannot be read as text."""


class ReviewError(InputError):
    """A file of judgements or a baseline that is broken, or a judgement that could not be kept."""


class EntityListError(CopydeskError):
    """A reference list with a broken row; nothing of that list is loaded."""


class ConfigError(CopydeskError):
    """A configuration file or option with an unknown key or a bad value."""


class ReaderError(CopydeskError):
    """A reader model that is missing or broken, or whose labels nobody explained."""


class FixError(CopydeskError):
    """A correction that could not be written; the file is as it was."""
