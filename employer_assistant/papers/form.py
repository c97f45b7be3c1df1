"""Forms: what a paper shows, in what order, for whom. Written in ``forms/*.yaml``, packed as JSON."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct, field

from employer_assistant.content.library import Library
from employer_assistant.content.model import Text
from employer_assistant.content.phrases import LANGUAGES, phrase

Reader = Literal["employer", "authority", "worker", "adviser"]
Who = Literal["employer", "worker", "abh", "ba", "recognition_body", "mission", "other"]
Phase = Literal["preparation", "recruiting", "recognition", "permission", "visa", "arrival", "integration", "retention"]

When = Literal[
    "always",
    "plan",
    "no_plan",
    "no_route_yet",
    "no_title_needed",
    "abroad",
    "in_germany",
    "accelerated",
    "not_accelerated",
    "accelerated_unsettled",
    "accelerated_chosen",
    "accelerated_not_chosen",
    "to_hire",
    "to_employ",
    "to_train",
    "to_have_posted",
    "to_get_to_know",
    "recognition",
    "no_recognition",
    "wanted",
    "not_wanted",
]
"""In which cases a block is written; see ``_Block``."""


PORTFOLIO, QUICK_CHECK = "portfolio", "quick-check"
"""The form about many cases, and that of a check without a name; neither is offered among the papers of a case."""


class FormError(ValueError):
    """A form that is not there, lacks a language or is faulty; the message is a sentence for the user."""


class _Block(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="block"):
    """Base of all blocks. ``title`` replaces the usual heading; ``when``: only with, or without, a plan; without one
    only where a title is needed, or none is; only for a person abroad, or in Germany; only where the accelerated
    procedure can come, cannot come on the route, is not settled for want of a route, is chosen or not chosen for a
    person abroad; only to hire (to employ, to train or to have posted) or to get to know somebody; only where the plan
    has steps of recognition, or has none; only where it has one of the form's ``steps``, or has none. Of several all
    must hold.
    """

    title: Text | None = None
    when: When | tuple[When, ...] = "always"


class Link(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An official page."""

    words: Text
    url: str


class Cover(_Block, frozen=True, kw_only=True, tag="cover"):
    """The head of the paper and the main points. ``next_steps``: how many of the reader's next steps are named."""

    show: tuple[Literal["route", "procedure", "accelerated", "first_day", "begin_by", "decides", "next"], ...] = (
        "route",
        "procedure",
        "first_day",
        "begin_by",
        "decides",
        "next",
    )
    next_steps: int = 3


class Result(_Block, frozen=True, kw_only=True, tag="result"):
    """The route in words: status, who it is for, what it brings, pitfalls, warnings."""

    show: tuple[Literal["outcome", "pitfalls", "warnings"], ...] = ("outcome", "pitfalls", "warnings")


class Answers(_Block, frozen=True, kw_only=True, tag="answers"):
    """All answers that count: what is not known first, decisive ones marked."""


class Findings(_Block, frozen=True, kw_only=True, tag="findings"):
    """Each condition of the route with its verdict. ``show``: what stands below the sentence."""

    show: tuple[Literal["answer", "norm", "kind", "figure", "remedy"], ...] = (
        "answer",
        "norm",
        "kind",
        "figure",
        "remedy",
    )


class Routes(_Block, frozen=True, kw_only=True, tag="routes"):
    """The other routes: usable ones in a table, closed ones with the sentence that blocks."""

    which: tuple[Literal["open", "reachable", "undecided", "closed"], ...] = (
        "open",
        "reachable",
        "undecided",
        "closed",
    )


class Steps(_Block, frozen=True, kw_only=True, tag="steps"):
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


class DocumentsByDesk(_Block, frozen=True, kw_only=True, tag="documents_by_desk"):
    """Documents with tick boxes, under the desk that wants them. Empty ``who`` = from everybody.

    ``once``: each stands under its first desk, short, with room for notes; the other desks follow in a list.
    """

    who: tuple[Literal["worker", "employer", "both", "abh", "recognition_body", "mission", "other"], ...] = ()
    phases: tuple[Phase, ...] = ()
    notes: bool = False
    once: bool = False


