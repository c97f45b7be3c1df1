"""Faults to plant in the wording of the content, one each, and what the check has to say about it (see ``faults``)."""

from __future__ import annotations

from collections.abc import Callable

from faults import CARD, JOB, PERMISSION, Fault, Items, card, text, words


def german(sentence: str) -> Callable[[Items], object]:
    """Write a hint of a step."""
    return lambda items: items["abh-fee"].update(hints=[text(sentence)])


def english(sentence: str) -> Callable[[Items], object]:
    """Write a hint of a step in English."""
    return lambda items: items["abh-fee"].update(hints=[{**text("Ein Satz."), "en": sentence}])


WORD = "wort " * 11
GERMAN: list[Fault] = [
    ("long question", JOB, words("job.offer", "question", f"Ist {WORD}da?"), "The question has 13 words", "de:"),
    ("long sentence asked", JOB, words("job.offer", "why", f"Es ist {WORD}{WORD}."),
     "A sentence has 24 words, at most 20", "de:"),
    ("long sentence of a condition", CARD, card(lambda c: c.update(unmet=text(f"Es {WORD}{WORD}."))),
     "A sentence has 23 words, at most 20", "de:"),
    ("long sentence", PERMISSION, german(f"Es {WORD}{WORD}wort wort wort."),
     "A sentence has 26 words, at most 25", "de:"),
    ("sign in a question", JOB, words("job.offer", "question", "Gilt § 3?"), "A paragraph sign stands", "de:"),
    ("ABH", PERMISSION, german("Fragen Sie die ABH."), "'ABH' is not explained", "de:"),
    ("BA", PERMISSION, german("Die BA prüft das."), "'BA' is not explained", "de:"),
    ("FIZU", PERMISSION, german("Die FIZU berät."), "'FIZU' is not explained", "de:"),
    ("EzB", PERMISSION, german("Füllen Sie die EzB aus."), "'EzB' is not explained", "de:"),
    ("star", PERMISSION, german("Fragen Sie Mitarbeiter*innen."), "'Mitarbeiter*innen' cannot", "de:"),
    ("colon", PERMISSION, german("Fragen Sie Bewerber:innen."), "'Bewerber:innen' cannot", "de:"),
    ("inner capital", PERMISSION, german("Fragen Sie BewerberInnen."), "'BewerberInnen' cannot", "de:"),
    ("no umlaut", PERMISSION, german("Das ist fuer Sie."), "'fuer' looks like a word without umlaut", "de:"),
    ("thousands", PERMISSION, german("Das kostet 1500 €."), "'1500 €' is not the usual form", "de:"),
    ("cents", PERMISSION, german("Das kostet 37.50 €."), "'7.50 €' is not the usual form", "de:"),
    ("EUR", PERMISSION, german("Das kostet 15 EUR."), "'EUR' is not the usual form", "de:"),
    ("day", PERMISSION, german("Bis zum 2026-12-31."), "'2026-12-31' is not the German form", "de:"),
    ("dash", PERMISSION, german("Nicht bekannt – bitte fragen."), "A dash glues two thoughts", "de:"),
    ("word of offices", PERMISSION, german("Das gilt gemäß Vertrag."), "'gemäß' is a word of offices", "de:"),
    ("capital umlaut", PERMISSION, german("Uebersetzen Sie das."), "'Uebersetzen' looks like", "de:"),
]  # fmt: skip

WRITTEN: list[Fault] = [
    ("sign first", PERMISSION, german("Das kostet € 75."), "'€ 75' is not the usual form", "de:"),
    ("Land", PERMISSION, english("Ask the Land."), "'Land' is not explained", "en:"),
    ("ZAB", PERMISSION, english("Ask the ZAB."), "'ZAB' is not explained", "en:"),
    ("crafts", PERMISSION, english("Ask the chamber of crafts."), "'chamber of crafts' is not the usual form", "en:"),
    ("no space", PERMISSION, german("Das kostet 75€."), "'75€' is not the usual form", "de:"),
    ("brackets in brackets", PERMISSION, german("Das Amt (hier (Haus B)) hilft."), "Brackets stand inside", "de:"),
    ("EUR in English", PERMISSION, english("It costs EUR 15."), "'EUR' is not the usual form", "en:"),
    ("euros", PERMISSION, english("It costs 15 euros."), "'15 euros' is not the usual form", "en:"),
    ("sign last", PERMISSION, english("It costs 15 €."), "'15 €' is not the usual form", "en:"),
    ("English thousands", PERMISSION, english("It costs €1.500."), "'€1.500' is not the usual form", "en:"),
    ("English cents", PERMISSION, english("It costs €37,50."), "'€37,50' is not the usual form", "en:"),
    ("brackets in English", PERMISSION, english("An office (here (§ 2 (1)) it is) helps."), "Brackets stand", "en:"),
]  # fmt: skip
