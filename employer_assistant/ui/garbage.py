"""Python's cyclic garbage is freed in the window's thread only.

Papers are made in a thread beside the window. If Python happened to collect garbage there, a widget of a page that was
thrown away would be destroyed in the wrong thread, and Qt would end the app.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between two looks."""


def keep_here(owner: QObject) -> Callable[[], None]:
    """Collect in this thread, by a timer that belongs to ``owner``; returns the function that ends this."""
    gc.disable()
    gc.freeze()  # the content lives as long as the app: no need to look through it again and again
    timer = QTimer(owner)
    timer.timeout.connect(collect_due)
    timer.start(EVERY)

    def release() -> None:
        timer.stop()
        gc.unfreeze()
        gc.enable()

    return release


def collect_due() -> None:
    """Collect the oldest generation that is due, as Python itself would have done."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation] > 0:
            gc.collect(generation)
            return