class Contacts(_Block, frozen=True, kw_only=True, tag="contacts"):
    """The desks of the plan with address, date and what is missing; ``advice``: also those that advise.

    ``brief``: only how to reach them.
    """

    advice: bool = True
    brief: bool = False


class Dates(_Block, frozen=True, kw_only=True, tag="dates"):
    """All deadlines in order of their days. Empty ``strength`` or ``phases`` = all; ``text``: with the rule.

    ``of_form``: only those of the steps at which the form is wanted.
    """

    strength: tuple[Literal["statute", "practice", "recommended"], ...] = ()
    phases: tuple[Phase, ...] = ()
    text: bool = True
    of_form: bool = False


class Costs(_Block, frozen=True, kw_only=True, tag="costs"):
    """Sums by payer and, unless ``single`` is false, single amounts. Empty ``payers`` = all."""

    payers: tuple[Literal["employer", "worker", "negotiable"], ...] = ()
    single: bool = True


class Timeline(_Block, frozen=True, kw_only=True, tag="timeline"):
    """A picture of the phases: bars from the earliest to the likely and the latest day, a line for today."""


class Codes(_Block, frozen=True, kw_only=True, tag="codes"):
    """Addresses as QR codes: those of the form, ``advice``: the free advice at the place of work."""

    links: tuple[Link, ...] = ()


class Advice(_Block, frozen=True, kw_only=True, tag="advice"):
    """The chamber and the free advice at the place of work, as one compact list. Empty ``roles`` = all of them."""

    roles: tuple[Literal["welcome_center", "ihk", "hwk", "recognition_advice", "advice", "fair_integration"], ...] = (
        "hwk",
        "ihk",
        "welcome_center",
        "recognition_advice",
    )


class DeskLists(_Block, frozen=True, kw_only=True, tag="desk_lists"):
    """The desk's own list, in its own order, if the content holds one for this case; else our own list, said so.

    ``desk``: whose lists; ``lists``: of these only; ``of_office``: lists that the office in charge itself publishes;
    ``own``: without one, our own list of the documents of ``phases``, or else nothing.
    """

    desk: Literal["abh", "ba", "recognition_body", "mission"]
    lists: tuple[str, ...] = ()
    of_office: bool = False
    own: bool = True
    phases: tuple[Phase, ...] = ()


