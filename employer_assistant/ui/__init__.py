"""Windows and widgets: the only room that knows Qt."""

from __future__ import annotations

import sys

SPARE_REFERENCES = 1 << 40
"""More calls than anybody makes."""


def _keep_constants_alive() -> None:
    """Give None, True and False spare references, since PySide6 6.12.0 takes one away with many calls.

    A call that returns nothing takes one from None, every ``emit`` of a signal one from True. Before Python 3.12 made
    them immortal, that ended the program after some thousand calls. No other version of PySide6 does it; to them a few
    references more are of no account.
    """
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        import ctypes

        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value += SPARE_REFERENCES


_keep_constants_alive()
