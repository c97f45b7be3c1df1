"""Checks beside the routes: what decides how to go about a hire (person already here, entry without visa)."""

from __future__ import annotations

from dataclasses import dataclass

from employer_assistant.content.model import Condition, Ruleset, StatusRow
from employer_assistant.rules.judge import Judgement, holds, judge, unique
from employer_assistant.rules.situation import Situation

STATUS = "person.status_in_germany"
"""The kind of document of somebody who is here; the rows of a rule set tell what it allows."""


@dataclass(frozen=True)
class RulesetCheck:
    """A rule set that matters for the case, with what became of each of its conditions.

    ``here``: its rows on the present document of the person.
    """

    ruleset: Ruleset
    findings: tuple[tuple[Condition, Judgement], ...]
    here: tuple[StatusRow, ...]

    @property
    def open_facts(self) -> tuple[str, ...]:
        """Answers still missing to judge its conditions."""
        return unique(fact for _, judged in self.findings for fact in judged.open_facts)


def ruleset_checks(situation: Situation) -> tuple[RulesetCheck, ...]:
    """Return the rule sets that matter for the situation."""
    relevant = (ruleset for ruleset in situation.library.content.rulesets if holds(ruleset.when, situation))
    return tuple(
        RulesetCheck(
            ruleset,
            tuple((part, judge(part.met_when, situation, part.counted_at)) for part in ruleset.conditions),
            tuple(row for row in ruleset.rows if situation.value(STATUS) in row.values),
        )
        for ruleset in relevant
    )
