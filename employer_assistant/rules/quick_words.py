"""The quick check in words, for window, paper and command line alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from employer_assistant.content.library import Library
from employer_assistant.content.model import Body, StatusRow
from employer_assistant.content.norms import cited
from employer_assistant.content.phrases import phrase, text
from employer_assistant.rules.assessment import Finding, RouteAssessment, Status
from employer_assistant.rules.quick_check import DOCUMENT, IN_GERMANY, LOCATION, QuickCheck, QuickLine
from employer_assistant.rules.quick_points import RECOGNISED_BY, deciding, is_lacking, permission_open
from employer_assistant.rules.rulesets import STATUS, ruleset_checks
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.wording import answer_text, condition_text

LICENCE = "qualification.licence"
MOST_NAMED = 3
"""Facts a route depends on that are named; the others are counted."""


def route_name(found: RouteAssessment, language: str) -> str:
    """Return the short name of a route with its paragraph."""
    name = text(found.route.short, language)
    return phrase("quick.route", language, name=name, paragraph=cited(found.route.paragraph, language))


def looks_word(line: QuickLine, language: str) -> str:
    """Return how a route looks in a word or two; never as settled as the full result."""
    return phrase(f"quick.looks.{line.looks}", language)


def line_text(line: QuickLine, library: Library, language: str) -> str:
    """Return why a route looks so: what is still missing, or on what it depends, with the norm of what is missing."""
    said = [phrase("quick.open", language)] if line.looks == "open" else []
    if line.missing:
        said.append(phrase("quick.missing", language, points=_points(line.missing, language)))
    if line.depends:
        said.append(_depends(line.depends, library, language))
    if line.weighed:
        said.append(phrase("quick.weighed", language, points=_points(line.weighed, language)))
    return " ".join(said)


def line_with_looks(line: QuickLine, library: Library, language: str) -> str:
    """Return a line for where no badge stands beside it."""
    said = line_text(line, library, language)
    return said if line.looks == "depends" else f"{looks_word(line, language).capitalize()}. {said}"


def closed_text(found: RouteAssessment, language: str) -> str:
    """Return the point that closes a route, with its norm."""
    return _points(_closing(found)[:1], language)


def closed_by(found: RouteAssessment, language: str) -> str:
    """Return the sentence that closes a route: the same one may close others, each by a norm of its own."""
    return "".join(condition_text(one.condition, one.verdict, language) for one in _closing(found)[:1])


def _closing(found: RouteAssessment) -> list[Finding]:
    return [finding for finding in found.blocking if finding.status is Status.CLOSED]


def summary(check: QuickCheck, situation: Situation, language: str) -> str:
    """Return the result in a sentence or two: the nearest route, what decides, or that nothing is left.

    A route on which something decisive was not answered is never named as the nearest. What the present document
    says comes first where it is no title: then the work permission decides before any route.
    """
    if not check.title_needed:
        return phrase("warning.no-title-needed", language)
    if situation.value(LOCATION) == IN_GERMANY and situation.value(DOCUMENT) == "yes":
        return phrase("quick.here.yes", language)
    if _permission_first(situation):
        then = "then" if check.considered else "else"
        return f"{phrase('quick.here.first', language)} {phrase(f'quick.here.{then}', language)}"
    if not check.lines:
        return phrase("quick.none", language)
    if not check.asked:
        return phrase("quick.nothing_yet", language)
    if not check.considered:
        return phrase("quick.unlikely", language, n=len(check.lines))
    nearest = check.considered[0]
    if nearest.looks == "depends":
        return _undecided(check, situation.library, language)
    return phrase(f"quick.nearest.{nearest.looks}", language, route=route_name(nearest.found, language))


def _permission_first(situation: Situation) -> bool:
    stays = situation.library.content.interview.permission_first
    return permission_open(situation) and situation.value(STATUS) in stays


def _undecided(check: QuickCheck, library: Library, language: str) -> str:
    """Name what decides most; a route only if it is the only one left, or the only one that suits the occupation."""
    facts = ", ".join(text(library.facts[fact].label, language) for fact in deciding(check)[:MOST_NAMED])
    said = (
        phrase("quick.undecided.by", language, facts=facts) if facts else phrase("quick.undecided.authority", language)
    )
    route = route_name(check.considered[0].found, language)
    how = "undecided" if len(check.lines) == check.likely else "likely"
    return f"{phrase(f'quick.{how}', language, n=check.likely, route=route)} {said}"


def point_text(fact: str, situation: Situation, language: str, recognisers: Sequence[Body]) -> str:
    """Return whom to ask about a point, or that it is still missing and who decides on it, named if known.

    ``recognisers``: who may recognise the occupation at the place of work.
    """
    said = [_lacking(fact, situation, language)] if is_lacking(fact, situation) else []
    names = [text(body.name, language) for body in recognisers] if _recognised(fact, situation) else []
    if names:
        key = "quick.point.body" if len(names) == 1 else "quick.point.bodies"
        said.append(phrase(key, language, bodies=phrase("page.list", language).join(names)))
    else:
        said.append(text(situation.library.facts[fact].where, language))
    return " ".join(said)


def _lacking(fact: str, situation: Situation, language: str) -> str:
    """Return that something is missing; what is there already, such as a draft, is named as not enough."""
    answer, found = situation.answers[fact], situation.library.facts[fact]
    if found.kind == "yes_no":
        return phrase("quick.point.lacking", language)
    said = answer_text(found, answer, situation.library, language)
    return phrase("quick.point.so_far", language, answer=said)


def _recognised(fact: str, situation: Situation) -> bool:
    """Tell whether who recognises the occupation decides on the point; on a licence only where one is needed."""
    library = situation.library
    occupation = library.occupations.get(str(situation.value("job.occupation")))
    if occupation is None or library.facts[fact].asked_when_unknown != RECOGNISED_BY[0]:
        return False
    return fact != LICENCE or occupation.regulated == "yes"


def here_text(situation: Situation, language: str) -> str:
    """Return what the present document of somebody in Germany means for this job, with its norm; empty if unknown."""
    if situation.value(LOCATION) != IN_GERMANY:
        return ""
    checks = ruleset_checks(situation)
    if situation.value(DOCUMENT) == "yes":
        rules = [condition for check in checks for condition, judged in check.findings if DOCUMENT in judged.facts]
        said = [(phrase("quick.here.allowed", language), one.norm) for one in rules]
    else:
        said = [(_may_work(row, language), row.norm) for check in checks for row in check.here]
    return next((f"{words} ({cited(norm, language)})" for words, norm in said), "")


def _may_work(row: StatusRow, language: str) -> str:
    status, may_work, check = (text(words, language) for words in (row.status, row.may_work, row.check))
    return phrase("quick.here.row", language, status=status, may_work=may_work, check=check)


def _depends(facts: Sequence[str], library: Library, language: str) -> str:
    named = facts if len(facts) <= MOST_NAMED + 1 else facts[:MOST_NAMED]
    names = phrase("page.list", language).join(text(library.facts[fact].label, language) for fact in named)
    more = len(facts) - len(named)
    key = "quick.depends.more" if more else "quick.depends"
    return phrase(key, language, facts=names, n=more)


def _points(findings: Iterable[Finding], language: str) -> str:
    """Return each point once, as what is missing or what is required, with its norm."""
    said = []
    for finding in findings:
        condition = finding.condition
        words = condition_text(condition, finding.verdict, language)
        said.append(phrase("quick.point", language, words=words.rstrip("."), norm=cited(condition.norm, language)))
    return " ".join(dict.fromkeys(said))
