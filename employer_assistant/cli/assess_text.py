"""The assessment as text to read: the best route first, its reasons, what is missing, then the others in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from employer_assistant.cases.titles import shown_title
from employer_assistant.cli.lines import wrapped
from employer_assistant.cli.parts import Result
from employer_assistant.content.norms import cited
from employer_assistant.content.phrases import phrase, text
from employer_assistant.plan.desk_of_step import places
from employer_assistant.plan.offices import advisers
from employer_assistant.plan.remedies import fitting_remedies, in_place_of_step
from employer_assistant.plan.selection import approval_key, in_germany
from employer_assistant.plan.setting import Setting
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status
from employer_assistant.rules.deciding import deciding
from employer_assistant.rules.interview import Interview
from employer_assistant.rules.levers import Lever
from employer_assistant.rules.nearest import nearest, nearest_first
from employer_assistant.rules.reasons import grounds
from employer_assistant.rules.rulesets import RulesetCheck
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.told import findings_told, overrides_told
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.warnings import telling
from employer_assistant.rules.wording import (
    condition_text,
    date_text,
    grounds_text,
    lever_line,
    override_text,
    warning_text,
)

MOST_QUESTIONS = 8


def report(result: Result, language: str) -> Iterator[str]:
    """Yield the lines of the answer."""
    assessment = result.assessment
    now = assessment.situation
    read = date_text(now.library.content.law_as_of, language)
    yield shown_title(result.case, now.library, language)
    yield phrase("cli.assess.head", language, on=date_text(now.on, language), law=read)
    for warning in telling(result.warnings, assessment):
        yield from wrapped("! " + warning_text(warning, now.library, language))
    for one in overrides_told(assessment):
        reason = result.case.reasons.get(one.fact.id, "")
        yield from wrapped("! " + override_text(one, reason, now.library, language))
    first = in_germany(now) and all(found.status is Status.CLOSED for found in assessment.routes)
    if first:  # whoever is here may be allowed to work all the same
        yield from _rulesets(result.rulesets, language)
    if not result.questions.next_facts:
        yield from _useful_no(assessment, language)
    for status in Status:
        routes = [found for found in nearest_first(assessment) if found.status is status]
        if not routes:
            continue
        yield from ("", phrase(f"cli.assess.{status.id}", language, n=len(routes)))
        for found in routes:
            yield from _route(found, result.levers[found.route.id], now, language, full=found is assessment.best)
    if not first:
        yield from _rulesets(result.rulesets, language)
    yield from _questions(result.questions, now, language)
    yield ""
    yield from wrapped(phrase("disclaimer", language))


def _useful_no(assessment: Assessment, language: str) -> Iterator[str]:
    """Where nothing is open or reachable: the nearest openings, what each takes, and whom to ask."""
    found = nearest(assessment)
    if found is None:
        return
    yield ""
    yield from wrapped(phrase("cli.assess.no" if found.openings else "page.result.no_levers", language))
    for one in found.openings:
        yield from wrapped(
            f"- {text(one.found.route.title, language)} ({cited(one.found.route.paragraph, language)})", 2
        )
        if one.lever is not None:
            yield from wrapped(lever_line(one.lever, assessment.situation.library, language), 4)
    desks = ", ".join(text(desk.name, language) for desk in advisers(places(assessment.situation).work, found))
    yield from wrapped(f"{phrase('result.no.ask', language)}: {desks}", 2)


def _decider(found: RouteAssessment, now: Situation, language: str) -> Iterator[str]:
    """Name the question that would decide an undecided route, else the one most likely to."""
    choice = deciding(found, now)
    if choice is not None:
        asked = text(now.library.facts[choice.question].question, language)
        yield from wrapped(f"? {asked}  [{choice.question}]", 4)


def _route(
    found: RouteAssessment, its_levers: Sequence[Lever], now: Situation, language: str, *, full: bool
) -> Iterator[str]:
    yield from wrapped(
        f"{text(found.route.title, language)} ({cited(found.route.paragraph, language)})  [{found.route.id}]", 2
    )
    if full:
        yield from _reasons(found, now, language)
    elif found.status is not Status.OPEN:
        for finding in _telling(found):
            yield from wrapped("- " + _missing(finding, found.route.id, now, language), 4)
        yield from _decider(found, now, language)
    for lever in its_levers:
        said = lever_line(lever, now.library, language)
        yield from wrapped("> " + phrase("cli.assess.lever", language, text=said), 4)


def _reasons(found: RouteAssessment, now: Situation, language: str) -> Iterator[str]:
    """Tell of the best route what is met, what is missing and what is only assumed."""
    counted = [finding for finding in findings_told(found, now) if finding.blocks]
    for finding in found.weighing:
        yield from wrapped("- " + _missing(finding, found.route.id, now, language), 4)
    met = [finding for finding in counted if finding.verdict is Verdict.MET]
    for finding in met:
        key = "cli.assess.assumed" if finding.assumed else "cli.assess.met"
        norm, said = cited(finding.condition.norm, language), text(finding.condition.text, language)
        yield from wrapped("- " + phrase(key, language, text=said, norm=norm), 4)
        if finding.condition.id.startswith(found.route.id):
            yield from wrapped(grounds_text(grounds(finding, now), now, language), 6)
    yield from wrapped(phrase(f"cli.ba.{approval_key(found.ba_approval, now)}", language), 4)
    yield from wrapped(phrase(f"cli.accelerated.{found.accelerated}", language), 4)


def _telling(found: RouteAssessment) -> list[Finding]:
    """Return what is unmet and decides how the route stands; what is unknown is asked below."""
    worst = [finding for finding in found.blocking if finding.status is found.status]
    return [finding for finding in worst if finding.verdict is Verdict.UNMET]


def _missing(finding: Finding, route: str, now: Situation, language: str) -> str:
    condition = finding.condition
    if finding.verdict is Verdict.UNKNOWN:
        return phrase(
            "cli.assess.unknown",
            language,
            text=condition_text(condition, finding.verdict, language),
            norm=cited(condition.norm, language),
        )
    said = phrase(
        "cli.assess.unmet", language, text=text(condition.unmet, language), norm=cited(condition.norm, language)
    )
    if not finding.remedy_steps:
        return said
    fitting = fitting_remedies(finding, Setting(now, route, "regular"))
    if not fitting:
        return f"{said} {in_place_of_step(finding, language)}"
    steps = ", ".join(text(now.library.steps[step].title, language) for step in fitting)
    return f"{said} {phrase('cli.assess.road', language, steps=steps)}"


def _rulesets(checks: Sequence[RulesetCheck], language: str) -> Iterator[str]:
    for check in checks:
        yield from ("", f"{text(check.ruleset.title, language)} ({cited(check.ruleset.paragraph, language)})")
        for condition, judged in check.findings:
            words = condition_text(condition, judged.verdict, language)
            key = f"cli.assess.{judged.verdict.value}"
            yield from wrapped("- " + phrase(key, language, text=words, norm=cited(condition.norm, language)), 4)


def _questions(questions: Interview, now: Situation, language: str) -> Iterator[str]:
    if not questions.next_facts:
        return
    yield from ("", phrase("cli.assess.questions", language))
    for fact_id in questions.next_facts[:MOST_QUESTIONS]:
        yield from wrapped(f"- {text(now.library.facts[fact_id].question, language)}  [{fact_id}]", 2)
    more = len(questions.next_facts) - MOST_QUESTIONS
    if more > 0:
        yield f"  {phrase('cli.assess.more', language, n=more)}"
