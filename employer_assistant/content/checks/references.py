"""Checks that every id named somewhere exists."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from employer_assistant.content import expressions as x
from employer_assistant.content import model as m
from employer_assistant.content.assemble import LISTS
from employer_assistant.content.checks.events import events_of
from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.walk import items
from employer_assistant.content.walk import Path, leaves

LOOKED_UP_ROLES = frozenset({"abh_residence", "recognition_body", "mission", "zab", "chamber"})
"""Roles of a step's office that are found by place, occupation or country, so no single office carries them."""

ROUTES = "routes, nor 'all'"
ROLES = "roles of offices"
EVENTS = "events"
ANCHORS = "events, date facts, 'start:<step>' or 'finish:<step>'"
SECTIONS = "sections of the interview"

_FIELDS: dict[type, tuple[tuple[str, str], ...]] = {
    m.Interview: (("order", "facts"), ("details", "facts")),
    m.Fact: (("group", SECTIONS), ("steps", "steps")),
    m.Figure: (("base", "figures"),),
    m.Condition: (
        ("remedy_steps", "steps"),
        ("same_as", "shared_conditions"),
        ("applies_to", "routes"),
        ("applies_if", "routes"),
    ),
    m.Step: (
        ("applies_to", ROUTES),
        ("optional_for", ROUTES),
        ("depends_on", "steps"),
        ("ends_after", "steps"),
        ("documents", "documents"),
        ("office", ROLES),
    ),
    m.Remark: (("countries", "countries"),),
    m.Hint: (("countries", "countries"),),
    m.Instead: (("office", ROLES),),
    m.DocumentIf: (("document", "documents"),),
    m.DeskItem: (("document", "documents"), ("also", "documents")),
    m.SpanCase: (("lasts", "facts"),),
    m.MaxAge: (("countries", "countries"), ("districts", "districts"), ("routes", "routes")),
    m.Fee: (("figures", "figures"),),
    m.FeeVariant: (("bodies", "bodies"),),
    m.AlsoDue: (("bodies", "bodies"),),
    m.Duration: (("source", "sources"),),
    m.Deadline: (("anchor_event", EVENTS), ("until_event", EVENTS)),
    m.AssumedEvent: (
        ("anchors", ANCHORS),
        ("contract_plus", "figures"),
        ("not_before", "figures"),
        ("until_event", EVENTS),
    ),
    m.Funding: (("office", ROLES),),
    m.CostWarning: (("steps", "steps"),),
    m.LawChange: (("routes", "routes"),),
    m.Dispute: (("routes", "routes"), ("steps", "steps")),
    m.Competence: (("role", ROLES),),
    m.Office: (("districts", "districts"),),
    m.District: (
        ("abh", "offices"),
        ("welcome_center", "offices"),
        ("welcome_center_fallback", "offices"),
        ("ihk", "offices"),
        ("hwk", "offices"),
        ("employment_agencies", "offices"),
        ("advice", "offices"),
        ("recognition_advice", "offices"),
    ),
    m.Municipality: (("district", "districts"),),
    m.Occupation: (("bodies", "bodies"),),
    x.FigureTerm: (("figure", "figures"),),
    x.RouteIs: (("routes", "routes"),),
}
_EVERYWHERE = (("sources", "sources"), ("fact", "facts"))


def check_references(content: m.Content, reporter: Reporter) -> None:
    """Report every id that names nothing. Conditions named by a route are checked with the routes."""
    known = _known_ids(content)
    for collection, item_id, item in items(content):
        for path, found in leaves(item):
            for inner, target, wanted in _named(found) if isinstance(found, Struct) else ():
                if wanted not in known[target]:
                    label = target.replace("_", " ")
                    message = f"'{wanted}' is not among the {label}. Mend the id or add the entry."
                    reporter.report(collection, item_id, message, *path, *inner)


def _known_ids(content: m.Content) -> dict[str, set[str]]:
    known = {name: {item.id for item in getattr(content, name)} for name in LISTS}
    events = known["events"] | {event for step in content.steps for event, _, _ in events_of(step)}
    dates = {fact.id for fact in content.facts if fact.kind == "date"}
    return known | {
        ROUTES: known["routes"] | {"all"},
        SECTIONS: {section.id for section in content.interview.sections},
        ROLES: {office.role for office in content.offices} | LOOKED_UP_ROLES,
        EVENTS: events,
        ANCHORS: events | dates | {f"{end}:{step}" for end in ("start", "finish") for step in known["steps"]},
    }


def _named(found: Struct) -> Iterator[tuple[Path, str, str]]:
    """Return what one struct names: path inside it, collection, id."""
    for name, target in (*_FIELDS.get(type(found), ()), *_EVERYWHERE):
        value = getattr(found, name, None)
        if isinstance(value, str):
            yield (name,), target, value
        elif isinstance(value, dict):
            yield from (((name, key), target, key) for key in value)
        elif value is not None:
            yield from (((name, index), target, one) for index, one in enumerate(value))
