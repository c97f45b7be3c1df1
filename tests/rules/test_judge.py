"""Every kind of test and term over one situation: met, unmet, unknown, and the facts it asks for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from employer_assistant.content import expressions as x
from employer_assistant.content.library import Library
from employer_assistant.rules.answers import UNKNOWN, Answer, Events
from employer_assistant.rules.judge import holds, judge, measure
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

ON = date(2026, 11, 22)
PAY, BORN, LEVEL, PURPOSE = "job.gross_annual_salary", "person.birth_date", "person.german_level", "job.purpose"
NATION, CODE, HOME, OFFER = "person.citizenship", "job.isco08", "person.residence_country", "job.offer"
MET, UNMET, OPEN = Verdict.MET, Verdict.UNMET, Verdict.UNKNOWN


def _number(value: str) -> x.Number:
    return x.Number(value=Decimal(value))


def _pay(kind: type[x.AtLeast] | type[x.AtMost] | type[x.MoreThan] | type[x.Before]) -> x.Test:
    return kind(left=x.FactTerm(fact=PAY), right=_number("100"))


YES = x.Is(fact=OFFER, value="true")
EMPLOYED = x.Is(fact=PURPOSE, value="employment")

TABLE: list[tuple[x.Test, str, Answer, Verdict]] = [
    (YES, OFFER, True, MET),
    (YES, OFFER, False, UNMET),
    (EMPLOYED, PURPOSE, "employment", MET),
    (EMPLOYED, PURPOSE, "scouting", UNMET),
    (x.In(fact=NATION, values=("RS", "AL")), NATION, ("VN", "AL"), MET),
    (x.In(fact=NATION, values=("RS", "AL")), NATION, ("VN",), UNMET),
    (x.In(fact=NATION, values=("RS", "AL")), NATION, (), UNMET),
    (x.NotIn(fact=NATION, values=("RS", "AL")), NATION, ("VN", "AL"), UNMET),
    (x.NotIn(fact=NATION, values=("RS", "AL")), NATION, ("VN",), MET),
    (x.LevelAtLeast(fact=LEVEL, level="b1"), LEVEL, "b1", MET),
    (x.LevelAtLeast(fact=LEVEL, level="b1"), LEVEL, "c2", MET),
    (x.LevelAtLeast(fact=LEVEL, level="b1"), LEVEL, "a2", UNMET),
    (x.LevelAtLeast(fact=LEVEL, level="a1"), LEVEL, "none", UNMET),
    (x.BeginsWith(fact=CODE, prefixes=("25", "133")), CODE, "2512", MET),
    (x.BeginsWith(fact=CODE, prefixes=("25", "133")), CODE, "1330", MET),
    (x.BeginsWith(fact=CODE, prefixes=("25", "133")), CODE, "1342", UNMET),
    (x.WithinYears(fact=BORN, years=3), BORN, date(2023, 11, 22), MET),
    (x.WithinYears(fact=BORN, years=3), BORN, date(2023, 11, 21), UNMET),
    (x.CountryListed(fact=HOME, list="annex_38"), HOME, "NG", MET),
    (x.CountryListed(fact=HOME, list="annex_38"), HOME, "VN", UNMET),
    (x.CountryListed(fact=HOME, list="annex_38"), HOME, "QQ", OPEN),
    (_pay(x.AtLeast), PAY, Decimal("100.00"), MET),
    (_pay(x.AtLeast), PAY, Decimal("99.99"), UNMET),
    (_pay(x.AtMost), PAY, Decimal("100.00"), MET),
    (_pay(x.AtMost), PAY, Decimal("100.01"), UNMET),
    (_pay(x.MoreThan), PAY, Decimal("100.01"), MET),
    (_pay(x.MoreThan), PAY, Decimal("100.00"), UNMET),
    (_pay(x.Before), PAY, Decimal("99.99"), MET),
    (_pay(x.Before), PAY, Decimal("100.00"), UNMET),
    (x.Not(of=YES), OFFER, False, MET),
    (x.Not(of=YES), OFFER, True, UNMET),
    (x.All(of=(YES, EMPLOYED)), OFFER, False, UNMET),
    (x.All(of=(YES, EMPLOYED)), OFFER, True, OPEN),
    (x.AnyOf(of=(YES, EMPLOYED)), OFFER, True, MET),
    (x.AnyOf(of=(YES, EMPLOYED)), OFFER, False, OPEN),
]


def _situation(library: Library, answers: dict[str, Answer], events: Events | None = None, on: date = ON) -> Situation:
    return Situation(library, answers, on, events or {})


@pytest.mark.parametrize(("test", "fact", "answer", "verdict"), TABLE)
def test_verdict(library: Library, test: x.Test, fact: str, answer: Answer, verdict: Verdict) -> None:
    judged = judge(test, _situation(library, {fact: answer}))
    assert judged.verdict is verdict
    assert fact in judged.facts
    assert bool(judged.open_facts) == (verdict is OPEN)


@pytest.mark.parametrize(("test", "fact"), list({(repr(row[0]), row[1]): row[:2] for row in TABLE}.values()))
def test_no_answer_and_unknown_are_unknown(library: Library, test: x.Test, fact: str) -> None:
    cases: list[dict[str, Answer]] = [{}, {fact: UNKNOWN}]
    for answers in cases:
        judged = judge(test, _situation(library, answers))
        assert judged.verdict is OPEN
        assert fact in judged.open_facts


def test_the_table_has_every_kind_of_test() -> None:
    judged_elsewhere = {x.ConditionMet, x.RouteIs, x.ProcedureIs}
    assert {type(row[0]) for row in TABLE} == set(get_args(x.Test)) - judged_elsewhere


@pytest.mark.parametrize(
    "test",
    [x.ConditionMet(condition="a.b"), x.RouteIs(routes=("a",)), x.ProcedureIs(procedure="regular")],
)
def test_tests_of_route_and_plan_are_refused(library: Library, test: x.Test) -> None:
    with pytest.raises(TypeError, match="judged by the route or the plan"):
        judge(test, _situation(library, {}))


DAYS = (x.FactTerm(fact=BORN), x.Today())
TERMS: list[tuple[x.Term, Answer, Decimal | date]] = [
    (x.FactTerm(fact=PAY), Decimal(7), Decimal(7)),
    (x.FigureTerm(figure="blue-card-regular"), Decimal(0), Decimal(50700)),
    (_number("3"), Decimal(0), Decimal(3)),
    (x.Day(on=date(2020, 1, 1)), Decimal(0), date(2020, 1, 1)),
    (x.Today(), Decimal(0), ON),
    (x.Age(fact=BORN), date(1981, 11, 22), Decimal(45)),
    (x.Age(fact=BORN), date(1981, 11, 23), Decimal(44)),
    (x.YearsSince(fact=BORN), date(2023, 11, 22), Decimal(3)),
    (x.YearsSince(fact=BORN), date(2023, 11, 23), Decimal(2)),
    (x.MonthsSince(fact=BORN), date(2025, 8, 22), Decimal(15)),
    (x.MonthsSince(fact=BORN), date(2025, 8, 23), Decimal(14)),
    (x.MonthsBetween(start=DAYS[0], end=DAYS[1]), date(2026, 5, 22), Decimal(6)),
    (x.MonthsBetween(start=DAYS[0], end=DAYS[1]), date(2026, 5, 21), Decimal(7)),
    (x.DaysBetween(start=DAYS[0], end=DAYS[1]), date(2026, 11, 2), Decimal(20)),
    (x.Sum(of=(x.FactTerm(fact=PAY), _number("2"))), Decimal("0.5"), Decimal("2.5")),
    (x.Largest(of=(x.FactTerm(fact=PAY), _number("2"))), Decimal(5), Decimal(5)),
    (x.Largest(of=(x.FactTerm(fact=PAY), _number("2"))), Decimal(1), Decimal(2)),
    (x.Points(when=_pay(x.AtLeast), points=Decimal(4)), Decimal(100), Decimal(4)),
    (x.Points(when=_pay(x.AtLeast), points=Decimal(4)), Decimal(99), Decimal(0)),
]


@pytest.mark.parametrize(("term", "answer", "value"), TERMS)
def test_measure(library: Library, term: x.Term, answer: Answer, value: Decimal | date) -> None:
    fact = BORN if isinstance(answer, date) else PAY
    assert measure(term, _situation(library, {fact: answer}), "decision").value == value


def test_the_terms_have_every_kind_and_unknown_stays_unknown(library: Library) -> None:
    assert {type(row[0]) for row in TERMS} == set(get_args(x.Term))
    for term, *_ in TERMS:
        measured = measure(term, _situation(library, {}), "decision")
        constant = isinstance(term, x.FigureTerm | x.Number | x.Day | x.Today)
        assert (measured.value is not None) == constant
        assert bool(measured.open_facts) != constant


def test_months_at_the_end_of_a_month(library: Library) -> None:
    between = x.MonthsBetween(start=x.Day(on=date(2026, 1, 31)), end=x.Day(on=date(2026, 2, 28)))
    assert measure(between, _situation(library, {}), "decision").value == 1


def test_born_on_leap_day(library: Library) -> None:
    answers: dict[str, Answer] = {BORN: date(2000, 2, 29)}
    on_last = measure(x.Age(fact=BORN), _situation(library, answers, on=date(2045, 2, 27)), "decision").value
    on_first = measure(x.Age(fact=BORN), _situation(library, answers, on=date(2045, 3, 1)), "decision").value
    assert (on_last, on_first) == (Decimal(44), Decimal(45))


@pytest.mark.parametrize(
    ("moment", "event"),
    [
        ("application", "visa_application"),
        ("application", "title_application_filed"),
        ("first_issue", "visa_issued"),
        ("first_issue", "first_title_issued"),
        ("work_start", "work_start"),
    ],
)
def test_ages_count_to_the_event(library: Library, moment: str, event: str) -> None:
    answers: dict[str, Answer] = {BORN: date(1981, 11, 25)}
    before = _situation(library, answers)
    after = _situation(library, answers, {event: date(2026, 11, 25)})
    age = x.Age(fact=BORN)
    assert measure(age, before, moment).value == 44
    assert measure(age, after, moment).value == 45
    assert measure(age, after, "decision").value == 44


@pytest.mark.parametrize(
    ("on", "value"),
    [(date(2025, 12, 31), 48300), (date(2026, 1, 1), 50700), (date(2026, 12, 31), 50700), (date(2027, 1, 1), None)],
)
def test_figures_on_the_day(library: Library, on: date, value: int | None) -> None:
    assert _situation(library, {}, on=on).deciding_figure("blue-card-regular") == value


def test_draft_is_shown_but_never_decides(library: Library) -> None:
    found = _situation(library, {}, on=date(2027, 1, 1)).figure("blue-card-regular")
    assert found is not None
    assert (found.status, found.value) == ("draft", Decimal(53100))


def test_a_day_is_not_a_number(library: Library) -> None:
    with pytest.raises(TypeError, match="cannot be compared"):
        judge(x.AtLeast(left=x.Today(), right=_number("1")), _situation(library, {}))


def test_derived_facts(library: Library) -> None:
    abroad = _situation(library, {"person.location": "abroad"})
    assert abroad.value("person.status_in_germany") == "none"
    assert abroad.value("stay.first_title_of_kind") is True
    assert abroad.value("stay.months_on_blue_card") == Decimal(0)
    assert holds(x.NotIn(fact="person.status_in_germany", values=("toleration",)), abroad)
    nurse = _situation(library, {"job.occupation": "pflegefachmann"})
    assert [nurse.value(fact) for fact in ("job.regulated", "job.health_or_care", "job.isco08")] == [
        "yes",
        True,
        "3221",
    ]
    unsure = _situation(library, {"job.occupation": "berufskraftfahrer"})
    assert unsure.value("job.isco08") is None
    skilled = _situation(library, {"job.level": "skilled"})
    assert skilled.value("job.interim_level") == "skilled"


def test_where_every_number_of_the_occupation_agrees_the_number_need_not_be_known(library: Library) -> None:
    driver = Situation(library, {"job.occupation": "berufskraftfahrer"}, ON)
    codes = {code for code in driver.able(CODE) if isinstance(code, str)}
    assert len(codes) > 1
    assert driver.value(CODE) is None
    group, one = x.BeginsWith(fact=CODE, prefixes=("83",)), x.BeginsWith(fact=CODE, prefixes=(min(codes),))
    other = x.BeginsWith(fact=CODE, prefixes=("25",))
    assert [judge(test, driver).verdict for test in (group, one, other)] == [MET, OPEN, UNMET]
    assert driver.value("job.is_ict") is False


def test_an_answer_outranks_what_follows_and_unknown_does_not(library: Library) -> None:
    answered = _situation(library, {"job.occupation": "pflegefachmann", "job.regulated": "no"})
    unknown = _situation(library, {"job.occupation": "pflegefachmann", "job.regulated": UNKNOWN})
    assert (answered.value("job.regulated"), unknown.value("job.regulated")) == ("no", "yes")
