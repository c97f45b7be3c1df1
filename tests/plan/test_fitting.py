"""What of the content is about a case: remarks by state, lists of desks by family and procedure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace as with_

from employer_assistant.content.library import Library
from employer_assistant.content.model import DeskList, Remark
from employer_assistant.plan.fitting import fitting, list_fits
from employer_assistant.rules.situation import Situation

GENERAL = Remark(de="Immer.", en="Always.")
RABAT = Remark(de="Rabat.", en="Rabat.", countries=("MA",))


def situation(library: Library, **answers: Any) -> Situation:
    return Situation(library, {key.replace("__", "."): value for key, value in answers.items()}, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({"person__residence_country": "MA"}, (GENERAL, RABAT)),
        ({"person__residence_country": "VN"}, (GENERAL,)),
        ({"person__residence_country": "VN", "qualification__country": "MA"}, (GENERAL, RABAT)),
        ({"person__citizenship": ("VN", "MA")}, (GENERAL, RABAT)),
        ({"person__residence_country": "unknown"}, (GENERAL, RABAT)),
        ({}, (GENERAL, RABAT)),
    ],
)
def test_remarks_follow_the_states_of_the_case(
    answers: dict[str, Any], shown: tuple[Remark, ...], library: Library
) -> None:
    assert fitting((GENERAL, RABAT), situation(library, **answers)) == shown


def test_lists_follow_family_procedure_and_route(library: Library) -> None:
    lists: dict[str, DeskList] = {one.id: one for one in library.content.desk_lists}
    alone = situation(library, person__family_joins="none")
    family = replace(alone, answers={"person.family_joins": "spouse"})
    for one in ("visa-manila-familie", "visa-sarajewo-familie"):
        assert not list_fits(lists[one], alone, "vocational-18a", "regular")
        assert not list_fits(lists[one], situation(library), "vocational-18a", "regular")
        assert list_fits(lists[one], family, "vocational-18a", "regular")
    fast = lists["visa-belgrad-81a"]
    assert list_fits(fast, alone, "vocational-18a", "accelerated")
    assert not list_fits(fast, alone, "vocational-18a", "regular")
    assert list_fits(with_(fast, procedure=None), alone, "vocational-18a", "regular"), "control: the mark decides"
    assert not list_fits(fast, alone, "short-term-quota-15d", "accelerated")
