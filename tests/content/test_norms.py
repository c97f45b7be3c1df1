"""Norms as English texts cite them; the content holds the German citation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from employer_assistant.content.library import Library
from employer_assistant.content.norms import cited

GERMAN = re.compile(r"\b(?:Abs\.|Satz|Buchst\.|i\.V\.m\.)|(?<![A-Z]\) )\bNr\.")


@pytest.mark.parametrize(
    ("norm", "english"),
    [
        ("§ 18g Abs. 1 Satz 1 AufenthG", "§ 18g (1) sentence 1 AufenthG"),
        ("§ 16d Abs. 1, 3 Nr. 2a AufenthG; § 6 BeschV", "§ 16d (1), (3) no. 2a AufenthG; § 6 BeschV"),
        ("§§ 11 Abs. 2, 26 Abs. 1 Nr. 1, 68 BeschV", "§§ 11 (2), 26 (1) no. 1, 68 BeschV"),
        ("§ 81 Abs. 3 bis 5a und § 2 AufenthG", "§ 81 (3) to (5a) and § 2 AufenthG"),
        ("§ 19d Abs. 1 Nr. 1 Buchst. b AufenthG", "§ 19d (1) no. 1 letter b AufenthG"),
        ("Verordnung (EU) Nr. 1231/2010", "Verordnung (EU) Nr. 1231/2010"),
    ],
)
def test_a_norm_in_english(norm: str, english: str) -> None:
    assert cited(norm, "en") == english
    assert cited(norm, "de") == norm


def test_no_norm_of_the_content_stays_half_german(library: Library) -> None:
    conditions = [one.norm for route in library.content.routes for one in (route.accelerated, route.ba_approval)]
    conditions += [route.paragraph for route in library.content.routes]
    conditions += [norm for step in library.content.steps for norm in step.norms]
    assert len(conditions) > 100
    assert [norm for norm in conditions if GERMAN.search(cited(norm, "en"))] == []
    assert any(GERMAN.search(norm) for norm in conditions)


def test_english_texts_cite_sections_by_their_sign() -> None:
    """One way in all texts: § 18a (2) AufenthG, never "section 18a" beside it."""
    spelled = re.compile(r"^(?!\s*#).*\b[Ss]ections? \d", re.M)
    top = Path(__file__).resolve().parents[2]
    texts = {path: path.read_text() for room in ("resources", "forms") for path in (top / room).rglob("*.yaml")}
    assert spelled.search("en: under section 18a AufenthG")
    assert [path.name for path, words in texts.items() if spelled.search(words)] == []
