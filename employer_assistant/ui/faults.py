"""When the app itself is at fault: a note without personal data goes to a file, and the user sees a sentence."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from employer_assistant import __version__

LARGEST = 200_000
"""Bytes of the note file before it is begun anew; one old file is kept."""
HARMLESS = ("This plugin does not support",)


def note_path() -> Path:
    """Return where notes are written."""
    from platformdirs import user_log_path

    return user_log_path("Employer Assistant", appauthor=False) / "notes.log"


def catch(report: Callable[[Path], None]) -> None:
    """Note every fault that nobody handled, then call ``report`` with the note's place."""
    reporting = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal reporting
        if issubclass(kind, KeyboardInterrupt):
            return
        place = write(kind, trace)
        if not reporting:
            reporting = True
            try:
                report(place)
            finally:
                reporting = False

    sys.excepthook = hook
    threading.excepthook = _from_thread
    qInstallMessageHandler(_from_qt)


def release() -> None:
    """Handle faults as Python and Qt do."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    qInstallMessageHandler(None)


def write(kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Write kind and place of a fault, never its message: messages may quote what somebody typed."""
    import traceback

    frames = traceback.extract_tb(trace)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    return _write(f"{kind.__name__} at {places or 'unknown place'}")


def _write(line: str) -> Path:
    import logging
    import platform
    from logging.handlers import RotatingFileHandler

    place, log = note_path(), logging.getLogger("employer_assistant.faults")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(place, maxBytes=LARGEST, backupCount=1, encoding="utf-8")
    except OSError:
        return place
    handler.setFormatter(logging.Formatter(f"%(asctime)s {__version__} {platform.system()} %(message)s"))
    log.propagate = False
    log.addHandler(handler)
    try:
        log.warning(line)
    finally:
        log.removeHandler(handler)
        handler.close()
    return place


def _from_thread(fault: threading.ExceptHookArgs) -> None:
    write(fault.exc_type, fault.exc_traceback)


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Note Qt's warnings by category and first words; the rest of a message may hold a path or a text."""
    if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or message.startswith(HARMLESS):
        return
    first = " ".join(word for word in message.split()[:8] if word.isascii() and "/" not in word and '"' not in word)
    _write(f"Qt {context.category}: {first}")
