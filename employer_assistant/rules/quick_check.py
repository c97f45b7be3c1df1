"""The quick check: about ten questions without a name, those an adviser asks first; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from employer_assistant.content.library import Library
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status, assess
from employer_assistant.rules.interview import askable, interview
from employer_assistant.rules.nearest import nearest_first
from employer_assistant.rules.rulesets import STATUS
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.typical import supposed
from employer_assistant.rules.verdict import Verdict

MOST_QUESTIONS = 12
"""Of somebody who is in Germany one more: what the document allows."""
POINTING = frozenset({"date", "text", "postcode"})
"""Kinds of answers that may point at a person or a place of work; a check without a name does without them."""
LOCATION, IN_GERMANY = "person.location", "germany"
DOCUMENT = "person.document_allows_this_job"
"""Whether that document allows the job already: of somebody who is here the first question (§ 4a Abs. 5 AufenthG)."""
Looks = Literal["open", "reachable", "depends"]
Steps: TypeAlias = tuple[tuple[str, Answer], ...]
LOOKS: tuple[Looks, ...] = ("open", "reachable", "depends")


@dataclass(frozen=True)
class QuickLine:
    """A route that is not closed, as far as the check can tell.

    ``looks``: open or reachable if nothing of its own is left to decide, else it depends: on the facts ``depends``
    and on what an authority weighs (``weighed``). ``missing``: what the road itself still has to meet. ``later``:
    what holds for titles in general, or needs a date or a name; the full interview asks it.
    """

    found: RouteAssessment
    looks: Looks
    depends: tuple[str, ...]
    weighed: tuple[Finding, ...]
    missing: tuple[Finding, ...]
    later: tuple[str, ...]
    suits: bool = True
    """Whether the route suits the occupation, by what mostly goes with it."""


@dataclass(frozen=True)
class QuickCheck:
    """``question``: the next one, None at the end; ``lines``: routes left, best first; ``closed``: the others.

    ``likely``: how many of the lines suit the occupation, all if none does; of equal looks they come first.
    """

    question: str | None
    asked: int
    lines: tuple[QuickLine, ...]
    likely: int
    closed: tuple[RouteAssessment, ...]
    title_needed: bool

    @property
    def considered(self) -> tuple[QuickLine, ...]:
        """Routes to consider: those that suit the occupation, and any other on which nothing is left to decide."""
        return tuple(line for line in self.lines if line.suits or line.looks != "depends")


@dataclass(frozen=True)
class QuickPath:
    """Answers that count, in the order of their questions, and what follows from them alone."""

    answers: Mapping[str, Answer]
    assessment: Assessment
    check: QuickCheck


def quick_check(assessment: Assessment, most: int = MOST_QUESTIONS) -> QuickCheck:
    """Return where the check stands after the answers given so far."""
    unlikely = _unlikely(assessment.situation)
    left = [
        replace(quick_line(found, assessment), suits=found.route.id not in unlikely)
        for found in assessment.routes
        if found.status is not Status.CLOSED
    ]
    asked = len(assessment.situation.answers)
    counted = asked - (DOCUMENT in assessment.situation.answers)  # it decides beside the routes
    left.sort(key=lambda line: (not line.suits, line.found.route.rank))
    likely = [line for line in left if line.suits] or left
    if assessment.situation.value("job.purpose") != "employment" and not any(line.suits for line in left):
        left = [replace(line, suits=True) for line in left]  # what goes with an occupation is known of jobs only
    return QuickCheck(
        question=None if counted >= most or not assessment.title_needed else _question(assessment, likely),
        asked=asked,
        lines=tuple(sorted(left, key=lambda line: LOOKS.index(line.looks))),
        likely=len(likely),
        closed=tuple(found for found in nearest_first(assessment) if found.status is Status.CLOSED),
        title_needed=assessment.title_needed,
    )


def _unlikely(situation: Situation) -> set[str]:
    """Return the routes that do not suit the occupation; they come after the others and are closed to nobody."""
    return {found.route.id for found in assess(supposed(situation)).routes if found.status is Status.CLOSED}


def quick_path(
    given: Mapping[str, Answer], library: Library, on: date, seen: dict[Steps, QuickPath] | None = None
) -> QuickPath:
    """Ask from the beginning and take what was given; what would not be asked does not count, nor does its order.

    ``seen`` spares working out again what it holds; the caller keeps it and throws it away with the answers.
    """
    seen = {} if seen is None else seen
    steps: Steps = ()
    while True:
        if steps not in seen:
            assessment = assess(Situation(library, dict(steps), on))
            seen[steps] = QuickPath(dict(steps), assessment, quick_check(assessment))
        question = seen[steps].check.question
        if question is None or question not in given:
            return seen[steps]
        steps = (*steps, (question, given[question]))


def anonymous(fact: Fact) -> bool:
    """Tell whether a fact may be asked without a name: it points at nobody and is not about somebody's past stay."""
    # most routes hang on the kind of document of somebody who is here
    return fact.id in (STATUS, DOCUMENT) or (fact.kind not in POINTING and not _of_residence(fact))


