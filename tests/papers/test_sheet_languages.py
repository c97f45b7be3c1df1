"""The candidate's sheet in the further languages: nothing on it is German only, in any sample case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_up_hire import METALWORKER, Maker
from msgspec import structs
from worked import LIBRARY

from employer_assistant.cases.case_file import read_case
from employer_assistant.content.library import Library
from employer_assistant.papers import parts as p
from employer_assistant.papers.blocks.own_tasks import own_tasks
from employer_assistant.papers.filled import desk_from_abroad
from employer_assistant.papers.form import form
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.notation import OwnTasks
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.sheet import Sheet

FURTHER = tuple(language for language in LIBRARY.languages if language not in ("de", "en"))
SAMPLES = sorted(Path(__file__).parents[2].joinpath("resources", "samples").glob("*.yaml"))
NAMES = {found.name.de for found in LIBRARY.occupations.values()}
NAMES |= {f"Ausbildung im Beruf {name}" for name in NAMES}
"""Names of German occupations: the title of the training is German, whatever language is spoken of it."""


def groups(parts: tuple[p.Part, ...]) -> Iterator[list[tuple[str, str]]]:
    """Yield what stands together: texts with the language they are marked with, empty for that of the sheet."""
    yield [(part.words, part.lang) for part in parts if isinstance(part, p.Line)]
    for part in parts:
        if isinstance(part, p.Heading):
            yield [(part.words, "")]
        elif isinstance(part, p.Runs):
            yield [(words, "") for pair in part.pairs for words in pair]
        elif isinstance(part, p.Item):
            yield [(part.words, ""), (part.aside, part.aside_lang)]
            yield from groups(part.below)
        elif isinstance(part, p.Bullets):
            for item in part.items:
                yield from groups(item)
        elif isinstance(part, p.Pairs):
            for label, value in part.rows:
                yield [(label, "")]
                yield from groups(value)
        elif isinstance(part, p.Grid):
            yield [(words, "") for words in part.head]
            for row in part.rows:
                for cell in row:
                    yield from groups(cell)


def german_texts(library: Library) -> set[str]:
    """Return every German text that a sheet can fall back to."""
    found = {words for words in library.languages["de"].texts.values() if len(words) > 3}
    found |= {paper.title.de for paper in library.documents.values()}
    found |= {words.de for step in library.steps.values() for words in (step.title, step.what)}
    found |= {item.text.de for step in library.steps.values() for item in step.documents_if if item.text}
    return found | {route.short.de for route in library.routes.values()}


def german_only(inputs: PaperInput, language: str) -> set[str]:
    """Return the texts of a sheet that stand in German without the words of its language before them."""
    library = inputs.library
    sheet = Sheet(form("candidate-sheet"), inputs, language)
    own = set(library.languages[language].texts.values())
    german = german_texts(library) - own
    said = own_tasks(OwnTasks(), sheet)
    desk = desk_from_abroad(sheet, "fair_integration")
    found = set()
    for together in groups(tuple(part for part in said if not (isinstance(part, p.Line) and part.words == desk))):
        for index, (words, lang) in enumerate(together):
            beside = index > 0 and not together[index - 1][1]
            fell_back = words not in own and any(words == one or (" " in one and one in words) for one in german)
            alone = lang == "de" and not beside and words not in NAMES
            found |= {words} if alone or (not lang and fell_back) else set()
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_is_german_only(path: Path, library: Library) -> None:
    inputs = input_of(read_case(path.read_bytes(), path.name, library), library, date(2026, 11, 22), "0")
    assert {language: german_only(inputs, language) for language in FURTHER} == {
        language: set() for language in FURTHER
    }


@pytest.mark.parametrize(
    ("key", "german"),
    [
        ("only_if.name-changed", "Nur wenn sich Ihr Name geändert hat"),
        ("routes.vocational-18a.short", "Fachkraft mit Berufsausbildung (§ 18a AufenthG)"),
        ("documents.passport.title", "Reisepass"),
        ("steps.bank-account.title", "Bankkonto eröffnen"),
        ("steps.bank-account.what", "Sie eröffnen ein Konto"),
        ("sheet.fee_you", "(Sie zahlen)"),
        ("sheet.no_secret_fees", "Fragen Sie nach"),
    ],
)
def test_a_text_that_fell_back_to_german_is_found(key: str, german: str, make: Maker, library: Library) -> None:
    """The control of the check above: a language lacks one text, of each way in which a text comes on the sheet."""
    languages = tuple(
        structs.replace(one, texts={name: words for name, words in one.texts.items() if name != key})
        if one.id == "vi"
        else one
        for one in library.content.languages
    )
    inputs = make(answers=METALWORKER.answers)
    older = replace(inputs, library=Library(structs.replace(library.content, languages=languages)))
    assert german_only(inputs, "vi") == set()
    assert any(german in words for words in german_only(older, "vi"))
