"""Forms: every file is valid, unknown things are refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from employer_assistant.content.library import Library
from employer_assistant.content.strict_yaml import read_yaml
from employer_assistant.papers import form, notation
from employer_assistant.papers.blocks import WRITE
from employer_assistant.papers.form import FormError, decode
from employer_assistant.papers.printing import form_ids, forms_for

MINIMAL = """
form: 1
id: note
title: {de: Zettel, en: Note}
reader: worker
languages: [de]
sections: [SECTION]
"""


def read(section: str) -> form.Form:
    tree = read_yaml(MINIMAL.replace("SECTION", section), "note.yaml")
    return decode(msgspec.json.encode(tree.value))


def test_every_file_is_a_form_of_its_own_name(project: Path) -> None:
    files = sorted((project / "forms").glob("*.yaml"))
    assert files
    for file in files:
        found = decode(msgspec.json.encode(read_yaml(file.read_text(encoding="utf-8"), file.name).value))
        assert found.id == file.stem
        assert found.sections


def test_the_built_forms_are_those_of_the_project(project: Path) -> None:
    built = (*form_ids(), form.PORTFOLIO, form.QUICK_CHECK)
    assert sorted(built) == sorted(file.stem for file in (project / "forms").glob("*.yaml"))


def test_every_block_can_be_written_and_written_down() -> None:
    assert set(WRITE) == set(notation.Block.__args__)
    for block in WRITE:
        tag = block.__struct_config__.tag
        extra = ", text: {de: Hallo, en: Hello}" if tag == "text" else ", desk: abh" if tag == "desk_lists" else ""
        assert isinstance(read(f"{{block: {tag}{extra}}}").sections[0], block)


def test_numbers_and_truth_values_are_read_from_text() -> None:
    assert read("{block: cover, next_steps: 5}").sections[0] == notation.Cover(next_steps=5)
    assert read("{block: contacts, advice: 'false'}").sections[0] == notation.Contacts(advice=False)


@pytest.mark.parametrize(
    "section",
    ["{block: horoscope}", "{block: steps, colour: red}", "{block: steps, show: [horoscope]}", "{show: [what]}"],
)
def test_unknown_blocks_and_options_are_refused(section: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        read(section)


def test_an_unknown_form_is_refused_with_a_sentence() -> None:
    with pytest.raises(FormError, match=r"gibt es nicht. Vorhanden sind: .*employer-checklist"):
        form.form("employer-chekclist", "de")
    with pytest.raises(FormError, match="There is no form"):
        form.form("../phrases", "en")


def test_a_language_a_form_lacks_is_refused_with_a_sentence(library: Library) -> None:
    with pytest.raises(FormError, match=r"nicht in der Sprache „vi“. Vorhanden sind: de, en"):
        form.form_in("employer-checklist", "vi", library)


def test_forms_for_a_language() -> None:
    assert "employer-checklist" in [found.id for found in forms_for("en")]
    assert {found.id for found in forms_for("vi")} == {"candidate-sheet"}
