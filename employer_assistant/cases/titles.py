"""What a case is called where people see it."""

from __future__ import annotations

from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase, said_as, text
from employer_assistant.rules.answers import UNKNOWN


def title_of(case: Case, library: Library, language: str) -> str:
    """Return the title the user chose, else job and country, never the person's name."""
    return typed_title(case, language) or default_title(case, library, language)


def typed_title(case: Case, language: str) -> str:
    """Return the title as typed, empty if there is none; a sample case that came with the app has one per language."""
    return said_as(case.title, "samples.", language) if case.sample else case.title


def shown_title(case: Case, library: Library, language: str) -> str:
    """Return the title as windows and lists show it: a sample case says that it is one."""
    title = title_of(case, library, language)
    return phrase("cases.title.sample", language, title=title) if case.sample else title


def default_title(case: Case, library: Library, language: str) -> str:
    """Return job and country, never the person's name: "Pflegefachfrau/-mann, Vietnam"."""
    occupation = library.occupations.get(str(case.answers.get("job.occupation")))
    own = case.answers.get("job.title")
    job = text(occupation.name, language) if occupation else own if isinstance(own, str) and own != UNKNOWN else ""
    codes = case.answers.get("person.citizenship")
    found = [library.countries[code] for code in codes if code in library.countries] if isinstance(codes, tuple) else []
    country = ", ".join(text(country.name, language) for country in found)
    return ", ".join(part for part in (job, country) if part) or phrase("cases.title.new", language)
