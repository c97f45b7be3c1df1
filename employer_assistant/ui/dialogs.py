"""The few dialogs: a sentence, a question with a named yes. Plain text only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import row
from employer_assistant.ui.kit.widgets import Button, PlainLabel, PrimaryButton


def tell(parent: QWidget, title: str, sentence: str) -> None:
    """Show a sentence until it is confirmed."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(sentence)
    box.exec()
    box.deleteLater()


def confirm(parent: QWidget, sentence: str, yes: str, no: str) -> bool:
    """Ask before something that cannot be undone. The safe answer is the default."""
    dialog = QDialog(parent)
    agree, refuse = Button(yes), PrimaryButton(no)
    agree.clicked.connect(dialog.accept)
    refuse.clicked.connect(dialog.reject)
    refuse.setDefault(True)
    _fill(dialog, PlainLabel(sentence), row(None, agree, refuse))
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer


def ask_text(parent: QWidget, label: str, text: str, yes: str, no: str) -> str | None:
    """Ask for a line of text; None if the user turned back."""
    dialog = QDialog(parent)
    field = QLineEdit(text)
    field.setMaxLength(120)
    field.setAccessibleName(label)
    field.selectAll()
    agree, refuse = PrimaryButton(yes), Button(no)
    agree.setDefault(True)
    agree.clicked.connect(dialog.accept)
    refuse.clicked.connect(dialog.reject)
    _fill(dialog, PlainLabel(label, "strong"), field, row(None, refuse, agree))
    answer = field.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return answer


def _fill(dialog: QDialog, *widgets: QWidget) -> None:
    column = QVBoxLayout(dialog)
    margin = theme.px(20)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(theme.px(14))
    for widget in widgets:
        column.addWidget(widget)
    dialog.setMinimumWidth(theme.px(420))
