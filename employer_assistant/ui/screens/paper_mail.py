"""Handing a file to the mail program as an attachment, where the system has a way for that."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

LOGON, DIALOG = 0x1, 0x8
"""Flags of Simple MAPI: let the mail program sign in, and show its window before anything is sent."""


class MapiFile(ctypes.Structure):
    """An attachment (``MapiFileDescW``)."""

    _fields_ = (
        ("reserved", ctypes.c_ulong),
        ("flags", ctypes.c_ulong),
        ("position", ctypes.c_ulong),
        ("path", ctypes.c_wchar_p),
        ("name", ctypes.c_wchar_p),
        ("kind", ctypes.c_void_p),
    )


class MapiMessage(ctypes.Structure):
    """A message without recipients (``MapiMessageW``)."""

    _fields_ = (
        ("reserved", ctypes.c_ulong),
        ("subject", ctypes.c_wchar_p),
        ("text", ctypes.c_wchar_p),
        ("kind", ctypes.c_wchar_p),
        ("received", ctypes.c_wchar_p),
        ("conversation", ctypes.c_wchar_p),
        ("flags", ctypes.c_ulong),
        ("originator", ctypes.c_void_p),
        ("recipients", ctypes.c_ulong),
        ("recipient", ctypes.c_void_p),
        ("files", ctypes.c_ulong),
        ("file", ctypes.POINTER(MapiFile)),
    )


def way_of_this_system() -> Callable[[Path, str], None] | None:
    """Return how this system attaches a file to a new message, None if it has no way."""
    if sys.platform == "win32":
        return _by_mapi
    return _by_xdg if shutil.which("xdg-email") else None


def message(path: Path, subject: str) -> MapiMessage:
    """Return a message with one attachment."""
    file = MapiFile(position=0xFFFFFFFF, path=str(path), name=path.name)
    return MapiMessage(subject=subject, text="", files=1, file=ctypes.pointer(file))


def _by_mapi(path: Path, subject: str) -> None:
    """Open a message in the mail program of Windows. The program holds the call until its window is closed."""

    def send() -> None:
        mapi = ctypes.WinDLL("mapi32")  # type: ignore[attr-defined]
        mapi.MAPISendMailW(
            ctypes.c_size_t(0), ctypes.c_size_t(0), ctypes.byref(message(path, subject)), LOGON | DIALOG, 0
        )

    Thread(target=send, name="mail", daemon=True).start()


def _by_xdg(path: Path, subject: str) -> None:
    program = shutil.which("xdg-email")
    if program is not None:
        subprocess.Popen([program, "--subject", subject, "--attach", str(path)])  # noqa: S603 fixed program, no shell
