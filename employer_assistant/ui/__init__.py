"""Windows and widgets: the only room that knows Qt."""

from __future__ import annotations

import sys

SPARE_REFERENCES = 1 << 40
"""More calls than anybody makes."""


def _keep_none_alive() -> None:
    """Give None spare references, since PySide6 6.12.0 takes one away with every call that returns nothing.

    Before Python 3.12 made None immortal, that ended the program after about five thousand calls. No other version of
    PySide6 does it; to them a few references more are of no account.
    """
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        import ctypes

        ctypes.c_ssize_t.from_address(id(None)).value += SPARE_REFERENCES


_keep_none_alive()
