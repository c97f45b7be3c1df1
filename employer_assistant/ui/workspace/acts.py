"""What the cards of these pages share: files chosen and written, passwords, words about how it went."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QProcess, QStandardPaths, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from employer_assistant.storage.export_file import write_export
from employer_assistant.storage.sealed import SHORTEST
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import fill
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.kit.layout import row
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, PlainLabel, PrimaryButton


class DeedCard(Card):
    """A card with a title, a sentence, what can be done, and a place that says how it went."""

    def __init__(self, context: Context, title: str, intro: str = "") -> None:
        super().__init__(title)
        self.context = context
        if intro:
            self.add(PlainLabel(intro, quiet=True))
        self.said: Notice | None = None

    def say(self, sentence: str, tone: Tone = "positive") -> None:
        """Say below everything else how it went, and have it read out."""
        if self.said is not None:
            self.said.hide()
            self.said.deleteLater()
        self.said = Notice(sentence, tone)
        self.add(self.said)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.said, sentence))

    def save(self, name: str, kind: str, data: bytes | None) -> bool:
        """Ask where a file goes, write it and say where it is; False if it was not written."""
        path = ask_save(self, self.context, name, kind) if data is not None else None
        return path is not None and data is not None and self.write(path, data)

    def write(self, path: Path, data: bytes) -> bool:
        """Write a file and say where it is; False if it was not written, which the user was told."""
        if not self.context.window.safely(lambda: write_export(path, data)):
            return False
        self.say(self.context.t("ui.files.saved", file=path.name, folder=str(path.parent)))
        return True


@contextmanager
def busy() -> Iterator[None]:
    """Show by the pointer that something takes its time."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


def ask_save(parent: QWidget, context: Context, name: str, kind: str) -> Path | None:
    """Ask for the place of a new file; ``kind`` is its ending. The dialog asks before anything is replaced."""
    start = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / safe(name, kind)
    title = context.t("ui.files.save")
    found, _ = QFileDialog.getSaveFileName(parent, title, str(start), f"{kind.upper()} (*.{kind})")
    if not found:
        return None
    path = Path(found)
    return path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")


def ask_open(parent: QWidget, context: Context, title: str, kinds: Sequence[str]) -> Path | None:
    """Ask for a file that is there."""
    words = " ".join(f"*.{kind}" for kind in kinds)
    found, _ = QFileDialog.getOpenFileName(parent, title, "", f"{context.t('ui.files.files')} ({words})")
    return Path(found) if found else None


def safe(name: str, kind: str) -> str:
    """Return a file name that every system takes."""
    words = " ".join(re.sub(r"[^\w \-]|_", " ", name).split())[:80].strip(" -")
    return f"{words or 'Datei'}.{kind}"


def ask_password(parent: QWidget, context: Context, sentence: str, *, new: bool) -> str | None:
    """Ask for a password, a new one twice; None if the user turned back. What is wrong stands beside the fields."""
    t = context.t
    dialog = QDialog(parent)
    dialog.setAccessibleName(sentence)
    fields = [QLineEdit(), QLineEdit()][: 2 if new else 1]
    labels = [PlainLabel(t(f"ui.password.{name}"), "small") for name in ("first", "again")[: len(fields)]]
    for field, label in zip(fields, labels, strict=True):
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(200)
        field.setAccessibleName(label.text())
    wrong = Notice("", "negative")
    wrong.hide()
    agree, refuse = PrimaryButton(t("ui.password.yes")), Button(t("ui.cancel"))
    agree.setDefault(True)
    refuse.clicked.connect(dialog.reject)

    def check() -> None:
        key = _fault([field.text() for field in fields], new=new)
        if key is None:
            dialog.accept()
            return
        wrong.say(t(key, shortest=SHORTEST))
        wrong.show()
        fields[0].setFocus()

    agree.clicked.connect(lambda _on: check())
    lines = [widget for pair in zip(labels, fields, strict=True) for widget in pair]
    hint = [PlainLabel(t("ui.password.lost"), "small")] if new else []
    fill(dialog, PlainLabel(sentence), *lines, *hint, wrong, row(None, refuse, agree))
    typed = fields[0].text() if dialog.exec() == QDialog.DialogCode.Accepted else None
    for field in fields:
        field.clear()
    dialog.deleteLater()
    return typed


def _fault(typed: Sequence[str], *, new: bool) -> str | None:
    if not typed[0]:
        return "ui.password.empty"
    if new and len(typed[0]) < SHORTEST:
        return "handover.password-short"
    return "ui.password.differ" if new and typed[0] != typed[1] else None


def move_to(context: Context, path: Path | None) -> None:
    """Close this window; open another workspace in its place, or none."""
    context.controller.reopen = path
    context.window.close()


def open_beside(path: Path) -> bool:
    """Open a workspace in a window and process of its own."""
    start = [] if getattr(sys, "frozen", False) else ["-m", "employer_assistant"]
    begun = QProcess.startDetached(sys.executable, [*start, "--workspace", str(path)])
    return begun[0] if isinstance(begun, tuple) else bool(begun)
