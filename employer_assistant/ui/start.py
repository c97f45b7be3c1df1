"""Starting the window: the window first, everything else when it is needed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from employer_assistant.ui import faults, garbage, settings
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
    app, chosen = _app(language)
    window = MainWindow(controller, chosen)
    window.spoken.connect(speak)
    speak(chosen.language)
    faults.catch(window.report_fault)
    app.styleHints().colorSchemeChanged.connect(window.follow_system)
    window.show()
    release = garbage.keep_here(window)
    try:
        return app.exec()
    finally:
        release()
        faults.release()
        window.deleteLater()  # its own connections would keep it while the next file is open


def _app(language: str) -> tuple[QApplication, settings.Preferences]:
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    chosen = settings.load(language)
    theme.apply(app, chosen.scheme, chosen.text_size)
    return app, chosen


def mend(sentence: Callable[[str], str], path: Path, language: str) -> Path | None:
    """Say why a workspace cannot be opened; take a backup back or choose another file. None: the user gave up.

    A backup counts only after it was checked; the file that could not be opened is kept beside it.
    """
    from PySide6.QtWidgets import QFileDialog, QWidget

    from employer_assistant.content.phrases import phrase
    from employer_assistant.storage import backups
    from employer_assistant.storage.errors import WorkspaceError
    from employer_assistant.ui.dialogs import choose

    _, chosen = _app(language)
    speak(chosen.language)
    parent, words = QWidget(), sentence(chosen.language)

    def t(key: str) -> str:
        return phrase(key, chosen.language)

    while True:
        ways = (t("ui.mend.backup"), t("ui.workspace.open"))
        way = choose(parent, words, ways, t("ui.mend.end"), t("app.name"))
        if way is None:
            return None
        folder = backups.backups_folder(path) if way == 0 and backups.backups_folder(path).is_dir() else path.parent
        found, _kind = QFileDialog.getOpenFileName(parent, ways[way], str(folder))
        try:
            if found and way == 0:
                backups.restore(Path(found), path)
                return path
            if found:
                backups.verify(Path(found))
                return Path(found)
        except WorkspaceError as error:
            words = error.say(chosen.language)


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
