"""Three values: the whole truth tables, and that `and` and `or` mirror each other."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from employer_assistant.rules.verdict import Verdict, all_of, any_of, negated, verdict_of

MET, UNMET, UNKNOWN = Verdict.MET, Verdict.UNMET, Verdict.UNKNOWN

AND = {
    (MET, MET): MET,
    (MET, UNKNOWN): UNKNOWN,
    (MET, UNMET): UNMET,
    (UNKNOWN, UNKNOWN): UNKNOWN,
    (UNKNOWN, UNMET): UNMET,
    (UNMET, UNMET): UNMET,
}
OR = {
    (MET, MET): MET,
    (MET, UNKNOWN): MET,
    (MET, UNMET): MET,
    (UNKNOWN, UNKNOWN): UNKNOWN,
    (UNKNOWN, UNMET): UNKNOWN,
    (UNMET, UNMET): UNMET,
}


@pytest.mark.parametrize("pair", list(AND))
def test_all_of_two(pair: tuple[Verdict, Verdict]) -> None:
    assert {all_of(order) for order in permutations(pair)} == {AND[pair]}


@pytest.mark.parametrize("pair", list(OR))
def test_any_of_two(pair: tuple[Verdict, Verdict]) -> None:
    assert {any_of(order) for order in permutations(pair)} == {OR[pair]}


def test_of_nothing() -> None:
    assert all_of([]) is MET
    assert any_of([]) is UNMET


def test_negated() -> None:
    assert [negated(verdict) for verdict in (MET, UNMET, UNKNOWN)] == [UNMET, MET, UNKNOWN]
    assert [verdict_of(truth) for truth in (True, False)] == [MET, UNMET]


@pytest.mark.parametrize("three", list(product(Verdict, repeat=3)))
def test_de_morgan_and_grouping(three: tuple[Verdict, ...]) -> None:
    assert negated(all_of(three)) is any_of(map(negated, three))
    assert all_of([all_of(three[:2]), three[2]]) is all_of(three)
    assert any_of([any_of(three[:2]), three[2]]) is any_of(three)


@pytest.mark.parametrize("three", list(product(Verdict, repeat=3)))
def test_learning_more_never_turns_a_settled_value(three: tuple[Verdict, ...]) -> None:
    for join in (all_of, any_of):
        before = join(three)
        for known in (MET, UNMET):
            after = join(known if verdict is UNKNOWN else verdict for verdict in three)
            assert before is UNKNOWN or after is before
