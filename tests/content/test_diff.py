"""Differences between two versions: each kind of change is named with what it was and is; equal content has none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from employer_assistant.content import expressions as x
from employer_assistant.content.assemble import LISTS
from employer_assistant.content.diff import ASPECTS, Difference, differences
from employer_assistant.content.model import Content, Text
from employer_assistant.content.pack import installed
from employer_assistant.rules.diff_words import detail_texts, difference_text

OLD = installed()


def with_changed(collection: str, item_id: str, **changes: Any) -> Content:
    items = getattr(OLD, collection)
    return replace(OLD, **{collection: tuple(replace(i, **changes) if i.id == item_id else i for i in items)})


def only(new: Content) -> Difference:
    found = differences(OLD, new)
    assert len(found) == 1
    return found[0]


def lines(new: Content, language: str = "de") -> list[str]:
    found = only(new)
    return [difference_text(found, language), *detail_texts(found, language)]


def test_equal_content_differs_in_nothing() -> None:
    assert differences(OLD, OLD) == ()


def test_the_date_of_the_law() -> None:
    said = lines(replace(OLD, law_as_of=date(2027, 1, 31)))
    assert said[1] == "Rechtsstand: bisher 19.08.2026, jetzt 31.01.2027"


def test_a_route_that_came_or_went() -> None:
    route = OLD.routes[0]
    without = replace(OLD, routes=OLD.routes[1:])
    gone = differences(OLD, without)
    assert {(found.collection, found.change) for found in gone} == {("routes", "removed"), ("conditions", "removed")}
    assert gone[0].title == route.title
    back = differences(without, OLD)
    assert ("routes", route.id, "added") in [(found.collection, found.id, found.change) for found in back]
    assert len(back) == len(gone) == 1 + len(route.conditions)


def test_text_norm_and_rule_of_a_condition() -> None:
    route = OLD.routes[0]
    old = route.conditions[0]
    new = replace(old, text=Text(de="Neuer Text", en="New text"), norm="§ 1 Neu", met_when=x.Not(old.met_when))
    said = lines(with_changed("routes", route.id, conditions=(new, *route.conditions[1:])))
    assert said[0] == f"Geändert: Bedingung „Neuer Text – {route.title.de}“"
    assert said[1:] == [
        f"Text: bisher {old.text.de}, jetzt Neuer Text",
        f"Vorschrift: bisher {old.norm}, jetzt § 1 Neu",
        "Regel: geändert",
    ]


def test_a_figure_with_old_and_new_value_and_period() -> None:
    figure = next(f for f in OLD.figures if f.values and f.values[-1].value is not None and f.values[-1].valid_to)
    last = figure.values[-1]
    values = (*figure.values[:-1], replace(last, value=Decimal("12345.60")))
    said = lines(with_changed("figures", figure.id, values=values), "en")
    assert said[0] == f"Changed: figure “{figure.label.en}”"
    assert "now 12,345.60" in said[1]
    assert str(last.valid_to.year if last.valid_to else 0) in said[1]
    assert "removed" in lines(with_changed("figures", figure.id, values=figure.values[:-1]), "en")[1]


def test_a_deadline_of_a_step() -> None:
    step = next(s for s in OLD.steps if any(d.value for d in s.deadlines))
    old = next(d for d in step.deadlines if d.value)
    new = replace(old, value=(old.value or 0) + 1)
    found = only(with_changed("steps", step.id, deadlines=tuple(new if d is old else d for d in step.deadlines)))
    assert [(d.aspect, d.old, d.new, d.under) for d in found.details] == [
        ("deadlines", f"{old.value} {old.unit}", f"{new.value} {new.unit}", old.text)
    ]
    gone = only(with_changed("steps", step.id, deadlines=()))
    assert {(detail.old, detail.new) for detail in gone.details} == {(d.text, None) for d in step.deadlines}


def test_documents_are_named_by_their_titles() -> None:
    step = next(s for s in OLD.steps if s.documents)
    title = next(d.title for d in OLD.documents if d.id == step.documents[0])
    found = only(with_changed("steps", step.id, documents=step.documents[1:]))
    assert [(d.aspect, d.old, d.new) for d in found.details] == [("documents", title, None)]


def test_an_office() -> None:
    office = OLD.offices[0]
    said = lines(with_changed("offices", office.id, phone="+49 351 0", address=replace(office.address, street="Neu 1")))
    assert said[1] == f"Anschrift: bisher {office.address.street}, jetzt Neu 1" or office.address.street == ""
    assert said[2].endswith("+49 351 0")


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_of_item_and_aspect_has_words(language: str) -> None:
    from employer_assistant.content.diff import Detail

    for collection in (*LISTS, "conditions", "meta", "interview", "holidays"):
        if collection != "shared_conditions":
            assert difference_text(Difference(collection, "x", "changed", "x"), language)
    for aspect in {*ASPECTS.values(), "wording", "details", "version", "law_as_of", "read_on"}:
        for old, new in ((None, None), (True, 3), (None, Decimal("1.5")), (date(2026, 1, 1), None)):
            found = Difference("steps", "x", "changed", "x", details=(Detail(aspect, old, new),))
            assert "{" not in next(detail_texts(found, language))


def test_any_single_change_is_seen() -> None:
    """Blank every text of one item of each kind in turn: each must show up in exactly one difference."""
    seen = 0
    for collection in LISTS:
        for item in getattr(OLD, collection)[:1]:
            for name in item.__struct_fields__:
                if isinstance(getattr(item, name), Text):
                    changed = with_changed(collection, item.id, **{name: Text(de="…", en="…")})
                    assert only(changed).id == item.id
                    seen += 1
    assert seen > 25
