"""On what the statements of the app rest: norm, kind, sources, and what else belongs to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from employer_assistant.content.library import Library
from employer_assistant.content.model import Body, Condition, Document, FigureValue, Office, Route, Step
from employer_assistant.rules.assessment import CaseWarning, Finding
from employer_assistant.rules.judge import unique


@dataclass(frozen=True)
class Basis:
    """``kind``: as in `certainty`, empty = said in the sentence itself. ``own``: worked out from the case."""

    norms: tuple[str, ...] = ()
    kind: str = ""
    sources: tuple[str, ...] = ()
    own: bool = False

    @property
    def advice(self) -> bool:
        """Whether it is our own advice, which rests on no source and says so."""
        return self.kind == "recommended" and not (self.norms or self.sources)

    def complete(self, library: Library) -> bool:
        """Tell whether norm (or kind) and a dated source are there, or whether it is worked out or advised by us."""
        dated = [one for one in self.sources if one in library.sources and library.sources[one].as_of]
        return self.own or self.advice or bool(dated and (self.norms or self.kind))


def joined(bases: Iterable[Basis]) -> Basis:
    """Return what several statements rest on together; their kind if it is the same for all."""
    found = list(bases)
    kinds = {basis.kind for basis in found}
    return Basis(
        unique(norm for basis in found for norm in basis.norms),
        kinds.pop() if len(kinds) == 1 else "",
        unique(source for basis in found for source in basis.sources),
        any(basis.own for basis in found),
    )


def of_condition(condition: Condition) -> Basis:
    """Return on what a requirement rests."""
    return Basis(_norms(condition.norm), condition.kind, condition.sources)


def of_finding(finding: Finding) -> Basis:
    """Return on what a finding rests: its condition and the figures it compares with."""
    own = of_condition(finding.condition)
    figures = (of_figure(value) for _, value in finding.figures)
    return Basis(own.norms, own.kind, unique((*own.sources, *(source for one in figures for source in one.sources))))


def of_figure(value: FigureValue) -> Basis:
    """Return on what a figure rests."""
    return Basis(_norms(value.norm), "law" if value.status != "practice" else "practice", value.sources)


def of_route(route: Route, *norms: str) -> Basis:
    """Return on what is said of a route as a whole rests; ``norms`` of a single point stand before its paragraph."""
    return Basis(unique((*(norm for norm in norms if norm), route.paragraph)), "", route.sources)


def of_step(step: Step, *norms: str, kind: str = "") -> Basis:
    """Return on what a step rests, with the norms of a deadline or fee of it; our own advice has no source."""
    found = unique((*(norm for norm in norms if norm), *step.norms))
    if not step.sources and not found:
        return Basis(kind="recommended")
    return Basis(found, kind or ("" if found else "practice"), step.sources)


def of_document(document: Document) -> Basis:
    """Return on what a paper rests."""
    return Basis(document.norms, "" if document.norms else "practice", document.sources)


def of_desk(desk: Office | Body) -> Basis:
    """Return on what the details of a desk rest."""
    return Basis((), "practice", desk.sources)


def of_warning(warning: CaseWarning, library: Library) -> Basis:
    """Return on what a warning rests: the figure or condition it names, else what the app worked out of the case."""
    figure = library.figures.get(warning.values.get("figure", ""))
    condition = library.conditions.get(warning.values.get("condition", ""))
    step = library.steps.get(warning.values.get("step", ""))
    if figure is not None and figure.values:
        last = of_figure(figure.values[-1])
        return Basis(_norms(figure.norm) or last.norms, last.kind, last.sources)
    if condition is not None:
        return of_condition(condition)
    return of_step(step) if step is not None else Basis(own=True)


def _norms(norm: str) -> tuple[str, ...]:
    return (norm,) if norm else ()
