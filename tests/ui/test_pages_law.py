"""The state of the law and the help."""

from __future__ import annotations

import platform
from datetime import date

from PySide6.QtCore import qVersion

from employer_assistant.content.library import Library
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens import law_words
from employer_assistant.ui.screens.help_page import HelpPage
from employer_assistant.ui.screens.law_page import LawPage
from tests.ui.conftest import TODAY
from tests.ui.pages import settle, shown, words


def test_names_day_version_and_what_runs_out(window: MainWindow, library: Library) -> None:
    page = shown(window, LawPage, "law")
    said = words(page)
    assert f"{library.content.law_as_of:%d.%m.%Y}" in page.heading.text()
    assert library.content.version in said
    assert "Bis 31.12.2026. Für danach gibt es nur einen Entwurf" in said
    assert "Mindestgehalt für die Blaue Karte EU (Regelfall)" in said


def test_drafts_are_shown_as_drafts(window: MainWindow) -> None:
    page = shown(window, LawPage, "law")
    page.folds[0].unfold()
    settle()
    assert "(nur Entwurf)" in words(page.folds[0])
    assert "(in Kraft)" not in words(page.folds[0])


def test_no_draft_counts_as_in_force(library: Library) -> None:
    figures = list(library.figures.values())
    assert all(value.status not in ("draft", "projection") for _, value in law_words.in_force(figures, TODAY))
    assert law_words.not_final(figures, TODAY)


def test_far_from_the_end_nothing_runs_out(library: Library) -> None:
    figures = list(library.figures.values())
    assert law_words.endings(figures, TODAY)
    assert not [one for one in law_words.endings(figures, date(2026, 2, 1)) if one.last == date(2026, 12, 31)]


def test_help_names_versions_attribution_and_limits(window: MainWindow) -> None:
    said = words(shown(window, HelpPage, "help"))
    assert f"Python {platform.python_version()}" in said
    assert f"Qt {qVersion()}" in said
    assert "SQLite 3." in said
    assert "© OpenStreetMap contributors, ODbL 1.0" in said
    assert "Es berät niemanden im Recht" in said
    assert "Es vergleicht und bewertet keine Menschen." in said
