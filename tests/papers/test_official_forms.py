"""Official forms: filled, read back, drawn, refused. The forms are real fillable PDFs."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import made_up_forms as forms
import pypdfium2
import pytest
from made_up_hire import METALWORKER, Maker
from pypdf import PdfReader

from employer_assistant.content.library import Library
from employer_assistant.papers.official.filling import Filled, fill
from employer_assistant.papers.official.mapping import Mapping, read_mapping, shipped
from employer_assistant.papers.official.reading import opened
from employer_assistant.papers.official.refusals import OfficialError
from employer_assistant.papers.official.report import groups, head
from employer_assistant.papers.official.skeleton import skeleton
from employer_assistant.rules.answers import UNKNOWN

NAMES = ("Nguyễn Thị Ầ Ố ỹ", "Щербак Їжак")
ANSWERS: dict[str, Any] = {
    **METALWORKER.answers,
    "person.family_name": NAMES[0],
    "person.given_names": NAMES[1],
    "employer.name": "Müller & Söhne <GmbH>",
    "employer.address": "Straße des Friedens 12a, 02763 Zittau",
    "job.title": "Metallbauer",
    "job.tasks": "Bauteile zuschneiden\nund schweißen",
}


@pytest.fixture(scope="module")
def example(project: Path, library: Library) -> Mapping:
    path = project / "docs" / "official-forms-example.yaml"
    return read_mapping(path.read_bytes(), path.name, library)


def filled(data: bytes, mapping: Mapping, make: Maker, **changes: Any) -> Filled:
    answers = {**ANSWERS, **changes.pop("answers", {})}
    return fill(data, "bogen.pdf", [mapping], make(answers=answers, **changes), "de")


def values(pdf: bytes) -> dict[str, str]:
    found = PdfReader(BytesIO(pdf)).get_fields() or {}
    return {name: str(field.get("/V", "")).removeprefix("/") for name, field in found.items()}


def drawn(pdf: bytes) -> str:
    """Return the words as a viewer draws them, form fields included."""
    document, flat = pypdfium2.PdfDocument(pdf), BytesIO()
    document.init_forms()
    document[0].flatten()
    document.save(flat)
    words: str = pypdfium2.PdfDocument(flat.getvalue())[0].get_textpage().get_text_range()
    return words


def test_text_boxes_buttons_and_lists_are_filled(example: Mapping, make: Maker) -> None:
    found = filled(forms.registration(), example, make)
    said = values(found.pdf)
    assert (said["Name"], said["Rufname"]) == NAMES
    assert said["Geburt"] == "17051996"
    assert said["Jahr"] == "1996"
    assert said["Firma.Name"] == "Müller & Söhne <GmbH>"
    assert said["Firma.Ort"] == "Zittau"
    assert said["Aufgaben"] == "Metallbauer: Bauteile zuschneiden\nund schweißen"
    assert said["Lohn"] == "3.033,38"
    assert said["Vollzeit"] == "Yes"
    assert said["Leihe"] == "nein"
    assert said["Aufenthalt"] == "Ausland"
    assert said["Telefon"] == ""
    assert [one.name for one in found.of("by_hand")] == ["Telefon"]
    assert values(forms.registration())["Name"] == "", "control: the empty form is empty"


def test_letters_of_every_name_stand_in_the_look_of_the_field(example: Mapping, make: Maker) -> None:
    words = drawn(filled(forms.registration(), example, make).pdf)
    for part in (*NAMES, "Müller & Söhne <GmbH>", "und schweißen", "Ausland"):
        assert part in words
    assert NAMES[0] not in drawn(forms.registration())
    assert "/NeedAppearances" not in str(
        PdfReader(BytesIO(filled(forms.registration(), example, make).pdf)).root_object
    )


def test_what_is_missing_or_does_not_fit_is_listed_and_left_empty(example: Mapping, make: Maker) -> None:
    answers = {"employer.address": "Postfach", "person.given_names": "محمد", "job.full_time": "unknown"}
    found = filled(forms.registration(narrow=True), example, make, answers=answers)
    said = values(found.pdf)
    assert {one.name for one in found.of("empty")} == {"Firma.Ort", "Vollzeit"}
    assert [one.name for one in found.of("too_long")] == ["Name"]
    assert [one.name for one in found.of("letters")] == ["Rufname"]
    assert (said["Name"], said["Rufname"], said["Firma.Ort"]) == ("", "", "")
    told = dict(groups(found, "de"))
    assert told["Füllen Sie selbst aus"] == ["Telefon"]
    assert "Erkannt: Meldebogen Musterstadt" in head(found, "de")[0]


def test_what_stands_there_is_kept(example: Mapping, make: Maker) -> None:
    found = filled(forms.registration(kept="0351 123"), example, make)
    assert values(found.pdf)["Telefon"] == "0351 123"
    assert [one.name for one in found.of("kept")] == ["Telefon"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (forms.encrypted(), "encrypted"),
        (forms.dynamic(), "xfa"),
        (forms.signed(), "signed"),
        (forms.flat(), "no-fields"),
        (b"%PDF-1.7 nonsense", "damaged"),
        (forms.of_names(["Alpha", "Beta"], {}), "unknown"),
        (forms.registration(without=["Lohn"]), "other-version"),
    ],
)
def test_forms_that_are_refused_say_why(data: bytes, key: str, example: Mapping, make: Maker) -> None:
    with pytest.raises(OfficialError) as refusal:
        filled(data, example, make)
    assert refusal.value.key == f"official.{key}"
    for language in ("de", "en"):
        assert "bogen.pdf" in refusal.value.say(language)


def test_a_form_with_an_xfa_beside_its_fields_is_filled_without_it(example: Mapping, make: Maker) -> None:
    found = filled(forms.hybrid(), example, make)
    assert values(found.pdf)["Name"] == NAMES[0]
    assert "/XFA" not in PdfReader(BytesIO(found.pdf)).root_object["/AcroForm"].get_object()  # type: ignore[operator]


def test_equal_input_gives_equal_bytes_and_samples_are_stamped(example: Mapping, make: Maker) -> None:
    first = filled(forms.registration(), example, make)
    assert first.pdf == filled(forms.registration(), example, make).pdf
    assert "MUSTER" not in drawn(first.pdf).upper()
    assert "MUSTER" in drawn(filled(forms.registration(), example, make, sample=True).pdf).upper()


def test_the_shipped_mapping_fills_the_declaration_of_employment(library: Library, project: Path, make: Maker) -> None:
    (mapping,) = shipped()
    path = project / "forms" / "official" / f"{mapping.id}.yaml"
    assert read_mapping(path.read_bytes(), path.name, library) == mapping
    buttons = {name: ("0", "1", "2") for name in mapping.fields if name.startswith("rbtn")}
    buttons |= dict.fromkeys(("chbx_46_Arbeitsentgelt",), ("0", "1"))
    buttons |= {name: ("x",) for name in mapping.fields if name.startswith("chbx") and name not in buttons}
    data = forms.of_names([name for name in mapping.fields if name not in buttons], buttons)
    found = fill(data, "ezb.pdf", shipped(), make(answers=ANSWERS), "de")
    said = values(found.pdf)
    assert said["txtf_4_Nachname"] == NAMES[0]
    assert (said["txtf_11_Strasse"], said["txtf_12_Hausnummer"]) == ("Straße des Friedens", "12a")
    assert (said["rbtn_23_Dritte"], said["rbtn_37_Arbeitszeit"], said["chbx_46_Arbeitsentgelt"]) == ("1", "0", "1")
    training = {**ANSWERS, "job.purpose": "apprenticeship", "apprenticeship.monthly_pay": Decimal(1100)}
    for pay in ({}, {"job.gross_annual_salary": UNKNOWN}):  # an answer of the other purpose does not tick the box
        trainee = make(answers={**training, **pay}, planned=False)
        said = values(fill(data, "ezb.pdf", shipped(), trainee, "de").pdf)
        assert (said["chbx_46_Arbeitsentgelt"], said["txtf_46_Entgelt_pro_Monat"]) == ("1", "1.100")
    told = " ".join(head(found, "de"))
    assert "nicht erprobt" in told or "wurde sie nicht" in told
    label = next(one.label for one in found.fields if one.name == "txtf_16_Telefon")
    assert label == "16 Telefon"


def test_a_skeleton_is_a_mapping_that_fills_nothing_yet(library: Library, make: Maker) -> None:
    _, fields = opened(forms.registration(), "bogen.pdf")
    written = skeleton(fields, "Bogen Nr. 5")
    mapping = read_mapping(written.encode(), "bogen.yaml", library)
    assert {"Firma.Name", "Leihe", "Aufgaben"} <= mapping.fields.keys()
    assert "ja | nein" in written
    assert not filled(forms.registration(), mapping, make).of("filled")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{text: ["{person.nobody}"]}', "mapping-field"),
        ('{text: ["{person.birth_date|backwards}"]}', "mapping-field"),
        ("{tick: {test: is, fact: no.such, value: true}}", "mapping-field"),
        ("{tick: {test: procedure, procedure: regular}}", "mapping-field"),
        ("{nonsense: 1}", "mapping-unreadable"),
        ("{text: [}", "mapping-line"),
    ],
)
def test_a_faulty_mapping_is_refused_with_its_place(line: str, key: str, library: Library) -> None:
    head = (
        'official: 1\nid: x\ntitle: {de: X, en: X}\npublisher: P\nversion: "1"\nas_of: "2026"\nsource: {de: x, en: x}\n'
    )
    with pytest.raises(OfficialError) as refusal:
        read_mapping(f"{head}fields:\n  A: {line}\n".encode(), "m.yaml", library)
    assert refusal.value.key == f"official.{key}"
    assert "m.yaml" in refusal.value.say("de")
