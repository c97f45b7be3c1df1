"""The content by id, for everything that looks things up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from employer_assistant.content import model


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_HasId)


def _by_id(items: Iterable[_T]) -> dict[str, _T]:
    return {item.id: item for item in items}


class Library:
    """Dictionaries over one content pack, made when first asked for."""

    def __init__(self, content: model.Content) -> None:
        self.content = content

    @cached_property
    def facts(self) -> dict[str, model.Fact]:
        """Facts by id, in the adviser's order of questions."""
        found = _by_id(self.content.facts)
        return {fact: found[fact] for fact in self.content.interview.order}

    @cached_property
    def fact_order(self) -> dict[str, int]:
        """The place of each fact in the adviser's order."""
        return {fact: place for place, fact in enumerate(self.content.interview.order)}

    @cached_property
    def figures(self) -> dict[str, model.Figure]:
        """Figures by id."""
        return _by_id(self.content.figures)

    @cached_property
    def routes(self) -> dict[str, model.Route]:
        """Routes by id, best rank for an employer first."""
        return _by_id(sorted(self.content.routes, key=lambda route: route.rank))

    @cached_property
    def conditions(self) -> dict[str, model.Condition]:
        """All conditions by id, shared ones included."""
        own = (condition for route in self.content.routes for condition in route.conditions)
        beside = (condition for ruleset in self.content.rulesets for condition in ruleset.conditions)
        return _by_id((*self.content.shared_conditions, *own, *beside))

    @cached_property
    def steps(self) -> dict[str, model.Step]:
        """Steps by id, in the order of the sources."""
        return _by_id(self.content.steps)

    @cached_property
    def events(self) -> dict[str, model.AssumedEvent]:
        """Events without a step of their own, by id."""
        return _by_id(self.content.events)

    @cached_property
    def documents(self) -> dict[str, model.Document]:
        """Documents by id."""
        return _by_id(self.content.documents)

    @cached_property
    def offices(self) -> dict[str, model.Office]:
        """Offices by id."""
        return _by_id(self.content.offices)

    @cached_property
    def districts(self) -> dict[str, model.District]:
        """Districts by their five-digit key."""
        return _by_id(self.content.districts)

    @cached_property
    def municipalities(self) -> dict[str, model.Municipality]:
        """Municipalities by AGS."""
        return _by_id(self.content.municipalities)

    @cached_property
    def municipalities_by_postcode(self) -> dict[str, tuple[model.Municipality, ...]]:
        """Municipalities that share a postcode."""
        found: dict[str, tuple[model.Municipality, ...]] = {}
        for place in self.content.municipalities:
            for postcode in place.postcodes:
                found[postcode] = (*found.get(postcode, ()), place)
        return found

    @cached_property
    def occupations(self) -> dict[str, model.Occupation]:
        """Occupations by id."""
        return _by_id(self.content.occupations)

    @cached_property
    def bodies(self) -> dict[str, model.Body]:
        """Recognition bodies by id."""
        return _by_id(self.content.bodies)

    @cached_property
    def countries(self) -> dict[str, model.Country]:
        """Countries by ISO 3166 alpha-2 code."""
        return _by_id(self.content.countries)

    @cached_property
    def languages(self) -> dict[str, model.Language]:
        """Further languages of the candidate's sheet by code."""
        return _by_id(self.content.languages)

    @cached_property
    def funding(self) -> dict[str, model.Funding]:
        """Subsidies by id."""
        return _by_id(self.content.funding)

    @cached_property
    def cost_warnings(self) -> dict[str, model.CostWarning]:
        """Warnings about costs by id."""
        return _by_id(self.content.cost_warnings)

    @cached_property
    def sources(self) -> dict[str, model.Source]:
        """Sources by id."""
        return _by_id(self.content.sources)

    @cached_property
    def holidays(self) -> frozenset[date]:
        """State-wide public holidays of Saxony."""
        return frozenset(self.content.holidays)

    @cached_property
    def closed_missions(self) -> frozenset[date]:
        """Days on which German missions abroad are closed, beside weekends."""
        return frozenset(self.content.mission_holidays + self.content.desk_days_off)

    @cached_property
    def closed_desks(self) -> frozenset[date]:
        """Days on which desks in Saxony are closed, beside weekends: the holidays, Christmas Eve and New Year's Eve."""
        return frozenset(self.content.holidays + self.content.desk_days_off)
