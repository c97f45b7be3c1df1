"""Cells of tables that other programs open: nothing typed by people may act there."""

from __future__ import annotations

_ACTING = ("=", "+", "-", "@")
_BLANKS = " \t\r\n\u00a0\u2007\u202f\u3000\ufeff"
GUARD = "'"


def guarded(cell: str) -> str:
    """Return the cell with an apostrophe before what a spreadsheet would take for a formula."""
    bare = cell.lstrip(_BLANKS)
    acts = bare.startswith(_ACTING) or cell.startswith(("\t", "\r"))
    later = any(line.lstrip(_BLANKS).startswith(_ACTING) for line in cell.splitlines()[1:])
    return GUARD + cell if acts or later or cell.startswith(GUARD) else cell