class Field(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of a data sheet: number, label, and the facts that fill it; none = to be written by hand on ``lines``."""

    no: str = ""
    label: Text
    facts: tuple[str, ...] = ()
    note: Text | None = None
    section: Text | None = None
    lines: int = 1


class Fields(_Block, frozen=True, kw_only=True, tag="fields"):
    """A data sheet in the order of a form: ``desk_list`` gives numbers and labels, ``facts`` what is known of each.

    ``empty``: routes on which a field asks for something else than its facts say, so that the user fills it in.
    """

    desk_list: str = ""
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    empty: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: tuple[Field, ...] = ()
    intro: Text | None = None


class OwnTasks(_Block, frozen=True, kw_only=True, tag="own_tasks"):
    """The candidate's sheet: what the worker does and the worker's papers, in the worker's language."""


class Folder(_Block, frozen=True, kw_only=True, tag="folder"):
    """The index of a folder: every document of the case with the number of its divider."""


class Portfolio(_Block, frozen=True, kw_only=True, tag="portfolio"):
    """How far many cases are: next step, next day, first working day. Facts about people never stand side by side."""


class QuickCheck(_Block, frozen=True, kw_only=True, tag="quick_check"):
    """A first orientation: how routes look after a few answers, what is closed, what to find out, what was answered."""


class LawState(_Block, frozen=True, kw_only=True, tag="law_state"):
    """Until when the law was read, which pack, what is only a draft, and who decides; ``brief``: in two lines."""

    brief: bool = False


class Point(Text, frozen=True, kw_only=True):
    """A sentence of a list; with ``routes`` only on one of them, or while no route is chosen."""

    routes: tuple[str, ...] = ()


class Words(_Block, frozen=True, kw_only=True, tag="text"):
    """A text of the form itself. ``{fact}`` stands for an answer, or for a line to fill in where it is unknown.

    ``points`` are a list, ``sign`` what is signed below; ``norm`` and ``source`` say on what the words rest.
    """

    text: Text | None = None
    paragraphs: tuple[Text, ...] = ()
    points: tuple[Point, ...] = ()
    sign: tuple[Text, ...] = ()
    norm: str = ""
    source: Text | None = None
    new_page: bool = False
    small: bool = False


class Sources(_Block, frozen=True, kw_only=True, tag="sources"):
    """The sources of everything the paper says."""


Block = (
    Cover
    | Result
    | Answers
    | Findings
    | Routes
    | Steps
    | DocumentsByDesk
    | Contacts
    | Dates
    | Costs
    | Timeline
    | Codes
    | Advice
    | DeskLists
    | Fields
    | OwnTasks
    | Folder
    | Portfolio
    | QuickCheck
    | LawState
    | Words
    | Sources
)


class Form(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One paper. ``form`` is the version of this notation; ``case_title`` says how the case is named on it.

    ``further``: also in every further language that the content holds. ``one_page``: made smaller if it must be.
    ``steps``: the steps of the road at which it is wanted.
    """

    form: Literal[1]
    id: str
    title: Text
    reader: Reader
    languages: tuple[str, ...]
    further: bool = False
    one_page: bool = False
    case_title: Literal["full", "initials", "none"] = "full"
    steps: tuple[str, ...] = ()
    sections: tuple[Block, ...]


def form_ids() -> tuple[str, ...]:
    """Return the ids of all forms for one case, sorted."""
    folder = files("employer_assistant").joinpath("data", "forms")
    found = sorted(entry.name[:-5] for entry in folder.iterdir() if entry.name.endswith(".json"))
    return tuple(form_id for form_id in found if form_id not in (PORTFOLIO, QUICK_CHECK))


def form(form_id: str, language: str = "de") -> Form:
    """Read one form. Raises FormError with a sentence in the language (German if the app does not speak it)."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    known = form_ids()
    if form_id not in (*known, PORTFOLIO, QUICK_CHECK):
        raise FormError(phrase("papers.error.unknown-form", spoken, form=form_id, known=", ".join(known)))
    data = files("employer_assistant").joinpath("data", "forms", f"{form_id}.json").read_bytes()
    try:
        return decode(data)
    except msgspec.MsgspecError as error:
        raise FormError(phrase("papers.error.bad-form", spoken, form=form_id, problem=error)) from None


@cache
def forms_of_steps() -> dict[str, tuple[Form, ...]]:
    """Return the forms that are wanted at each step, by its id."""
    found: dict[str, list[Form]] = {}
    for one in map(form, form_ids()):
        for step in one.steps:
            found.setdefault(step, []).append(one)
    return {step: tuple(forms) for step, forms in found.items()}


def languages_of(found: Form, library: Library) -> tuple[str, ...]:
    """Return the codes of all languages in which a form can be printed, German first."""
    return tuple(dict.fromkeys((*found.languages, *(library.languages if found.further else ()))))


def form_in(form_id: str, language: str, library: Library) -> Form:
    """Read one form to be printed in the language. Raises FormError if it does not have it."""
    found = form(form_id, language)
    known = languages_of(found, library)
    if language not in known:
        spoken = language if language in LANGUAGES else LANGUAGES[0]
        names = ", ".join(known)
        raise FormError(phrase("papers.error.no-language", spoken, form=form_id, language=language, known=names))
    return found


def decode(data: bytes) -> Form:
    """Turn the packed form (every scalar as text) into a Form. Raises msgspec.MsgspecError with the place."""
    return msgspec.convert(msgspec.json.decode(data), Form, strict=False)
