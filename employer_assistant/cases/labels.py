"""The label of a command in words: ids of content become their titles."""

from __future__ import annotations

from employer_assistant.cases.commands import Label
from employer_assistant.content.library import Library
from employer_assistant.content.model import Text
from employer_assistant.content.phrases import phrase, text


def say(label: Label, library: Library, language: str) -> str:
    """Return what was done as one phrase, such as "Antwort: Jahresgehalt brutto"."""
    key, values = label
    words = {name: _title(name, value, library, language) for name, value in values.items()}
    return phrase(key, language, **words)


def event_title(library: Library, event: str) -> Text | None:
    """Return the title of an event: its own, or that of the step whose start or finish it is."""
    if event in library.events:
        return library.events[event].title
    for step in library.steps.values():
        if event in (step.start_event, step.finish_event, *(also.event for also in step.also_events)):
            return step.title
    return None


def _title(name: str, value: str, library: Library, language: str) -> str:
    titles: dict[str, Text | None] = {
        "fact": library.facts[value].label if value in library.facts else None,
        "step": library.steps[value].title if value in library.steps else None,
        "event": event_title(library, value),
        "document": library.documents[value].title if value in library.documents else None,
    }
    title = titles[name]
    return value if title is None else text(title, language)