def _of_residence(fact: Fact) -> bool:
    return fact.group == "stay" and (fact.sensitive or fact.kind in POINTING)


def quick_line(found: RouteAssessment, assessment: Assessment) -> QuickLine:
    """Sort what keeps a route from being open: what decides it, what the road meets, what may wait."""
    situation, own = assessment.situation, {condition.id for condition in found.route.conditions}
    weighs = found.weighing
    missing = tuple(one for one in weighs if one.status is Status.REACHABLE)
    unknown = [one for one in weighs if one.verdict is Verdict.UNKNOWN and set(one.open_facts) & set(found.open_facts)]
    deciding = [one for one in unknown if _decides(one, own, situation)]
    weighed = tuple(one for one in weighs if one.status is Status.UNDECIDED and one.verdict is Verdict.UNMET)
    looks: Looks = "depends" if deciding or weighed else "reachable" if missing else "open"
    depends = _in_order((_to_find_out(one.open_facts, situation) for one in deciding), situation)
    rest = _in_order((_to_find_out(one.open_facts, situation) for one in unknown if one not in deciding), situation)
    return QuickLine(found, looks, depends, weighed, missing, tuple(fact for fact in rest if fact not in depends))


def _decides(finding: Finding, own: set[str], situation: Situation) -> bool:
    """Tell whether a point must be settled before a route may look open.

    Those of the title itself are, unless they need a date or a name that the check does not ask, such as a day of
    birth. For somebody who is in Germany without a title to work or learn, so is the stay: an entry ban or a former
    asylum procedure is likelier there. Whoever holds such a title was looked at for both when it was issued.
    """
    facts = [situation.library.facts[fact] for fact in finding.open_facts]
    titled = situation.value(STATUS) in situation.library.content.interview.titled
    if situation.value(LOCATION) == IN_GERMANY and not titled and any(_of_residence(fact) for fact in facts):
        return True
    return finding.condition.id in own and all(anonymous(fact) or _of_residence(fact) for fact in facts)


def _to_find_out(facts: Iterable[str], situation: Situation) -> Iterable[str]:
    """Return the questions that settle facts; one that was answered "unknown" stands for itself."""
    return ((askable(fact, situation) or fact) for fact in facts)


def _in_order(groups: Iterable[Iterable[str]], situation: Situation) -> tuple[str, ...]:
    order = situation.library.fact_order
    return tuple(sorted({fact for group in groups for fact in group}, key=lambda fact: order[fact]))


def _question(assessment: Assessment, likely: list[QuickLine]) -> str | None:
    """Return what to ask next: the purpose, whether a title is needed, then what the titles themselves require.

    Of those that suit the occupation, what the one of best rank still lacks comes first, as in the interview, down to
    the first that looks open or reachable; titles that do not suit it are asked about only if no other is left. What
    holds for all titles alike (passport, pay as customary …) is left for the interview.
    """
    situation = assessment.situation
    known = situation.library.facts
    wanted: list[str] = []
    for line in likely:  # best rank first
        wanted += line.depends
        if line.looks != "depends":
            break
    if situation.value(LOCATION) == IN_GERMANY:
        wanted.append(DOCUMENT)
    gates = {askable(fact, situation) for fact in wanted}
    asked = {fact: askable(fact, situation) for fact in assessment.needless_facts if situation.answers}
    needless = [question for fact, question in asked.items() if question != fact]  # the fact itself: only relatives
    able = (*needless, *(fact for fact in interview(assessment).next_facts if fact in gates))
    found = next((fact for fact in able if fact is not None and anonymous(known[fact])), None)
    sooner = situation.library.content.interview.sooner.get(found or "")
    return sooner if sooner in able else found
