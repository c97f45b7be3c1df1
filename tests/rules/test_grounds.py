"""Two exceptions to one condition never hold at once unnoticed: every separate ground is told."""

from __future__ import annotations

from collections.abc import Iterator

from worked import LIBRARY, Reader, Rules, WorkedCase

from employer_assistant.content import expressions as x
from employer_assistant.rules.assessment import Finding
from employer_assistant.rules.judge import judge
from employer_assistant.rules.reasons import grounds
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.wording import grounds_text

READER = Reader(LIBRARY)


def met_alternatives(finding: Finding, situation: Situation) -> list[tuple[str, ...]]:
    """Facts of each alternative met, for a condition that offers alternatives at its top; worked out apart."""
    test = finding.condition.met_when
    if not isinstance(test, x.AnyOf):
        return []
    judged = [judge(part, situation, finding.condition.counted_at) for part in test.of]
    return [one.facts for one in judged if one.verdict is Verdict.MET]


def untold(cases: Iterator[WorkedCase], told: bool = True) -> list[str]:
    """Conditions met twice by answers that share nothing, of which not all grounds are told."""
    found = []
    for case in cases:
        for finding in Rules(LIBRARY, case.situation).route(case.route).findings:
            met = [] if finding.assumed else met_alternatives(finding, case.situation)
            pairs = [(one, two) for place, one in enumerate(met) for two in met[place + 1 :] if not set(one) & set(two)]
            said = grounds(finding, case.situation) if told else ()
            if pairs and (len(said) < 2 or any(set(a) & set(b) for a in said for b in said if a != b)):
                found.append(f"{case.name}: {finding.condition.id}")
    return found


def test_no_second_exception_goes_unnoticed() -> None:
    assert untold(READER.from_sources()) == []


def test_control_the_cases_hold_second_exceptions_and_silence_is_found() -> None:
    found = untold(READER.from_sources(), told=False)
    assert len({line.rpartition(": ")[2] for line in found}) >= 3


def test_pay_and_provision_from_45_are_both_named() -> None:
    answers = {"person.birth_date": "1975-01-01", "job.gross_annual_salary": 60000, "person.old_age_provision": "true"}
    situation = READER.situation("vocational-18a", answers)
    finding = next(
        one for one in Rules(LIBRARY, situation).route("vocational-18a").findings if one.condition.id.endswith("c4")
    )
    assert set(grounds(finding, situation)) == {("job.gross_annual_salary",), ("person.old_age_provision",)}
    assert grounds_text(grounds(finding, situation), situation, "en").startswith("This is met 2 times over")


def test_one_ground_alone_says_nothing() -> None:
    situation = READER.situation(
        "vocational-18a", {"person.birth_date": "1975-01-01", "job.gross_annual_salary": 60000}
    )
    finding = next(
        one for one in Rules(LIBRARY, situation).route("vocational-18a").findings if one.condition.id.endswith("c4")
    )
    assert grounds(finding, situation) == ()
    assert grounds_text((), situation, "de") == ""


def test_both_exceptions_for_the_interim_job_of_a_nurse_are_named() -> None:
    answers = {
        "job.regulated": "yes",
        "job.interim_level": "helper",
        "employer.care_institution": "true",
        "employer.church_rules": "true",
    }
    situation = READER.situation("recognition-partnership-16d3", answers)
    route = Rules(LIBRARY, situation).route("recognition-partnership-16d3")
    finding = next(one for one in route.findings if one.condition.id.endswith("c6"))
    assert set(grounds(finding, situation)) == {("employer.church_rules",), ("employer.care_institution",)}
