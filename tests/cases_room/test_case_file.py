"""The case file: what is written is read back whole, and every fault is refused in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from case_strategies import cases
from hypothesis import given, settings
from hypothesis import strategies as st

from employer_assistant.cases.case_error import CaseFileError
from employer_assistant.cases.case_file import read_case, write_case
from employer_assistant.cases.case_text import _YAML_FAULTS
from employer_assistant.cases.model import Case, DocumentState, Note
from employer_assistant.cases.titles import default_title
from employer_assistant.content.library import Library

FULL = """
format: 1
title: Pflege
answers:
  job.site_postcode: 01067
  job.offer: yes
  job.gross_annual_salary: 48300.50
  job.weekly_hours: 39.5
  job.start_wished: 2027-03-01
  person.citizenship: [VN, IN]
  qualification.country: VN
  job.purpose: employment
  job.title: 'NO'
  qualification.recognition: unknown
route: vocational-18a
procedure: accelerated
ticks: {abh-fee: 2026-12-01}
events: {entry: 2027-02-01}
documents: {%(document)s: {state: received, date: 2026-12-02, note: 'Kopie: 2'}}
notes: [{on: 2026-12-03, text: angerufen}]
taken: [abh-fee]
variants: [{name: mehr Lohn, answers: {job.offer: false}, procedure: regular}]
content_version: 2026.11.22
"""


def test_a_file_of_every_key(library: Library) -> None:
    document = next(iter(library.documents))
    case = read_case((FULL % {"document": document}).encode(), "fall.yaml", library)
    assert case.answers == {
        "job.site_postcode": "01067",
        "job.offer": True,
        "job.gross_annual_salary": Decimal("48300.50"),
        "job.weekly_hours": Decimal("39.5"),
        "job.start_wished": date(2027, 3, 1),
        "person.citizenship": ("VN", "IN"),
        "qualification.country": "VN",
        "job.purpose": "employment",
        "job.title": "NO",
        "qualification.recognition": "unknown",
    }
    assert (case.route, case.procedure, case.content_version) == ("vocational-18a", "accelerated", "2026.11.22")
    assert case.ticks == {"abh-fee": date(2026, 12, 1)}
    assert case.events == {"entry": date(2027, 2, 1)}
    assert case.documents == {document: DocumentState("received", date(2026, 12, 2), "Kopie: 2")}
    assert case.notes == (Note(date(2026, 12, 3), "angerufen"),)
    assert case.taken == ("abh-fee",)
    assert case.variants[0].answers == {"job.offer": False}


def test_only_answers_are_needed(library: Library) -> None:
    empty = Case("")
    for text in ("answers: {}", "answers:", '{"answers": {}}', '{"answers": {}, "route": null, "ticks": null}'):
        assert read_case(text.encode(), "-", library) == empty
    assert read_case("﻿answers:\nroute:\nprocedure: null\nticks: {}".encode(), "x.yml", library) == empty


def test_json_is_told_from_yaml_without_an_ending(library: Library) -> None:
    assert read_case(b'{"answers": {"job.offer": true}}', "-", library).answers == {"job.offer": True}
    assert read_case(b"{answers: {job.offer: true}}", "-", library).answers == {"job.offer": True}


def test_unknown_is_lawful_for_every_fact(library: Library) -> None:
    for text in ("answers: {%s: unknown}", '{"answers": {"%s": "unknown"}}'):
        for fact in library.facts:
            assert read_case((text % fact).encode(), "-", library).answers == {fact: "unknown"}


@pytest.mark.parametrize("notation", ["yaml", "json"])
def test_nothing_is_lost_on_the_way_to_a_file_and_back(library: Library, notation: str) -> None:
    @settings(max_examples=150, deadline=None)
    @given(cases(library))
    def check(case: Case) -> None:
        written = write_case(case, notation)  # type: ignore[arg-type]
        read = read_case(written, f"fall.{notation}", library)
        assert read == case
        assert {key: type(value) for key, value in read.answers.items()} == {
            key: type(value) for key, value in case.answers.items()
        }
        assert list(read.answers) == list(case.answers)
        assert write_case(read, notation) == written  # type: ignore[arg-type]

    check()


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused(library: Library, data: bytes) -> None:
    for name in ("x.yaml", "x.json", "-"):
        try:
            read_case(data, name, library)
        except CaseFileError as error:
            said = error.say("de")
            assert said
            assert "{" not in said.replace("answers: {}", "")


REFUSED = [
    # top level
    ("yaml", "", "empty_file", None),
    ("yaml", "- a", "not_case", None),
    ("json", '"a"', "not_case", None),
    ("yaml", "title: x", "no_answers", None),
    ("yaml", "format: 2\nanswers:", "format", 1),
    ("json", '{"format": 2, "answers": {}}', "format", None),
    ("yaml", "answers:\nanwsers: {}", "unknown_key", 2),
    ("yaml", "answers:\nanswers:", "double_key", 2),
    ("json", '{"answers": {}, "answers": {}}', "double_key", None),
    ("yaml", "answers: {job.offer: yes, job.offer: no}", "double_key", 1),
    ("yaml", "title: &a x\nanswers:\nroute: *a", "alias", 1),
    ("yaml", "answers:\n  job.title: !!python/name:os.system", "tag", 2),
    ("yaml", "answers: {", "yaml", None),
    ("json", '{"answers": {}', "json", 1),
    ("json", '{"answers": {"job.gross_annual_salary": NaN}}', "json_constant", None),
    ("yaml", "answers:\n  " + "[" * 500, "too_deep", 2),
    ("json", "[" * 100_000, "too_deep", None),
    ("json", "[" * 900 + "]" * 900, "too_deep|not_case", None),
    ("yaml", "answers: {}\ntitle: " + "x" * 201, "too_long", 2),
    ("yaml", "answers: []", "not_mapping", 1),
    # ids
    ("yaml", "answers:\n  job.offfer: yes", "unknown_fact", 2),
    ("yaml", "answers:\nticks: {abh_fee: 2026-01-01}", "unknown_step", 2),
    ("yaml", "answers:\nevents: {entri: 2026-01-01}", "unknown_event", 2),
    ("yaml", "answers:\ndocuments: {nothing: {state: asked}}", "unknown_document", 2),
    ("yaml", "answers:\nroute: blue-card", "unknown_route", 2),
    ("yaml", "answers:\nprocedure: fast", "procedure", 2),
    ("yaml", "answers:\ntaken: [abh-fees]", "unknown_step", 2),
    ("yaml", "answers:\ntaken: [abh-fee, abh-fee]", "double_step", 2),
    ("yaml", "answers:\ntaken: abh-fee", "not_list", 2),
    ("yaml", "answers:\nnotes: [{on: 2026-01-01, text: x, by: me}]", "unknown_key", 2),
    ("yaml", "answers:\nnotes: [{text: x}]", "not_iso", 2),
    ("yaml", "answers:\nvariants: [{name: x, answers: {no.fact: 1}}]", "unknown_fact", 2),
    ("yaml", "answers:\nsample: maybe", "truth", 2),
    ("json", '{"answers": {}, "sample": ["x"]}', "json_truth", None),
    # kinds
    ("json", '{"answers": {"job.site_postcode": 1067}}', "postcode", None),
    ("yaml", "answers: {job.site_postcode: 1067}", "postcode", 1),
    ("yaml", "answers: {job.site_postcode: 010677}", "postcode", 1),
    ("yaml", "answers: {job.site_postcode: ٠١٠٦٧}", "postcode", 1),
    ("json", '{"answers": {"job.offer": "true"}}', "json_truth", None),
    ("json", '{"answers": {"job.offer": 1}}', "json_truth", None),
    ("yaml", "answers: {job.offer: vielleicht}", "truth", 1),
    ("json", '{"answers": {"job.gross_annual_salary": "48300"}}', "json_number", None),
    ("json", '{"answers": {"job.gross_annual_salary": true}}', "json_number", None),
    ("json", '{"answers": {"job.gross_annual_salary": 1e5}}', "number", None),
    ("json", '{"answers": {"job.gross_annual_salary": 48300.505}}', "ambiguous_number", None),
    ("json", '{"answers": {"job.gross_annual_salary": 48300.5055}}', "cents", None),
    ("json", '{"answers": {"job.gross_annual_salary": -1}}', "negative", None),
    ("json", '{"answers": {"job.gross_annual_salary": %s}}' % ("9" * 5000), "number", None),
    ("yaml", "answers: {job.gross_annual_salary: 48.300}", "ambiguous_number", 1),
    ("yaml", "answers: {job.weekly_hours: 39.125}", "ambiguous_number", 1),
    ("yaml", 'answers: {job.gross_annual_salary: "48.300,00"}', "number", 1),
    ("yaml", "answers: {job.gross_annual_salary: 1e5}", "number", 1),
    ("yaml", "answers: {job.gross_annual_salary: nan}", "number", 1),
    ("yaml", "answers: {job.gross_annual_salary: .inf}", "number", 1),
    ("yaml", "answers: {job.gross_annual_salary: 48_300}", "number", 1),
    ("yaml", "answers: {job.gross_annual_salary: 0x10}", "number", 1),
    ("yaml", "answers: {job.gross_annual_salary: 12:30}", "number", 1),
    ("yaml", "answers: {job.gross_annual_salary: [1]}", "number", 1),
    ("yaml", "answers: {job.gross_annual_salary: -1}", "negative", 1),
    ("yaml", "answers: {job.start_wished: 2026-02-30}", "no_such_day", 1),
    ("json", '{"answers": {"job.start_wished": "2026-02-30"}}', "no_such_day", None),
    ("yaml", "answers: {job.start_wished: 1.3.2027}", "not_iso", 1),
    ("yaml", "answers: {job.start_wished: 20270301}", "not_iso", 1),
    ("yaml", "answers: {job.start_wished: 2027-W09-1}", "not_iso", 1),
    ("yaml", "answers: {job.start_wished: 2027-03-01T10:00}", "not_iso", 1),
    ("json", '{"answers": {"job.start_wished": 20270301}}', "not_iso", None),
    ("yaml", "answers: {job.start_wished: 0027-03-01}", "year", 1),
    ("yaml", "answers:\nticks: {abh-fee: 30.11.2026}", "not_iso", 2),
    ("yaml", "answers: {qualification.country: Atlantis}", "country", 1),
    ("yaml", "answers: {qualification.country: vn}", "country", 1),
    ("yaml", "answers: {person.citizenship: [VN, XX]}", "country", 1),
    ("yaml", "answers: {person.citizenship: [VN, VN]}", "double_country", 1),
    ("yaml", "answers: {person.citizenship: {VN: 1}}", "countries", 1),
    ("json", '{"answers": {"person.citizenship": [1]}}', "countries", None),
    ("yaml", "answers: {job.occupation: magician}", "occupation", 1),
    ("yaml", "answers: {job.purpose: fun}", "choice", 1),
    ("json", '{"answers": {"job.purpose": false}}', "not_text", None),
    ("json", '{"answers": {"job.title": 5}}', "not_text", None),
    ("json", '{"answers": {"job.title": "a\\u0000b"}}', "control", None),
    ("json", '{"answers": {"job.title": "\\ud800"}}', "control", None),
    ("json", '{"answers": {"\\ud800": 1}}', "control", None),
    ("yaml", 'answers: {job.title: "\\u0007"}', "control", 1),
    ("yaml", "answers: {job.title: %s}" % ("x" * 2001), "too_long", 1),
    ("yaml", "answers:\n  job.title:", "no_answer", 2),
    ("json", '{"answers": {"job.title": null}}', "no_answer", None),
    ("json", '{"answers": {"person.citizenship": []}}', "no_answer", None),
]


@pytest.mark.parametrize(("notation", "text", "key", "line"), REFUSED, ids=range(len(REFUSED)))
def test_a_fault_is_refused_with_its_place(
    library: Library, notation: str, text: str, key: str, line: int | None
) -> None:
    with pytest.raises(CaseFileError) as caught:
        read_case(text.encode(), f"fall.{notation}", library)
    assert caught.value.key in key.split("|")
    assert line is None or caught.value.line == line
    for language in ("de", "en"):
        said = caught.value.say(language)
        assert said.startswith(f"fall.{notation}")
        assert len(said) < 500


def test_a_file_that_is_too_large_or_no_text_is_refused(library: Library) -> None:
    for data, key in ((b"answers: {}" + b" " * 1_000_000, "too_large"), (b"\xff\xfe", "not_utf8")):
        with pytest.raises(CaseFileError) as caught:
            read_case(data, "fall.yaml", library)
        assert caught.value.key == key


def test_every_fault_of_the_yaml_reader_has_words_of_its_own() -> None:
    """Control for the table of messages: each of its rows is reached by a file above."""
    reached = {key for notation, _, key, _ in REFUSED if notation == "yaml"}
    assert {key for _, key in _YAML_FAULTS} <= reached | {"empty_file"}


def test_the_id_that_was_meant_is_named(library: Library) -> None:
    with pytest.raises(CaseFileError) as caught:
        read_case(b"answers: {job.offfer: yes}", "fall.yaml", library)
    assert "„job.offer“" in caught.value.say("de")


def test_no_message_repeats_an_answer(library: Library) -> None:
    for fact in library.facts.values():
        if fact.kind != "text":
            with pytest.raises(CaseFileError) as caught:
                read_case(f"answers: {{{fact.id}: Geheimnis}}".encode(), "fall.yaml", library)
            for said in (caught.value.say("de"), str(caught.value), repr(caught.value)):
                assert "Geheimnis" not in said


def test_the_title_is_job_and_country_never_the_name(library: Library) -> None:
    occupation = next(iter(library.occupations.values()))
    case = Case(
        "",
        {"job.occupation": occupation.id, "person.citizenship": ("VN",), "person.family_name": "Nguyen"},
    )
    assert default_title(case, library, "de") == f"{occupation.name.de}, {library.countries['VN'].name.de}"
    assert default_title(case, library, "en") == f"{occupation.name.en}, {library.countries['VN'].name.en}"
    assert default_title(Case("", {"person.family_name": "Nguyen"}), library, "de") == "Neuer Fall"
    assert default_title(Case("", {"job.occupation": "unknown", "job.title": "Koch"}), library, "de") == "Koch"
