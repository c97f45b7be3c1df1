"""Garbage of the window is never freed by the thread that makes papers."""

from __future__ import annotations

import gc
from threading import Thread, get_ident

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from employer_assistant.ui import garbage


class Ring:
    """Something only the collector can free; it notes by which thread."""

    def __init__(self, freed_by: list[int]) -> None:
        self.itself = self
        self.freed_by = freed_by

    def __del__(self) -> None:
        self.freed_by.append(get_ident())


def busy() -> None:
    """Make as much garbage as a paper does."""
    for _ in range(3000):
        ring: list[object] = []
        ring.append(ring)


def work_beside() -> int:
    """Run the work in a thread of its own and return its name."""
    worker = Thread(target=busy)
    worker.start()
    worker.join()
    return worker.ident or 0


def test_it_is_freed_in_this_thread(qtbot: QtBot) -> None:
    owner, freed_by = QObject(), list[int]()
    release = garbage.keep_here(owner)
    try:
        Ring(freed_by)
        work_beside()
        assert freed_by == []
        qtbot.waitUntil(lambda: bool(freed_by), timeout=5000)
        assert freed_by == [get_ident()]
    finally:
        release()


def test_control_without_it_the_other_thread_frees() -> None:
    freed_by = list[int]()
    was_on = gc.isenabled()
    gc.enable()
    try:
        Ring(freed_by)
        worker = work_beside()
        assert freed_by == [worker]
    finally:
        if not was_on:
            gc.disable()
