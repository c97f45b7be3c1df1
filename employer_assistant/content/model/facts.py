"""What the app may ask, and in which order."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import field

from employer_assistant.content.expressions import Test
from employer_assistant.content.model.base import ChangeableBy, Item, Text

AskedOf = Literal[
    "worker",
    "own_records",
    "foreign_company",
    "abh",
    "ba",
    "recognition_body",
    "zab",
    "chamber",
    "mission",
    "school",
    "association",
    "pension_insurance",
    "driving_licence_office",
]
"""Who can say what neither side knows; an answer of ``recognition_body`` or ``zab`` is theirs to give."""


class Choice(Item, frozen=True, kw_only=True):
    """One possible answer of a choice fact."""

    value: str
    label: Text
    hint: Text | None = None


class Derivation(Item, frozen=True, kw_only=True):
    """How a fact follows from others when nobody answered it; the first derivation that applies counts.

    Exactly one of ``value``, ``fact`` (copy its answer) and ``occupation`` (a field of the chosen occupation) is set.
    """

    when: Test | None = None
    value: str | None = None
    fact: str | None = None
    occupation: Literal["regulated", "isco08", "health_or_care", "qualified_training"] | None = None


class LeverTo(Item, frozen=True, kw_only=True):
    """An answer that somebody can bring about by deciding to, or by waiting; without ``value`` any answer.

    ``text`` says how; ``when``: only then it is sensible.
    """

    value: str | None = None
    when: Test | None = None
    text: Text | None = None


class Usual(Item, frozen=True, kw_only=True):
    """Amounts that raise no doubt, in the unit of the fact; nothing of law."""

    at_least: Decimal
    at_most: Decimal


class Fact(Item, frozen=True, kw_only=True):
    """A thing the app may ask. ``where`` says whom to ask if it is not known, ``zero`` what the number 0 means.

    ``asked_when_unknown`` says the same for the rules: a quick check names the bodies that recognise the occupation
    where an answer is theirs, and of several answers that are lacking it takes that one.

    ``lever_to``: the only answers a lever may lead to, none if empty, any if not given; ``lever_why`` says why no
    others, or not always. ``far_reaching``: changing it is more than an adjustment of this hire, such levers come last.
    ``usual`` lets slips in amounts be noticed; it decides nothing. ``per_hire``: it hangs on the one person or hire,
    though it is asked of job or employer. ``municipality``: a text that holds the key (AGS) of one in the list;
    ``any``: or the name of another, as typed.
    """

    id: str
    kind: Literal[
        "choice", "yes_no", "money", "number", "date", "country", "countries", "postcode", "occupation", "text"
    ]
    group: str
    per_hire: bool = False
    municipality: Literal["listed", "any"] | None = None
    label: Text
    question: Text
    why: Text
    help: Text | None = None
    example: str | None = None
    where: Text
    choices: tuple[Choice, ...] = ()
    unit: str | None = None
    zero: Text | None = None
    usual: Usual | None = None
    changeable_by: ChangeableBy
    lever_to: tuple[LeverTo, ...] | None = None
    lever_why: str | None = None
    far_reaching: bool = False
    asked_when_unknown: AskedOf
    sensitive: bool = False
    norm: str
    derived: tuple[Derivation, ...] = ()
    papers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


class Section(Item, frozen=True, kw_only=True):
    """A group of questions as the rail of the wizard names it."""

    id: str
    title: Text


class Typical(Item, frozen=True, kw_only=True):
    """Answers that mostly go with an occupation; nothing of law. Empty ``kinds`` or ``isco08`` (groups) = all."""

    kinds: tuple[str, ...] = ()
    isco08: tuple[str, ...] = ()
    answers: dict[str, str]


class Interview(Item, frozen=True, kw_only=True):
    """The adviser's order of questions; ``details`` are facts that only forms need.

    ``typical``: only what a quick check asks and the order in which it names routes rest on it; of two that fit the
    later counts. ``titled``: kinds of stay in Germany whose holder was looked at for an entry ban when it was issued.
    ``permission_first``: kinds of stay that are no title, where a work permission decides before any route.
    ``sooner``: what a quick check asks before a question, if both are open.
    """

    sections: tuple[Section, ...]
    order: tuple[str, ...]
    details: tuple[str, ...]
    typical: tuple[Typical, ...] = ()
    titled: tuple[str, ...] = ()
    permission_first: tuple[str, ...] = ()
    sooner: dict[str, str] = field(default_factory=dict)
