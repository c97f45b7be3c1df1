"""The state of the law as content: what changed and what is disputed, complete in itself and dated."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from employer_assistant.content.library import Library
from employer_assistant.content.model import LawChange


def test_changes_stand_by_their_day_and_say_what_they_mean(library: Library) -> None:
    changes = library.content.changes
    assert len(changes) >= 15
    for change in changes:
        assert change.meaning.de != change.title.de
        assert change.norm
        assert date(2023, 11, 1) <= date.fromisoformat((change.begins + "-01-01")[:10]) <= date(2027, 1, 1)
    known = [change.begins for change in changes if change.status != "planned"]
    assert [begins[:4] for begins in known] == sorted(begins[:4] for begins in known)


def test_what_is_in_force_began_before_the_law_was_read_and_what_is_planned_says_so(library: Library) -> None:
    until = library.content.law_as_of.isoformat()
    for change in library.content.changes:
        if change.status == "in_force":
            assert change.begins <= until
        if change.status == "enacted":
            assert change.begins > until
        if change.status == "planned":
            assert "noch" in change.when.de


def test_disputes_name_positions_the_reading_followed_and_whom_to_ask(library: Library) -> None:
    disputes = library.content.disputes
    assert len(disputes) >= 20
    for dispute in disputes:
        assert len(dispute.positions) >= 1
        assert any(word in dispute.ask.de for word in ("Fragen", "Sehen", "Lesen")), dispute.id
        assert any(source.startswith("own-") for source in dispute.sources)


@pytest.mark.parametrize("begins", ["2026-13-1", "August 2026", "26"])
def test_a_beginning_is_year_month_or_day(begins: str, library: Library) -> None:
    good = msgspec.to_builtins(library.content.changes[0])
    assert msgspec.convert(good, LawChange) == library.content.changes[0]
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**good, "begins": begins}, LawChange)
