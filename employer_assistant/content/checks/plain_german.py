"""Checks of plain German that a machine can make: length, abbreviations, paragraph signs, word forms, umlauts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.walk import items
from employer_assistant.content.model import Content
from employer_assistant.content.walk import Path, texts

QUESTION_WORDS, ASKED_SENTENCE, OTHER_SENTENCE = 12, 20, 25
"""Most words of a question, of a sentence in questions and conditions, and of any other sentence."""

ABBREVIATIONS = (
    *("ABH", "AA", "AGS", "APQ", "AV", "BA", "BAMF", "bFV", "BSK", "DAB", "eAT", "EzB", "FEG", "FiZu", "FIZU"),
    *("KSV", "LaSuB", "LDS", "LaZuBA", "SAB", "SV", "WC", "ZAB", "ZAV", "ZEFAS"),
)
"""Short names that offices use among themselves; people outside do not know them."""

_ASKED = {
    "facts": ("question", "why", "help", "where", "choices"),
    "shared_conditions": ("text", "unmet", "open", "explain", "action"),
    "routes": ("text", "unmet", "open", "explain", "action"),
    "rulesets": ("text", "unmet", "open", "explain", "action"),
}
_WORD = re.compile(r"[^\W_][\w.,/’'-]*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[)“\"]?\s+(?=[A-ZÄÖÜ„(§0-9])|[:;]\s+|\n+")
_SHORTENED = re.compile(r"\b(?:Nr|Abs|Art|Str|St|ca|bzw|Dr|Anl|S|z|B|d|h|u|a)\.$")
_SHORT = re.compile(rf"(?<![\w-])({'|'.join(ABBREVIATIONS)})(?![\w-])")
_GENDER_SIGN = re.compile(r"[*:_·/-](?:innen|in|r|n|e)\b|[a-zäöüß]In(?:nen)?\b")
_GENDER = re.compile(r"\b\w+(?:[*:_·]|/-?)(?:innen|in|r|n|e)\b|\b\w*[a-zäöüß]In(?:nen)?\b")
_TWO_LETTERS = re.compile(r"[Aa]e|[Oo]e|(?<![aeoqAEOQ])[Uu]e")
_DIGRAPH = re.compile(r"\b\w*(?:[Aa]e|[Oo]e|(?<![aeoqAEOQ])[Uu]e)\w*")
_TRUE_DIGRAPH = re.compile(
    r"zuer|(?:akt|vis|man|individ|event|virt|rit|grad|sex)uell|Israel|Goethe|Oelsnitz|elektr|soeben|Koeffi|Buenos|Venezuela"
    r"|Duell|Statue|Aero|Poesie|Michael|Raphael|zuein|zuent|Soest|Itzehoe|Noel|Suez|Puerto|Samuel|Manuel",
    re.IGNORECASE,
)


OFFICE_WORDS = (
    *("gemäß", "seitens", "bezüglich", "hinsichtlich", "mittels", "zwecks"),
    *("bzw.", "ggf.", "z. B.", "z.B.", "u. a.", "u.a.", "i. d. R.", "i.d.R.", "o. g.", "o.g."),
)
"""Words and shortened words that people write in offices and do not say."""

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_GLUE = re.compile(r"(?<=\w) – (?=[a-zäöü])")
_OFFICE_WORDS = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, OFFICE_WORDS))})(?!\w)")


def check_german(content: Content, reporter: Reporter) -> None:
    """Report German texts that break the rules of plain language."""
    for collection, item_id, item in items(content):
        for path, words in texts(item):
            for fault in _faults(collection, path, words.de):
                reporter.report(collection, item_id, fault, *path, "de")


def sentences(words: str) -> list[str]:
    """Split a text into sentences; a colon or semicolon ends a thought, the dot of "Nr." ends none."""
    cuts = [0, *(end.end() for end in _SENTENCE_END.finditer(words) if not _SHORTENED.search(words[: end.start()]))]
    return [words[start:end].strip() for start, end in pairwise((*cuts, len(words))) if words[start:end].strip()]


def word_count(words: str) -> int:
    """Count words; numbers count, signs alone do not."""
    return len(_WORD.findall(words))


def _faults(collection: str, path: Path, words: str) -> Iterator[str]:
    asked = _is_asked(collection, path)
    if path == ("question",) and word_count(words) > QUESTION_WORDS:
        yield f"The question has {word_count(words)} words. Use at most {QUESTION_WORDS}."
    if path == ("question",) and "§" in words:
        yield "A paragraph sign stands in the question. Move the norm to 'norm' or 'help'."
    limit = ASKED_SENTENCE if asked else OTHER_SENTENCE
    long_enough = words.count(" ") >= limit  # most texts are short: splitting them is not worth the time
    for sentence in sentences(words) if long_enough else ():
        if word_count(sentence) > limit:
            yield f"A sentence has {word_count(sentence)} words, at most {limit} are plain. Split it: {sentence[:60]} …"
    yield from unexplained(words)
    # the sign alone is looked for first: that is ten times faster than looking for the word around it
    for word in _GENDER.findall(words) if _GENDER_SIGN.search(words) else ():
        yield f"'{word}' cannot be read aloud. Use a neutral word."
    for word in _DIGRAPH.findall(words) if _TWO_LETTERS.search(words) else ():
        if not _TRUE_DIGRAPH.search(word) and not _in_address(word, words):
            yield f"'{word}' looks like a word without umlaut. Write ä, ö, ü."
    yield from _written(words)


def unexplained(words: str) -> Iterator[str]:
    """Yield short names of German offices without the long one beside them; English readers know them even less."""
    for short in sorted(set(_SHORT.findall(words))):
        if not _explained(short, words):
            yield f"'{short}' is not explained. Write the name out."


def _written(words: str) -> Iterator[str]:
    """Yield what is written otherwise than people write it: days, dashes, words of offices.

    What is plainly in the words is looked for first: that spares most of the time.
    """
    for found in _DAY.findall(words) if "-" in words else ():
        yield f"'{found}' is not the German form. Write the day as 31.12.2026."
    if " – " in words and _GLUE.search(words):
        yield "A dash glues two thoughts together. Make two sentences of it, or use a comma."
    if any(word in words for word in OFFICE_WORDS):
        for found in _OFFICE_WORDS.findall(words):
            yield f"'{found}' is a word of offices. Write it as you would say it."


def _is_asked(collection: str, path: Path) -> bool:
    inside_condition = collection not in ("routes", "rulesets") or path[0] == "conditions"
    return inside_condition and any(part in _ASKED.get(collection, ()) for part in path)


def _explained(short: str, words: str) -> bool:
    """Tell whether the long name stands beside the short one: "Long (X)", "Name (Long, X)" or "X (Long)"."""
    escaped = re.escape(short)
    return (
        re.search(
            rf"[\w)] \({escaped}\)|\([^()]{{6,}}, {escaped}\)|\({escaped}[,;:]|(?<![\w-]){escaped} \([^)]{{6,}}\)",
            words,
        )
        is not None
    )


def _in_address(word: str, words: str) -> bool:
    """Tell whether a word is part of a web or mail address."""
    return re.search(rf"[@/.][\w.@/-]*{re.escape(word)}|{re.escape(word)}[\w-]*[.@/]\w", words) is not None
