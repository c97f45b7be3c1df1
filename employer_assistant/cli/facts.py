"""``facts``: the vocabulary of a case."""

from __future__ import annotations

from typing import Any

from employer_assistant.cli.arguments import Commands, Options
from employer_assistant.cli.output import Exit, say, say_json
from employer_assistant.cli.parts import library
from employer_assistant.content.model import Fact
from employer_assistant.content.phrases import text


def add(commands: Commands) -> None:
    """Add the command."""
    commands.add("facts", run, json=True)


def run(options: Options) -> Exit:
    """Print every fact in the order in which it is asked."""
    facts, language = library().facts.values(), options.speak
    if options.json:
        say_json([described(fact, language) for fact in facts])
        return Exit.DONE
    width = max(len(fact.id) for fact in facts)
    for fact in facts:
        say(f"{fact.id:<{width}}  {text(fact.question, language)}")
        if fact.choices:
            say(f"{'':<{width}}  {' | '.join(choice.value for choice in fact.choices)}")
    return Exit.DONE


def described(fact: Fact, language: str) -> dict[str, Any]:
    """Return one fact as the contract writes it; ``values`` are the choices, empty for facts of other kinds."""
    return {
        "id": fact.id,
        "kind": fact.kind,
        "values": [choice.value for choice in fact.choices],
        "unit": fact.unit,
        "sensitive": fact.sensitive,
        "changeable_by": fact.changeable_by,
        "text": text(fact.question, language),
        "label": text(fact.label, language),
        "why": text(fact.why, language),
        "where": text(fact.where, language),
        "group": fact.group,
        "norm": fact.norm,
        "choices": [{"value": choice.value, "text": text(choice.label, language)} for choice in fact.choices],
    }
