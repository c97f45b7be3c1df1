"""What mostly goes with an occupation: for the order in which routes are told and asked about, never for a status."""

from __future__ import annotations

from dataclasses import replace

from employer_assistant.content.model import Route
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import Status, assess_route
from employer_assistant.rules.situation import Situation, typed


def supposed(situation: Situation) -> Situation:
    """Return the situation with what mostly goes with the occupation where nothing is known."""
    known = {fact: answer for fact, answer in situation.answers.items() if answer != UNKNOWN}
    return replace(situation, answers={**_typical(situation), **known})


def suits(route: Route, situation: Situation) -> bool:
    """Tell whether a route is for people of this occupation, as far as one can tell without having asked."""
    return assess_route(route, supposed(situation)).status is not Status.CLOSED


def _typical(situation: Situation) -> dict[str, Answer]:
    library = situation.library
    occupation = library.occupations.get(str(situation.value("job.occupation")))
    if occupation is None:
        return {}
    codes = (*occupation.isco08, *occupation.isco08_alternatives)
    found: dict[str, Answer] = {}
    for one in library.content.interview.typical:
        of_group = not one.isco08 or any(code.startswith(one.isco08) for code in codes)
        if of_group and (not one.kinds or occupation.kind in one.kinds):
            found.update((fact, typed(library.facts[fact], value)) for fact, value in one.answers.items())
    return found
