"""The worked cases notice every change of a rule; the quick run takes a sample, the slow one all of them."""

from __future__ import annotations

import pytest
from mutation import EQUIVALENT, every_case, mutants, noticed, survivors

from employer_assistant.content.library import Library

SAMPLE = 9


@pytest.fixture(scope="module")
def fresh(library: Library) -> Library:
    """A library of its own, since mutants share what it has cached."""
    return Library(library.content)


def test_sample_of_mutants_is_noticed(fresh: Library) -> None:
    assert list(survivors(fresh, lambda place, mutant: place % SAMPLE == 0)) == []


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_mutant_is_noticed(fresh: Library) -> None:
    assert list(survivors(fresh)) == []


def test_every_condition_is_mutated(fresh: Library) -> None:
    """Control: each blocking condition has a mutant turned around and one always met, but for repeated shared ones."""
    names = {mutant.name for mutant in mutants(fresh)}
    own = [condition for route in fresh.routes.values() for condition in route.conditions]
    for condition in (*own, *fresh.content.shared_conditions):
        repeated = condition.id in ("general-conditions.g4", "general-conditions.g9")
        for change in ("turned around", "always met"):
            assert (f"{condition.id} {change}" in names) != repeated


def test_equivalent_mutants_exist_and_are_not_noticed(fresh: Library) -> None:
    """Control: the exceptions are real mutants, and none of them could be struck from the list."""
    cases = every_case(fresh)
    found = [mutant for mutant in mutants(fresh) if mutant.name in EQUIVALENT]
    assert {mutant.name for mutant in found} == set(EQUIVALENT)
    assert [mutant.name for mutant in found if noticed(mutant, cases)] == []
