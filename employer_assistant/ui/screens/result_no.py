"""A useful No: the nearest openings, what each takes and whom to ask, the desks that advise, further changes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.plan.offices import advisers
from employer_assistant.rules.assessment import Finding
from employer_assistant.rules.levers import Lever, levers_for
from employer_assistant.rules.nearest import Opening, UsefulNo, nearest
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.wording import lever_by, lever_effect, lever_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import Card, Divider, LinkButton, PlainLabel
from employer_assistant.ui.screens.bases import of_finding
from employer_assistant.ui.screens.findings import sentence
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.office_card import short_desk
from employer_assistant.ui.screens.parts import buttons
from employer_assistant.ui.screens.source_link import sourced
from employer_assistant.ui.screens.thinking import shown_desks


def useful_no(context: Context) -> list[QWidget]:
    """Return the cards of a No; none if a route is open or reachable, or no title is needed."""
    found = nearest(context.controller.assessment())
    if found is None:
        return []
    t = context.t
    card = Card(t(found.title), PlainLabel(t("result.no.intro" if found.openings else "page.result.no_levers")))
    for opening in found.openings:
        card.add(Divider())
        card.add(_opening(opening, context))
    ways = _further(found, context)
    if ways:
        card.add(fold(t("page.result.levers.more", n=len(ways)), partial(_ways, ways, context), t))
    desks = advisers(shown_desks(context), found)
    ask = Card(t("result.no.ask"), *(short_desk(desk, context) for desk in desks))
    return [card, ask]


def _opening(opening: Opening, context: Context) -> QWidget:
    """Return a route that could come into reach: what stands in the way, what it takes, whom to ask."""
    library = context.library
    lines: list[QWidget] = [PlainLabel(context.words(opening.found.route.short), "strong")]
    if opening.lever is not None:
        lines.append(PlainLabel(lever_text(opening.lever, library, context.language)))
        lines.append(PlainLabel(lever_effect(opening.lever, library, context.language)))
        lines.append(PlainLabel(lever_by(opening.lever, library, context.language), "small"))
    for finding in opening.missing:
        said = sentence(finding, context.language)
        words = stack(PlainLabel(_obstacle(finding, said, context)))
        lines.append(sourced(words, of_finding(finding), context, said))
    others = (fact for fact in opening.ask if fact not in opening.questions)
    where = dict.fromkeys(context.words(library.facts[fact].where) for fact in others)
    lines += [PlainLabel(words, "small") for words in where]
    asks = [_question(fact, context) for fact in opening.questions]
    return stack(*lines, *asks, space=4)


def _obstacle(finding: Finding, said: str, context: Context) -> str:
    """Say what stands in the way; a condition of which nothing is known is no obstacle yet, and is said as a question.

    A condition with words of its own for what is open says so by itself.
    """
    if finding.verdict is not Verdict.UNKNOWN:
        return context.t("result.no.missing", sentence=said)
    return said if finding.condition.open is not None else context.t("result.no.unknown", sentence=said)


def _question(fact: str, context: Context) -> QWidget:
    """Return a question still to find out, whom to ask and the way to answer it."""
    question = context.words(context.library.facts[fact].question)
    ask = LinkButton(context.t("page.routes.reply"))
    ask.setAccessibleName(context.t("page.finding.reply.of", fact=question))
    ask.clicked.connect(partial(_open, context, fact))
    where = PlainLabel(context.words(context.library.facts[fact].where), "small")
    return stack(PlainLabel(question), where, buttons(ask), space=2)


def _open(context: Context, fact: str, _on: bool = False) -> None:
    context.go("answers", fact)


def _further(found: UsefulNo, context: Context) -> dict[str, list[str]]:
    """Return every other change that would help, with the routes it helps and how they would stand then."""
    named = {_change(one.lever, context) for one in found.openings if one.lever}
    ways: dict[str, list[str]] = {}
    for route in context.controller.assessment().routes:
        for lever in levers_for(route, context.controller.situation()):
            change = _change(lever, context)
            if change not in named:
                then = context.t(f"lever.then.{lever.status.id}", route=context.words(route.route.short))
                ways.setdefault(change, []).append(then)
    return ways


def _change(lever: Lever, context: Context) -> str:
    return (
        f"{lever_text(lever, context.library, context.language)} {lever_by(lever, context.library, context.language)}"
    )


def _ways(ways: dict[str, list[str]], context: Context) -> QWidget:
    t = context.t
    lines = [
        stack(PlainLabel(lever), PlainLabel(t("page.result.lever.routes", routes=", ".join(names)), "small"), space=2)
        for lever, names in ways.items()
    ]
    return stack(PlainLabel(t("page.result.levers"), "small"), *lines)
