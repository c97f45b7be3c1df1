"""The comparison of a case now and after a change: what differs is said in words, what stays is said to stay."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from employer_assistant.app import Controller
from employer_assistant.cases.model import Variant
from employer_assistant.cases.preview import Preview
from employer_assistant.cases.variants import TakeVariant, commands_of
from employer_assistant.content.model import Procedure
from employer_assistant.content.phrases import phrase
from employer_assistant.rules.answers import Answer
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import ScrollPage
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.difference_lists import lists, moved_steps, other_desks
from employer_assistant.ui.screens.difference_reasons import turned_findings
from employer_assistant.ui.screens.difference_view import difference_view
from employer_assistant.ui.screens.difference_words import main_lines
from employer_assistant.ui.screens.fold import Fold
from tests.ui.pages import open_sample, settle, words
from tests.ui.test_text_size import cut_off


def tried(controller: Controller, answers: Mapping[str, Answer | None], procedure: Procedure | None = None) -> Preview:
    """Return what other answers or another procedure would change in the open case."""
    assert controller.case is not None
    commands = commands_of(Variant("", answers, None, procedure), controller.case, controller.situation())
    return controller.preview(TakeVariant(commands))


def recognised(context: Context) -> Preview:
    """The sample hire as if the training were recognised already."""
    return tried(context.controller, {"qualification.recognition": "full"})


def shown(context: Context, preview: Preview, qtbot: QtBot, width: int) -> QWidget:
    """Show the comparison as wide as a page."""
    page = ScrollPage()
    page.add(difference_view(preview, context))
    qtbot.addWidget(page)
    page.resize(width, 900)
    page.show()
    settle()
    return page


def test_routes_dates_costs_steps_and_documents_stand_side_by_side(
    window: MainWindow, project: Path, qtbot: QtBot
) -> None:
    open_sample(window, project)
    preview = recognised(window.context)
    page = shown(window.context, preview, qtbot, 1000)
    said = words(page)
    old, new = preview.old.plan, preview.new.plan
    assert old is not None
    assert new is not None
    days = (old.finish.likely - new.finish.likely).days
    for sentence in (
        "Mit der Änderung",
        "Fachkraft mit Berufsausbildung (erreichbar)",
        "Fachkraft mit Berufsausbildung (offen)",
        f"{days} Tage früher",
        "bleibt gleich",
        f"Fällt weg ({len(lists(preview, window.context)[0].dropped)})",
        "\N{MINUS SIGN} Anerkennung über die Ausländerbehörde einleiten",
        "erreichbar\nMit der Änderung\noffen",
    ):
        assert sentence in said
    assert not [fold for fold in page.findChildren(Fold) if fold.is_open]


def test_folded_lists_hold_every_moved_step_and_every_turned_point(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    preview = recognised(window.context)
    assert preview.road is not None
    assert len(moved_steps(preview, window.context)) == len(preview.road.moves.steps)
    turned = {(one.new or one.old).condition.id for one in preview.difference.findings}  # type: ignore[union-attr]
    assert 1 <= len(turned_findings(preview, window.context)) <= len(turned)


def test_nothing_differs_is_one_sentence(window: MainWindow, project: Path, qtbot: QtBot) -> None:
    open_sample(window, project)
    page = shown(window.context, tried(window.controller, {}), qtbot, 1000)
    assert words(page) == phrase("difference.nothing", "de")


def test_without_a_plan_it_says_so(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    preview = tried(window.controller, {"person.passport_valid": False})
    assert preview.new.plan is None
    days = next(line for line in main_lines(preview, window.context) if line.label.startswith("Erster Arbeitstag"))
    assert (days.after, bool(days.change)) == ("kein Ablauf", True)
    assert not lists(preview, window.context)


@pytest.mark.parametrize("look", [(100, 1000), (100, 440), (200, 1000), (200, 760)])
@pytest.mark.parametrize("language", ["de", "en"])
def test_cells_name_themselves_below_each_other_and_nothing_is_cut_off(
    window: MainWindow, project: Path, qtbot: QtBot, language: str, look: tuple[int, int]
) -> None:
    size, width = look
    window.choose(language=language, text_size=size)
    open_sample(window, project)
    page = shown(window.context, recognised(window.context), qtbot, width)
    for fold in page.findChildren(Fold):
        fold.unfold()
    settle()
    assert not cut_off(page)  # type: ignore[arg-type]
    stacked = width < 560 * size / 100
    route = phrase("difference.route", language)
    assert (f"{route}\n{phrase('difference.now', language)}\n" in words(page)) == stacked


def test_another_place_of_work_shows_the_desks_that_change(window: MainWindow, project: Path, qtbot: QtBot) -> None:
    """A change of desks alone was told as "nothing changes"."""
    open_sample(window, project)
    preview = tried(window.controller, {"job.site_postcode": "09573"})
    assert preview.asks
    found = other_desks(preview, window.context)
    assert found
    assert all(pair.before != pair.after for pair in found)
    assert f"Schritte bei einer anderen Stelle ({len(found)})" in words(shown(window.context, preview, qtbot, 1000))


def test_pay_below_the_minimum_wage_is_among_the_hints_that_come(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    preview = tried(window.controller, {"job.gross_annual_salary": Decimal(15000)})
    hints = next(one for one in lists(preview, window.context) if one.label == "Hinweise")
    assert any("Mindestlohn" in hint for hint in hints.added)


def test_costs_that_only_grow_say_by_how_much(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    preview = tried(window.controller, {"job.gross_annual_salary": Decimal(60000)}, procedure="regular")
    changed = [line for line in main_lines(preview, window.context) if line.change]
    assert any(line.label == "Verfahren" for line in changed)
    assert all(line.before != line.after for line in changed)
