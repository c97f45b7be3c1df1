"""Commands: each gives the new case and an undo that restores the old one exactly."""

from __future__ import annotations

from datetime import date

import pytest

from employer_assistant.cases import commands as c
from employer_assistant.cases.case_file import write_case
from employer_assistant.cases.labels import say
from employer_assistant.cases.model import Case, DocumentState, Note, Variant
from employer_assistant.cases.variants import DropVariant, KeepVariant, TakeVariant, commands_of
from employer_assistant.content.library import Library
from employer_assistant.rules.situation import Situation

DAY = date(2027, 3, 1)
FULL = Case(
    "Pflege, Vietnam",
    {"job.offer": True, "person.citizenship": ("VN",)},
    "vocational-18a",
    "regular",
    {"abh-fee": DAY},
    {"entry": DAY},
    {"passport": DocumentState("asked", DAY, "kommt per Post")},
    (Note(DAY, "eins"), Note(DAY, "zwei"), Note(DAY, "drei")),
    ("a", "b", "c"),
    (Variant("mehr Lohn", {"job.offer": False, "job.is_ict": True}, "blue-card-regular"), Variant("leer")),
    reasons={"job.health_or_care": "Verwaltung eines Pflegeheims"},
)
COMMANDS: list[c.Command] = [
    c.Answer("job.offer", False),
    c.Answer("job.offer", None),
    c.Answer("job.is_ict", "unknown"),
    c.Answer("never.answered", None),
    c.GiveReason("job.regulated", "Laut Landesamt nur der Titel geschützt"),
    c.GiveReason("job.is_ict", ""),
    c.GiveReason("job.health_or_care", ""),
    c.ChooseRoute(None),
    c.ChooseRoute("blue-card-regular"),
    c.ChooseProcedure("accelerated"),
    c.ChooseProcedure(None),
    c.TickStep("abh-fee", None),
    c.TickStep("candidate", DAY),
    c.EnterEvent("entry", None),
    c.EnterEvent("entry", date(2027, 4, 1)),
    c.SetDocument("passport", DocumentState("checked")),
    c.SetDocument("passport", None),
    c.SetDocument("diploma", DocumentState("sent", DAY, "", "C:/Scans/Zeugnis.pdf")),
    c.AddNote(Note(DAY, "vier")),
    c.AddNote(Note(DAY, "null"), 0),
    c.RemoveNote(1),
    c.RemoveNote(-1),
    c.TakeStep("b", taken=False),
    c.TakeStep("b", taken=True),
    c.TakeStep("z", taken=True),
    c.TakeStep("z", taken=False),
    c.Rename("anders"),
    KeepVariant(Variant("später", {"job.is_ict": True})),
    KeepVariant(Variant("mehr Lohn", procedure="accelerated")),
    KeepVariant(Variant("vorn"), 0),
    DropVariant("mehr Lohn"),
    DropVariant("nie gemerkt"),
    TakeVariant((c.Answer("job.offer", False), c.Answer("person.citizenship", None), c.ChooseRoute("training-16a"))),
    TakeVariant(()),
    c.Together((c.Answer("job.offer", None), c.Answer("job.offer", "unknown"), c.RemoveNote(0), c.RemoveNote(0))),
]


@pytest.mark.parametrize("command", COMMANDS, ids=repr)
def test_undo_and_redo_restore_the_case_exactly(command: c.Command) -> None:
    changed, undo = command.apply(FULL)
    restored, redo = undo.apply(changed)
    assert restored == FULL
    assert write_case(restored, "json") == write_case(FULL, "json"), "entries stand where they stood"
    assert redo.apply(restored)[0] == changed


@pytest.mark.parametrize("case", [FULL, Case("")], ids=["full", "empty"])
def test_the_old_case_is_never_changed(case: Case) -> None:
    before = repr(case)
    for command in COMMANDS:
        if case is FULL or not isinstance(command, c.RemoveNote | c.Together):
            command.apply(case)
    assert repr(case) == before


def test_a_taken_variant_counts_and_stays_kept(library: Library) -> None:
    situation = Situation(library, FULL.answers, DAY)
    taken, _ = TakeVariant(commands_of(FULL.variants[0], FULL, situation)).apply(FULL)
    assert taken.answers == {"job.offer": False, "person.citizenship": ("VN",), "job.is_ict": True}
    assert (taken.route, taken.procedure) == ("blue-card-regular", "regular")
    assert taken.variants == FULL.variants


def test_a_variant_of_the_same_name_is_replaced_in_its_place() -> None:
    kept, _ = KeepVariant(Variant("mehr Lohn", {"job.offer": True})).apply(FULL)
    assert kept.variants == (Variant("mehr Lohn", {"job.offer": True}), Variant("leer"))


def test_removing_a_note_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        c.RemoveNote(0).apply(Case(""))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_label_is_a_phrase_without_ids_of_content(library: Library, language: str) -> None:
    fact, step, document = next(iter(library.facts)), next(iter(library.steps)), next(iter(library.documents))
    event = next(step.finish_event for step in library.steps.values() if step.finish_event)
    known: list[c.Command] = [
        c.Answer(fact, "secret"),
        c.GiveReason(fact, "secret"),
        c.TickStep(step, DAY),
        c.EnterEvent(event, DAY),
        c.SetDocument(document, DocumentState("asked")),
        c.TakeStep(step, taken=True),
        c.TakeStep(step, taken=False),
    ]
    for command in [*COMMANDS, *known]:
        words = say(command.label, library, language)
        assert words
        assert "{" not in words
    for command in known:
        words = say(command.label, library, language)
        assert "secret" not in words
        assert not words.endswith((f": {fact}", f": {event}"))
