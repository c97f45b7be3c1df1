"""A case for the next hire, the employer's data entered once, the words of the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from employer_assistant.cases.commands import Answer
from employer_assistant.cases.copying import employer_answers, next_hire, with_employer
from employer_assistant.cases.difference import difference
from employer_assistant.cases.log import LogEntry, entry, entry_text
from employer_assistant.cases.model import Case, DocumentState, Note
from employer_assistant.content.library import Library

DAY = date(2026, 11, 23)
FIRST = Case(
    "Pflege, Lan",
    {
        "job.offer": True,
        "job.gross_annual_salary": Decimal(45000),
        "job.matches_degree": True,
        "job.start_wished": DAY,
        "employer.name": "Firma",
        "employer.hosting_agreement": True,
        "person.citizenship": ("VN",),
        "qualification.kind": "vocational",
        "stay.current_status": "none",
    },
    "vocational-18a",
    "accelerated",
    ticks={"need-and-route": DAY},
    events={"entry": DAY},
    documents={"passport": DocumentState("received", DAY, "Lan")},
    notes=(Note(DAY, "Lan"),),
    taken=("dab",),
    reasons={"job.regulated": "weil", "person.citizenship": "Lan"},
)


def test_the_next_hire_keeps_job_and_employer_and_nothing_of_the_person(library: Library) -> None:
    second = next_hire(FIRST, library, "Pflege 2")
    assert second.answers == {
        "job.offer": True,
        "job.gross_annual_salary": Decimal(45000),
        "employer.name": "Firma",
    }
    assert second.reasons == {"job.regulated": "weil"}
    assert (second.title, second.route, second.procedure) == ("Pflege 2", None, None)
    assert replace(second, title="", answers={}, reasons={}, content_version="") == Case("")
    assert "Lan" not in repr(second)


def test_no_fact_about_the_person_is_ever_kept(library: Library) -> None:
    everything = Case("", dict.fromkeys(library.facts, "unknown"))
    kept = next_hire(everything, library, "").answers
    assert kept
    assert {fact.partition(".")[0] for fact in kept} == {"job", "employer"}
    of_the_hire = {"job.start_wished", "job.future_residence_postcode", "employer.recruited_by"}
    assert kept.keys().isdisjoint(of_the_hire), "asked of job or employer, yet of this hire"
    assert library.facts.keys() >= of_the_hire


def test_the_employers_data_fill_only_what_is_open(library: Library) -> None:
    known = employer_answers(FIRST, library)
    assert known == {"employer.name": "Firma"}
    assert with_employer(Case(""), known).answers == known
    assert with_employer(Case("", {"employer.name": "Andere"}), known).answers == {"employer.name": "Andere"}


def test_the_log_says_what_was_done_and_never_an_answer(library: Library) -> None:
    command = Answer("person.citizenship", ("VN",))
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    did = entry("did", command.label, "AB", now, "1")
    assert "VN" not in repr(did)
    assert "Staatsangehörigkeit" in entry_text(did, library, "de")
    undone = entry_text(entry("undid", command.label, "AB", now, "1"), library, "de")
    assert undone.startswith("Rückgängig: ")
    for act in ("created", "copied", "imported", "updated", "handed_over", "printed", "redid"):
        for language in ("de", "en"):
            assert entry_text(LogEntry(now, "", act), library, language)  # type: ignore[arg-type]


def test_a_difference_names_ids_and_counts(library: Library) -> None:
    found = difference(FIRST, next_hire(FIRST, library, "x"))
    assert "person.citizenship" in found.answers
    assert found.counts() == {"answers": 6, "ticks": 1, "events": 1, "documents": 1, "notes": 1, "other": 5}
    assert difference(FIRST, FIRST).nothing
