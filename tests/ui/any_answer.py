"""Any answer to a question, by its kind."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from employer_assistant.content.library import Library
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import Answer


def any_answer(fact: Fact, library: Library, chance: random.Random) -> Answer:
    """Return an answer that the question takes."""
    match fact.kind:
        case "choice":
            return chance.choice(fact.choices).value
        case "yes_no":
            return chance.random() < 0.5
        case "money":
            return Decimal(chance.randrange(100, 90_000))
        case "number":
            return Decimal(chance.randrange(0, 60))
        case "date":
            return date(chance.randrange(1960, 2030), 5, 5)
        case "postcode":
            return chance.choice(list(library.municipalities_by_postcode))
        case "country":
            return chance.choice(list(library.countries))
        case "countries":
            return tuple(chance.sample(list(library.countries), chance.randrange(1, 3)))
        case "occupation":
            return chance.choice(list(library.occupations))
        case _:
            return "14612000" if "municipality" in fact.id else "2512"
