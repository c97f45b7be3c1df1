"""``assess``: how each route stands for a case, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from employer_assistant.cases.model import Case
from employer_assistant.cli.arguments import Commands, Options, add_case, today
from employer_assistant.cli.assess_text import report
from employer_assistant.cli.case_source import read_case
from employer_assistant.cli.output import Exit, say, say_json
from employer_assistant.cli.parts import Result, judged
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import text
from employer_assistant.rules.assessment import Assessment, CaseWarning, Finding, RouteAssessment
from employer_assistant.rules.interview import interview
from employer_assistant.rules.levers import Lever, levers
from employer_assistant.rules.overrides import Override
from employer_assistant.rules.reasons import grounds
from employer_assistant.rules.rulesets import RulesetCheck, ruleset_checks
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.told import overrides_told, routes_told
from employer_assistant.rules.warnings import warnings
from employer_assistant.rules.wording import condition_text, lever_text, override_text, warning_text


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("assess", run, json=True)
    add_case(command, commands)
    command.add_argument("--quick", action="store_true", help=commands.say("quick"))


def run(options: Options) -> Exit:
    """Judge the case and print the result."""
    case = read_case(options.case)
    assessment = judged(case, today(options))
    if options.quick:
        return _quick(assessment, options)
    result = Result(
        case,
        assessment,
        levers(assessment),
        interview(assessment),
        warnings(assessment),
        ruleset_checks(assessment.situation) if assessment.title_needed else (),
    )
    if options.json:
        say_json(described(result, options.speak))
    else:
        for line in report(result, options.speak):
            say(line)
    return Exit.DONE


def _quick(assessment: Assessment, options: Options) -> Exit:
    from employer_assistant.cli.quick import quick_described, quick_report

    if options.json:
        say_json(quick_described(assessment, options.speak))
    else:
        for line in quick_report(assessment, options.speak):
            say(line)
    return Exit.DONE


def described(result: Result, language: str) -> dict[str, Any]:
    """Return the whole answer as the contract writes it."""
    now, routes = result.assessment.situation, result.assessment.routes
    return {
        "on": now.on,
        "content": {"version": now.library.content.version, "law_as_of": now.library.content.law_as_of},
        "routes": [
            _route(found, told, result.levers[found.route.id], now, language)
            for found, told in zip(routes, routes_told(result.assessment), strict=True)
        ],
        "next_facts": result.questions.next_facts,
        "optional_facts": result.questions.optional_facts,
        "rulesets": [_ruleset(check, language) for check in result.rulesets],
        "overrides": [_override(one, result.case, now.library, language) for one in overrides_told(result.assessment)],
        "warnings": described_warnings(result.warnings, now.library, language),
    }


def _override(override: Override, case: Case, library: Library, language: str) -> dict[str, Any]:
    """Return an answer that departs from what follows from others, with the reason that was given for it."""
    reason = case.reasons.get(override.fact.id, "")
    return {
        "fact": override.fact.id,
        "derived": override.derived,
        "answer": override.answer,
        "reason": reason or None,
        "text": override_text(override, reason, library, language),
    }


def described_warnings(said: Sequence[CaseWarning], library: Library, language: str) -> list[dict[str, Any]]:
    """Return warnings with their text and the values it was filled with."""
    return [
        {
            "id": warning.id,
            "text": warning_text(warning, library, language),
            "values": warning.values,
            "routes": warning.routes,
        }
        for warning in said
    ]


def _route(
    found: RouteAssessment, told: RouteAssessment, its_levers: Sequence[Lever], now: Situation, language: str
) -> dict[str, Any]:
    """Return a route with all its points; those of a closed one that rest on parked answers do not count."""
    counting = {finding.condition.id for finding in told.findings}
    return {
        "id": found.route.id,
        "status": found.status.id,
        "rank": found.route.rank,
        "title": text(found.route.title, language),
        "paragraph": found.route.paragraph,
        "claim": found.route.claim,
        "findings": [
            {**_finding(finding, now, language), "counts": finding.condition.id in counting}
            for finding in found.findings
        ],
        "levers": [_lever(lever, now, language) for lever in its_levers],
        "ba_approval": found.ba_approval,
        "accelerated": found.accelerated,
        "open_facts": found.open_facts,
    }


def _finding(finding: Finding, now: Situation, language: str) -> dict[str, Any]:
    condition = finding.condition
    return {
        "id": condition.id,
        "verdict": finding.verdict.value,
        "kind": condition.kind,
        "facts": finding.facts,
        "figures": [
            {"id": figure, "value": value.day or value.value, "valid_from": value.valid_from, "status": value.status}
            for figure, value in finding.figures
        ],
        "remedy": finding.remedy_steps,
        "norm": condition.norm,
        "text": condition_text(condition, finding.verdict, language),
        "assumed": finding.assumed,
        "grounds": grounds(finding, now),
        "effect": condition.effect,
        "explain": text(condition.explain, language) if condition.explain else None,
        "action": text(condition.action, language) if condition.action else None,
        "changeable_by": condition.changeable_by,
    }


def _ruleset(check: RulesetCheck, language: str) -> dict[str, Any]:
    """Return checks that stand beside the routes: how to go about it, never whether a route is open."""
    return {
        "id": check.ruleset.id,
        "title": text(check.ruleset.title, language),
        "paragraph": check.ruleset.paragraph,
        "findings": [
            {
                "id": condition.id,
                "verdict": judged.verdict.value,
                "kind": condition.kind,
                "facts": judged.facts,
                "norm": condition.norm,
                "text": condition_text(condition, judged.verdict, language),
            }
            for condition, judged in check.findings
        ],
    }


def _lever(lever: Lever, now: Situation, language: str) -> dict[str, Any]:
    facts = now.library.facts
    return {
        "changes": [
            {
                "fact": change.fact,
                "from": change.old,
                "to": change.to,
                "by": facts[change.fact].changeable_by,
            }
            for change in lever.changes
        ],
        "by": lever.by,
        "wait_until": lever.wait,
        "status": lever.status.id,
        "open_facts": lever.questions,
        "text": lever_text(lever, now.library, language),
    }
