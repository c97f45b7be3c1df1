"""The menu at the foot of the rail: undo, language, look, text size."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from employer_assistant.cases.labels import say
from employer_assistant.ui.settings import SCHEMES, TEXT_SIZES

if TYPE_CHECKING:
    from employer_assistant.ui.main_window import MainWindow

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}


def fill_menu(window: MainWindow) -> None:
    """Give the menu button of the window its menu. Undo and redo work by their keys while it is closed."""
    t, chosen = window.context.t, window.chosen
    menu = QMenu(window.menu_button)
    undo = _action(menu, "", window.undo, QKeySequence("Ctrl+Z"))
    redo = _action(menu, "", window.redo, QKeySequence("Ctrl+Y"))
    menu.aboutToShow.connect(lambda: _name(window, undo, redo))
    menu.addSeparator()
    _choices(menu, t("ui.menu.language"), LANGUAGE_NAMES.items(), chosen.language, lambda v: window.choose(language=v))
    schemes = [(scheme, t(f"ui.menu.scheme.{scheme}")) for scheme in SCHEMES]
    _choices(menu, t("ui.menu.scheme"), schemes, chosen.scheme, lambda v: window.choose(scheme=v))
    sizes = [(str(size), f"{size} %") for size in TEXT_SIZES]
    _choices(menu, t("ui.menu.size"), sizes, str(chosen.text_size), lambda v: window.choose(text_size=int(v)))
    menu.addSeparator()
    _action(menu, t("ui.menu.help"), window.help)
    window.menu_button.setMenu(menu)
    for action in (undo, redo):
        window.menu_button.addAction(action)


def _action(menu: QMenu, text: str, act: Callable[[], None], key: QKeySequence | None = None) -> QAction:
    action = QAction(text, menu)
    if key is not None:
        action.setShortcut(key)
    action.triggered.connect(lambda _on: act())
    menu.addAction(action)
    return action


def _name(window: MainWindow, undo: QAction, redo: QAction) -> None:
    """Name what would be taken back: "Rückgängig: Antwort Jahresgehalt"."""
    t, controller = window.context.t, window.controller
    for action, name, label in ((undo, "undo", controller.undo_label), (redo, "redo", controller.redo_label)):
        action.setEnabled(label is not None)
        action.setText(
            t(f"ui.menu.{name}.of", what=say(label, controller.library, window.context.language))
            if label
            else t(f"ui.menu.{name}")
        )


def _choices(
    menu: QMenu, title: str, values: Iterable[tuple[str, str]], current: str, choose: Callable[[str], None]
) -> None:
    sub = menu.addMenu(title)
    group = QActionGroup(sub)
    for value, name in values:
        action = QAction(name, sub)
        action.setCheckable(True)
        action.setChecked(value == current)
        action.triggered.connect(lambda _on, value=value: choose(value))
        group.addAction(action)
        sub.addAction(action)
