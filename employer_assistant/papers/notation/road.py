"""Blocks about the road: steps, papers, dates, costs; of one case or of many."""

from __future__ import annotations

from typing import Literal

from employer_assistant.papers.notation.base import BaseBlock

Who = Literal["employer", "worker", "abh", "ba", "recognition_body", "mission", "other"]
Phase = Literal["preparation", "recruiting", "recognition", "permission", "visa", "arrival", "integration", "retention"]


class Steps(BaseBlock, frozen=True, kw_only=True, tag="steps"):
    """Steps with tick boxes by phase. Empty ``responsible``, ``phases`` or ``offices`` (of the steps) = all.

    ``brief``: who, when it is done, desk and amount in one line, no span of time, no hint, and of steps that may never
    come no recommendation; the rest is on other papers.
    """

    kinds: tuple[Literal["ordinary", "optional", "contingent"], ...] = ("ordinary", "optional", "contingent")
    responsible: tuple[Who, ...] = ()
    phases: tuple[Phase, ...] = ()
    offices: tuple[str, ...] = ()
    show: tuple[Literal["what", "who", "when", "duration", "deadline", "desk", "fee", "hint", "norm"], ...] = (
        "what",
        "who",
        "when",
        "duration",
        "deadline",
        "desk",
        "fee",
        "hint",
    )
    most_hints: int = 1
    brief: bool = False


class DocumentsByDesk(BaseBlock, frozen=True, kw_only=True, tag="documents_by_desk"):
    """Documents with tick boxes, under the desk that wants them. Empty ``who`` = from everybody.

    ``brief``: without the name of the official form, with room for notes.
    """

    who: tuple[Literal["worker", "employer", "both", "abh", "recognition_body", "mission", "other"], ...] = ()
    phases: tuple[Phase, ...] = ()
    notes: bool = False
    brief: bool = False


class Contacts(BaseBlock, frozen=True, kw_only=True, tag="contacts"):
    """The desks of the plan with address, date and what is missing; ``advice``: also those that advise.

    ``brief``: only how to reach them.
    """

    advice: bool = True
    brief: bool = False


class Dates(BaseBlock, frozen=True, kw_only=True, tag="dates"):
    """All deadlines in order of their days. Empty ``strength`` or ``phases`` = all; ``text``: with the rule.

    ``of_form``: only those of the steps at which the form is wanted.
    """

    strength: tuple[Literal["statute", "practice", "recommended"], ...] = ()
    phases: tuple[Phase, ...] = ()
    text: bool = True
    of_form: bool = False


class Costs(BaseBlock, frozen=True, kw_only=True, tag="costs"):
    """Sums by payer and, unless ``single`` is false, single amounts. Empty ``payers`` = all."""

    payers: tuple[Literal["employer", "worker", "negotiable"], ...] = ()
    single: bool = True


class Timeline(BaseBlock, frozen=True, kw_only=True, tag="timeline"):
    """A picture of the phases: bars from the earliest to the likely and the latest day, a line for today."""


class Folder(BaseBlock, frozen=True, kw_only=True, tag="folder"):
    """The index of a folder: every document of the case with the number of its divider."""


class OwnTasks(BaseBlock, frozen=True, kw_only=True, tag="own_tasks"):
    """The candidate's sheet: what the worker does and the worker's papers, in the worker's language."""


class Portfolio(BaseBlock, frozen=True, kw_only=True, tag="portfolio"):
    """How far many cases are: next step, next day, first working day. Facts about people never stand side by side."""


class Advice(BaseBlock, frozen=True, kw_only=True, tag="advice"):
    """The chamber and the free advice at the place of work, as one compact list. Empty ``roles`` = all of them."""

    roles: tuple[Literal["welcome_center", "ihk", "hwk", "recognition_advice", "advice", "fair_integration"], ...] = (
        "hwk",
        "ihk",
        "welcome_center",
        "recognition_advice",
    )


class DeskLists(BaseBlock, frozen=True, kw_only=True, tag="desk_lists"):
    """The desk's own list, in its own order, if the content holds one for this case; else our own list, said so.

    ``desk``: whose lists; ``lists``: of these only; ``of_office``: lists that the office in charge itself publishes;
    ``own``: without one, our own list of the documents of ``phases``, or else nothing; ``one_of``: the lists of
    documents, where it is said if none of them is for this case.
    """

    desk: Literal["abh", "ba", "recognition_body", "mission"]
    lists: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    of_office: bool = False
    own: bool = True
    phases: tuple[Phase, ...] = ()
