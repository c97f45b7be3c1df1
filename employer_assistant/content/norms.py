"""A norm as a language cites it: the content holds the German citation, English texts count with brackets."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = re.compile(r"\d+[a-z]*")
_ONE = re.compile(r"\bAbs\. (\d+[a-z]*(?: bis \d+[a-z]*)?)")
_LIST = re.compile(r"\bAbs\. (\d+[a-z]*(?:(?:, | und | bis )\d+[a-z]*\b)*)")
_WORDS = (
    (re.compile(r"\bSatz (?=\d)"), "sentence "),
    (re.compile(r"(?<![A-Z]\) )\bNr\. (?=\d)"), "no. "),
    (re.compile(r"\bBuchst\. "), "letter "),
    (re.compile(r"\bDSGVO\b"), "GDPR"),
    (re.compile(r"\bi\.V\.m\. "), "with "),
    (re.compile(r"\bAnlage(?= zu)"), "annex"),
    (re.compile(r" zu (?=§)"), " to "),
    (re.compile(r" und (?=[\d(§]|Abs)"), " and "),
    (re.compile(r" bis (?=[\d(])"), " to "),
)


@lru_cache(maxsize=4096)
def cited(norm: str, language: str) -> str:
    """Return a norm as texts of the language cite it: § 18g Abs. 1 Satz 1 AufenthG, § 18g (1) sentence 1 AufenthG.

    The names of German laws stay: they are what an authority knows. Behind §§ a number after a comma is a section.
    """
    if language != "en":
        return norm
    return ";".join(_english(part) for part in norm.split(";"))


def _english(norm: str) -> str:
    pattern = _ONE if "§§" in norm else _LIST
    found = pattern.sub(lambda part: _NUMBER.sub(lambda one: f"({one[0]})", part[1]), norm)
    for german, english in _WORDS:
        found = german.sub(english, found)
    return found
