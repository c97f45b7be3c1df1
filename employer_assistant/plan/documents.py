"""The papers a case needs, what for, and how far each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from employer_assistant.content.model import Document, DocumentIf, MaxAge, Step, Text
from employer_assistant.plan.desk_of_step import places
from employer_assistant.plan.model import Authentication, Plan, PlannedDocument
from employer_assistant.plan.selection import Chosen, in_germany
from employer_assistant.plan.setting import Setting, met
from employer_assistant.rules.situation import Situation

MISSING = "missing"
"""State of a paper of which nothing was entered."""
READY = frozenset({"received", "checked", "sent"})
"""States of a paper that is there."""
AUTHENTICATION = "authentication"
STATES = ("qualification.country", "person.residence_country")
"""Facts that name the states a paper can come from, the likelier first."""


@dataclass(frozen=True)
class Complete:
    """Whether the papers of a step are together. ``perhaps``: missing, but needed only in a case no answer decides."""

    step: str
    ready: tuple[PlannedDocument, ...]
    missing: tuple[PlannedDocument, ...]
    perhaps: tuple[PlannedDocument, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing that is surely needed is missing."""
        return not self.missing


def papers_of(step: Step, setting: Setting) -> tuple[str, ...]:
    """Return the papers of a step: those always needed, and those this case needs or may need."""
    some = (item.document for item in step.documents_if if met(item.when, setting))
    return tuple(dict.fromkeys((*step.documents, *some)))


def documents(steps: Iterable[Chosen], setting: Setting, states: Mapping[str, str]) -> tuple[PlannedDocument, ...]:
    """Return the papers of all steps that count, in the order in which they are first needed."""
    counted = [chosen.step for chosen in steps if chosen.counted]
    needed: dict[str, list[str]] = {}
    for step in counted:
        for paper in papers_of(step, setting):
            needed.setdefault(paper, []).append(step.id)
    return tuple(
        PlannedDocument(
            setting.library.documents[paper],
            tuple(ids),
            states.get(paper, MISSING),
            doubt.text if doubt else None,
            doubt.key if doubt else "",
            authentications(setting.library.documents[paper], setting.situation),
            ages(setting.library.documents[paper], setting),
        )
        for paper, ids in needed.items()
        for doubt in [_only_if(paper, [step for step in counted if step.id in ids], setting)]
    )


def authentications(paper: Document, situation: Situation) -> tuple[Authentication, ...]:
    """Return how the paper is proved genuine: by the state of the qualification, and by that of residence.

    Only for papers that name authentication among their forms. A state without a known rule is left out.
    """
    if AUTHENTICATION not in paper.forms:
        return ()
    codes = dict.fromkeys(str(situation.value(fact)) for fact in STATES)
    known = (situation.library.countries.get(code) for code in codes)
    return tuple(
        Authentication(country, country.authentication, country.authentication_text)
        for country in known
        if country is not None and country.authentication is not None
    )


def ages(paper: Document, setting: Setting) -> tuple[Text, ...]:
    """Return how old the paper may be: what applies to all, to the mission abroad or to the desks of the place."""
    return tuple(one.text for one in paper.max_ages if _asked(one, setting))


def _asked(age: MaxAge, setting: Setting) -> bool:
    situation = setting.situation
    if age.routes and setting.route not in age.routes:
        return False
    if age.abroad:
        return not in_germany(situation)
    if age.countries:
        return not in_germany(situation) and situation.value("person.residence_country") in age.countries
    if age.districts:
        where = places(situation)
        district = (where.residence or where.work).district
        return district is not None and district.id in age.districts
    return True


def complete_for(plan: Plan, step: str) -> Complete:
    """Tell which papers of a step are still missing; asked for is not there yet. Raises KeyError for another step."""
    planned = next((one for one in plan.steps if one.step.id == step), None)
    if planned is None:
        raise KeyError(step)
    papers = {paper.document.id: paper for paper in plan.documents}
    needed = [papers[paper] for paper in planned.documents if paper in papers]
    return Complete(
        step,
        ready=tuple(paper for paper in needed if paper.state in READY),
        missing=tuple(paper for paper in needed if paper.state not in READY and paper.only_if is None),
        perhaps=tuple(paper for paper in needed if paper.state not in READY and paper.only_if is not None),
    )


def _only_if(paper: str, steps: list[Step], setting: Setting) -> DocumentIf | None:
    """Return what says in which case the paper is needed, unless a step needs it anyway."""
    doubts: list[DocumentIf] = []
    for step in steps:
        items = [item for item in step.documents_if if item.document == paper and met(item.when, setting)]
        if paper in step.documents or any(item.text is None for item in items):
            return None
        doubts += items
    return next((item for item in doubts if item.text), None)
