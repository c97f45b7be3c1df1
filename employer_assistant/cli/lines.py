"""Lines of text for a terminal."""

from __future__ import annotations

import textwrap

WIDTH = 100
_MARKS = ("- ", "> ", "! ")


def wrapped(line: str, indent: int = 0) -> list[str]:
    """Break a line at the width; what follows a mark hangs under its text. Lines end without blanks."""
    space = " " * indent
    hanging = space + "  " if line.startswith(_MARKS) else space + "    " if line.startswith("[") else space
    return textwrap.wrap(
        line, WIDTH, initial_indent=space, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
