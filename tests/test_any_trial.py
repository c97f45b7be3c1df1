"""Any trial beside any case: it never touches the case, is the case answered so, and a kept one stays the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from generated import THOUSANDS, examples, other_answers, told_cases
from hypothesis import given
from hypothesis import strategies as st
from worked import LIBRARY, Reader

from employer_assistant.app import Controller
from employer_assistant.cases import answering as answers_anew
from employer_assistant.cases.answering import answering
from employer_assistant.cases.case_file import read_case, write_case
from employer_assistant.cases.commands import Answer, Together
from employer_assistant.cases.model import Case, Variant
from employer_assistant.cases.preview import Outlook, outlook
from employer_assistant.cases.variants import KeepVariant, TakeVariant, commands_of
from employer_assistant.cases.view import situation_of
from employer_assistant.cases.what_if import outlook_of
from employer_assistant.rules.overrides import overrides

DAY = date(2026, 11, 22)
READER = Reader(LIBRARY)
CITIZEN, FREE = "person.citizenship", "person.free_movement_right"
QUICK = examples(12)


@st.composite
def trials(draw: st.DrawFn) -> tuple[Case, Variant]:
    """A case and up to three facts tried otherwise, often one from which others follow, a route, a procedure."""
    case = draw(told_cases(LIBRARY, READER))
    told = dict(draw(st.lists(other_answers(LIBRARY, case), max_size=2)))
    told |= draw(
        st.sampled_from(
            [{}, {CITIZEN: ("FR",)}, {CITIZEN: ("VN",)}, {"job.occupation": "arzt"}, {"job.occupation": None}]
        )
    )
    route = draw(st.none() | st.sampled_from(sorted(LIBRARY.routes)))
    return case, Variant("Versuch", told, route, draw(st.sampled_from([None, "regular", "accelerated"])))


def trial_holds(controller: Controller, case: Case, trial: Variant) -> None:
    """Try, keep, reload and take over: the case stays until then, and what follows is the same each time."""
    controller.keep(case)
    path, stored = controller.workspace.path, controller.case
    before = path.read_bytes()
    tried = previewed(controller, trial)
    assert controller.case is stored
    assert path.read_bytes() == before
    assert controller.undo_label is None
    _same(tried, outlook(answered_so(case, trial), LIBRARY, DAY))
    _nothing_stands_against_what_newly_follows(case, tried.case, trial)

    controller.do(KeepVariant(trial))
    controller.open(str(controller.case_id))
    kept = controller.case
    assert kept == replace(case, variants=(trial,))
    for notation in ("yaml", "json"):
        assert read_case(write_case(kept, notation), f"fall.{notation}", LIBRARY) == kept
    again = kept.variants[0]
    _same(tried, outlook_of(again, kept, outlook(kept, LIBRARY, DAY)))
    controller.do(TakeVariant(commands_of(again, kept, controller.situation())))
    taken = controller.case
    assert taken == replace(tried.case, variants=kept.variants)
    if taken != kept:
        controller.undo()
    assert write_case(controller.case, "yaml") == write_case(kept, "yaml")
    controller.delete(str(controller.case_id))


def previewed(controller: Controller, trial: Variant) -> Outlook:
    """Return what taking the trial over would lead to, as the open case shows it beforehand."""
    assert controller.case is not None
    return controller.preview(TakeVariant(commands_of(trial, controller.case, controller.situation()))).new


def answered_so(case: Case, trial: Variant) -> Case:
    """Answer the questions of a trial as the interview does, one after the other, and choose its road.

    Facts from which others follow come last, as a trial takes all its answers as given at once.
    """
    roots = sorted(trial.answers, key=lambda fact: (fact in case.answers, fact in (CITIZEN, "job.occupation")))
    for fact in roots:
        commands = answering({fact: trial.answers[fact]}, case, situation_of(case, LIBRARY, DAY))
        case = Together(commands).apply(case)[0]
    return replace(case, route=trial.route or case.route, procedure=trial.procedure or case.procedure)


def _nothing_stands_against_what_newly_follows(case: Case, tried: Case, trial: Variant) -> None:
    """Whatever departs from what follows did so before, is itself what is tried, or follows from a first answer."""
    before = {one.fact.id for one in overrides(situation_of(case, LIBRARY, DAY))}
    first = {fact for fact in trial.answers if fact not in case.answers}
    then = {one.fact.id for one in overrides(situation_of(tried, LIBRARY, DAY))}
    assert first or then <= before | trial.answers.keys()


def _same(one: Outlook, other: Outlook) -> None:
    assert replace(one.case, variants=()) == replace(other.case, variants=())
    assert one.assessment == other.assessment
    assert (one.route, one.plan, str(one.no_plan)) == (other.route, other.plan, str(other.no_plan))


@QUICK
@given(trials())
def test_trials(controller: Controller, trial: tuple[Case, Variant]) -> None:
    trial_holds(controller, *trial)


@pytest.mark.slow
@pytest.mark.timeout(5400)
@THOUSANDS
@given(trials())
def test_thousands_of_trials(controller: Controller, trial: tuple[Case, Variant]) -> None:
    trial_holds(controller, *trial)


WORKER = Case("Musterfall", dict(READER.situation("blue-card-regular", {}).answers) | {FREE: False})
FRENCH = Variant("Französin", {CITIZEN: ("FR",)})


def test_another_citizenship_takes_back_what_it_overtakes(controller: Controller) -> None:
    """A trial kept the answer of the old citizenship, and found routes where no title is needed."""
    trial_holds(controller, WORKER, FRENCH)
    controller.keep(WORKER)
    tried = previewed(controller, FRENCH)
    assert FREE not in tried.case.answers
    assert not tried.assessment.title_needed


def test_a_trial_takes_an_answer_back(controller: Controller) -> None:
    trial_holds(controller, WORKER, Variant("ohne Angabe", {"qualification.recognition": None}))


def test_control_a_trial_that_keeps_overtaken_answers_is_noticed(
    controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers_anew, "overtaken", lambda situation, told: ())
    with pytest.raises(AssertionError):
        trial_holds(controller, WORKER, FRENCH)


def test_control_a_trial_that_saves_is_noticed(controller: Controller, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = controller.preview

    def saving(*trial: Any) -> Any:
        found = whole(*trial)
        controller.do(Answer(FREE, None))
        return found

    monkeypatch.setattr(controller, "preview", saving)
    with pytest.raises(AssertionError):
        trial_holds(controller, WORKER, FRENCH)


def test_control_a_kept_variant_that_forgets_is_noticed(
    controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    variant = Variant("ohne Angabe", {"qualification.recognition": None})
    monkeypatch.setattr("employer_assistant.storage.rows._TAKEN_BACK", {"kind": "text", "value": "unknown"})
    with pytest.raises(AssertionError):
        trial_holds(controller, WORKER, variant)
