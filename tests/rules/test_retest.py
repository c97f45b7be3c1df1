"""Cases under new content: routes, figures, deadlines, papers and steps that changed are named; nothing else is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from employer_assistant.app import Controller, affected_cases
from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.model import Case
from employer_assistant.cases.retest import retest
from employer_assistant.content.library import Library
from employer_assistant.content.model import Content, Figure
from employer_assistant.rules.retest import Effect, effect_text
from employer_assistant.storage.workspace import Workspace

ON = date(2026, 11, 22)
FIGURE = "blue-card-regular"


@pytest.fixture
def engineer(project: Path, library: Library) -> Case:
    """A made-up hire who may get an EU Blue Card at the regular salary."""
    path = project / "resources" / "samples" / "softwareentwicklerin.yaml"
    return read_case(path.read_bytes(), path.name, library)


def changed(library: Library, collection: str, item_id: str, **changes: Any) -> Library:
    items = getattr(library.content, collection)
    new = tuple(replace(item, **changes) if item.id == item_id else item for item in items)
    return Library(replace(library.content, **{collection: new}))


def priced(figure: Figure, amount: str) -> dict[str, Any]:
    return {"values": tuple(replace(value, value=Decimal(amount)) for value in figure.values)}


def ids(effects: tuple[Effect, ...]) -> set[str]:
    return {effect.id for effect in effects}


def test_the_same_content_affects_nothing(library: Library, engineer: Case) -> None:
    assert retest(engineer, library, Library(library.content), ON) == ()
    assert retest(Case(""), library, Library(library.content), ON) == ()


def test_a_figure_that_is_crossed_closes_and_opens_routes(library: Library, engineer: Case) -> None:
    route = next(r for r in library.routes.values() if r.id == FIGURE)
    higher = changed(library, "figures", FIGURE, **priced(library.figures[FIGURE], "999999"))
    effects = retest(engineer, library, higher, ON)
    closed = next(effect for effect in effects if effect.id == "route-closed" and effect.about == route.id)
    assert "Weg zu" in effect_text(closed, "de")
    crossed = next(effect for effect in effects if effect.id.startswith("figure-crossed"))
    assert (crossed.about, crossed.values["new"]) == (FIGURE, Decimal(999999))
    assert "999,999" in effect_text(crossed, "en")
    assert {"route-opened", "figure-crossed-met"} <= ids(retest(engineer, higher, library, ON))


def test_a_figure_that_moves_but_is_not_crossed_affects_nothing(library: Library, engineer: Case) -> None:
    lower = changed(library, "figures", FIGURE, **priced(library.figures[FIGURE], "45000"))
    assert retest(engineer, library, lower, ON) == ()


def test_a_deadline_that_moves_is_named_with_both_days(library: Library, engineer: Case) -> None:
    from employer_assistant.cases.view import progress_of, situation_of
    from employer_assistant.plan.planning import plan
    from employer_assistant.rules.assessment import assess

    assessment = assess(situation_of(engineer, library, ON))
    assert assessment.best is not None
    made = plan(assessment.situation, assessment.best, engineer.procedure or "regular", progress_of(engineer), None)
    planned, clause = next(
        (step, one)
        for step in made.steps
        for one in step.deadlines
        if one.date and not step.contingent and one.deadline.unit == "months" and one.deadline.value
    )
    deadlines = tuple(
        replace(one, value=(one.value or 0) + 5) if one is clause.deadline else one for one in planned.step.deadlines
    )
    later = changed(library, "steps", planned.step.id, deadlines=deadlines)
    effects = retest(engineer, library, later, ON)
    moved = next(effect for effect in effects if effect.id == "deadline-moved")
    assert moved.about == planned.step.id
    assert moved.values["old"] == clause.date
    assert moved.values["new"] != clause.date


def test_papers_and_steps_that_come_and_go(library: Library, engineer: Case) -> None:
    step = next(s for s in library.steps.values() if s.documents and "all" in s.applies_to and not s.contingent)
    new_id = "made-up-paper"
    paper = replace(next(iter(library.documents.values())), id=new_id)
    content = replace(
        library.content,
        documents=(*library.content.documents, paper),
        steps=tuple(
            replace(s, documents=(*s.documents, new_id)) if s.id == step.id else s for s in library.content.steps
        ),
    )
    assert retest(engineer, library, Library(content), ON) == (
        Effect("document-added", new_id, {"document": paper.title}),
    )
    assert ids(retest(engineer, Library(content), library, ON)) == {"document-removed"}


def test_content_may_drop_what_a_case_still_names(library: Library, engineer: Case) -> None:
    """Ticks, answers and routes of dropped items must not break the new judgement."""
    from dataclasses import replace as with_

    route = library.routes[FIGURE]
    gone = replace(library.content, routes=tuple(r for r in library.content.routes if r.id != route.id))
    case = with_(engineer, route=route.id, ticks={"no-such-step": ON}, taken=("no-such-step",), events={"nothing": ON})
    effects = retest(case, library, Library(gone), ON)
    assert "route-gone" in ids(effects)


def test_the_controller_names_the_cases_that_are_affected(library: Library, engineer: Case, tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "x.employer-assistant")
    controller = Controller(library, workspace, lambda: ON)
    hit, _ = controller.keep(engineer), controller.keep(Case("leer"))
    higher: Content = changed(library, "figures", FIGURE, **priced(library.figures[FIGURE], "999999")).content
    found = controller.affected_cases(higher)
    assert [one.case_id for one in found][-1] == hit
    assert next(one for one in found if one.case_id == hit).effects
    assert controller.affected_cases(library.content) == []
    assert affected_cases(workspace, library, Library(library.content), ON) == []
    workspace.close()


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_effect_is_a_whole_sentence(library: Library, engineer: Case, language: str) -> None:
    higher = changed(library, "figures", FIGURE, **priced(library.figures[FIGURE], "999999"))
    for effect in (*retest(engineer, library, higher, ON), *retest(engineer, higher, library, ON)):
        words = effect_text(effect, language)
        assert "{" not in words
        assert words.endswith((".", "“", "”")) or ":" in words
