"""Starting the window: the window first, everything else when it is needed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from employer_assistant.ui import faults, settings
from employer_assistant.ui.kit import theme
from employer_assistant.ui.main_window import MainWindow

if TYPE_CHECKING:
    from employer_assistant.app import Controller

LOCALES = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def run(controller: Controller, language: str) -> int:
    """Show the window and return its exit status. ``language`` outranks the one the user chose, for this run."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    chosen = settings.load(language)
    theme.apply(app, chosen.scheme, chosen.text_size)
    window = MainWindow(controller, chosen)
    window.spoken.connect(speak)
    speak(chosen.language)
    faults.catch(window.report_fault)
    app.styleHints().colorSchemeChanged.connect(window.follow_system)
    window.show()
    try:
        return app.exec()
    finally:
        faults.release()


def speak(language: str) -> None:
    """Have Qt's own words (context menus, file dialogs) and formats in the language."""
    QLocale.setDefault(LOCALES[language])
    app = QApplication.instance()
    if app is None:
        return
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    words = QTranslator(app)
    if words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
