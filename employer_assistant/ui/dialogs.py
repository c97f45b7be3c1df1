"""The few dialogs: a sentence, a question with a named yes. Plain text only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import row
from employer_assistant.ui.kit.widgets import Button, PlainLabel, PrimaryButton


def tell(parent: QWidget, title: str, sentence: str, confirmed: str) -> None:
    """Show a sentence until it is confirmed."""
    choose(parent, sentence, (), confirmed, title)


def choose(parent: QWidget, sentence: str, ways: Sequence[str], no: str, title: str = "") -> int | None:
    """Ask which way to go; None if the user turned back. The last button, the safe one, is the default."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    buttons: list[Button] = []
    for place, way in enumerate(ways):
        button = Button(way)
        button.clicked.connect(lambda _on=False, place=place: dialog.done(place + 2))
        buttons.append(button)
    refuse = PrimaryButton(no)
    refuse.clicked.connect(dialog.reject)
    fill(dialog, PlainLabel(sentence), row(None, *buttons, refuse))
    refuse.setDefault(True)
    refuse.setFocus()  # else the first button has the keyboard, and Enter would do what cannot be undone
    dialog.setAccessibleName(sentence)
    answer = dialog.exec()
    dialog.deleteLater()
    return answer - 2 if answer >= 2 else None


def confirm(parent: QWidget, sentence: str, yes: str, no: str) -> bool:
    """Ask before something that cannot be undone. The safe answer is the default."""
    return choose(parent, sentence, (yes,), no) == 0


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
    fill(dialog, PlainLabel(label, "strong"), field, row(None, refuse, agree))
    answer = field.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return answer


def fill(dialog: QDialog, *widgets: QWidget) -> None:
    """Put widgets below each other in a dialog."""
    column = QVBoxLayout(dialog)
    margin = theme.px(20)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(theme.px(14))
    for widget in widgets:
        column.addWidget(widget)
    dialog.setMinimumWidth(theme.px(420))
