"""What people can do to a case. A command gives the new case and the command that undoes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeAlias, TypeVar

from employer_assistant.cases.model import Case, DocumentState, Note
from employer_assistant.content.model import Procedure
from employer_assistant.rules.answers import Answer as Value

Label: TypeAlias = tuple[str, dict[str, str]]
"""A phrase id with its values. Values are ids (fact, step …), never answers; `cases.labels.say` puts them in words."""

_V = TypeVar("_V")


class Command(Protocol):
    """One act of the user on a case."""

    @property
    def label(self) -> Label:
        """What was done, for "undo …"."""
        ...

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and the command that restores the old one exactly."""
        ...


@dataclass(frozen=True)
class Answer:
    """Answer a fact; ``value`` None takes the answer back, "unknown" is an answer.

    ``place``, here and below: where a new entry comes (0 = first, None = last), so that undo restores the order too.
    """

    fact: str
    value: Value | None
    place: int | None = None

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.answer", {"fact": self.fact})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        undo = Answer(self.fact, case.answers.get(self.fact), _place(case.answers, self.fact))
        return replace(case, answers=_with(case.answers, self.fact, self.value, self.place)), undo


@dataclass(frozen=True)
class GiveReason:
    """Say why an answer differs from the derived one (`rules.overrides`); empty text takes the reason back."""

    fact: str
    text: str
    place: int | None = None

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.reason", {"fact": self.fact})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        undo = GiveReason(self.fact, case.reasons.get(self.fact, ""), _place(case.reasons, self.fact))
        return replace(case, reasons=_with(case.reasons, self.fact, self.text or None, self.place)), undo


@dataclass(frozen=True)
class ChooseRoute:
    """Choose the route to follow; None leaves the choice to the assessment."""

    route: str | None

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.route", {})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        return replace(case, route=self.route), ChooseRoute(case.route)


@dataclass(frozen=True)
class ChooseProcedure:
    """Choose the regular or the accelerated procedure; None leaves it open."""

    procedure: Procedure | None

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.procedure", {})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        return replace(case, procedure=self.procedure), ChooseProcedure(case.procedure)


@dataclass(frozen=True)
class TickStep:
    """Tick a step as done on a day; None takes the tick away."""

    step: str
    date: date | None
    place: int | None = None

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.tick", {"step": self.step})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        undo = TickStep(self.step, case.ticks.get(self.step), _place(case.ticks, self.step))
        return replace(case, ticks=_with(case.ticks, self.step, self.date, self.place)), undo


@dataclass(frozen=True)
class EnterEvent:
    """Enter the day on which something happened; None takes it back."""

    event: str
    date: date | None
    place: int | None = None

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.event", {"event": self.event})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        undo = EnterEvent(self.event, case.events.get(self.event), _place(case.events, self.event))
        return replace(case, events=_with(case.events, self.event, self.date, self.place)), undo


@dataclass(frozen=True)
class SetDocument:
    """Say how far a paper is; None takes the remark back."""

    document: str
    state: DocumentState | None
    place: int | None = None

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.document", {"document": self.document})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        undo = SetDocument(self.document, case.documents.get(self.document), _place(case.documents, self.document))
        return replace(case, documents=_with(case.documents, self.document, self.state, self.place)), undo


@dataclass(frozen=True)
class AddNote:
    """Add a remark, at the end or at a place (0 = first)."""

    note: Note
    index: int | None = None

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.note_added", {})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        index = len(case.notes) if self.index is None else self.index
        return replace(case, notes=(*case.notes[:index], self.note, *case.notes[index:])), RemoveNote(index)


@dataclass(frozen=True)
class RemoveNote:
    """Remove the remark at a place (0 = first). Raises IndexError if there is none."""

    index: int

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.note_removed", {})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        note = case.notes[self.index]
        place = self.index % len(case.notes)
        return replace(case, notes=(*case.notes[:place], *case.notes[place + 1 :])), AddNote(note, place)


@dataclass(frozen=True)
class ChangeNote:
    """Put another remark at a place (0 = first). Raises IndexError if there is none."""

    index: int
    note: Note

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.note_changed", {})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        place = range(len(case.notes))[self.index]
        notes = (*case.notes[:place], self.note, *case.notes[place + 1 :])
        return replace(case, notes=notes), ChangeNote(place, case.notes[place])


@dataclass(frozen=True)
class TakeStep:
    """Take an optional step into the plan or leave it out; ``index`` is its place among those taken."""

    step: str
    taken: bool
    index: int | None = None

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.taken" if self.taken else "cases.did.not_taken", {"step": self.step})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        if (self.step in case.taken) == self.taken:
            return case, self
        if self.taken:
            index = len(case.taken) if self.index is None else self.index
            return replace(case, taken=(*case.taken[:index], self.step, *case.taken[index:])), TakeStep(
                self.step, taken=False
            )
        index = case.taken.index(self.step)
        kept = (*case.taken[:index], *case.taken[index + 1 :])
        return replace(case, taken=kept), TakeStep(self.step, taken=True, index=index)


@dataclass(frozen=True)
class Rename:
    """Give the case another title."""

    title: str

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.rename", {})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        return replace(case, title=self.title), Rename(case.title)


@dataclass(frozen=True)
class Together:
    """Several commands that count as one act, such as a lever that changes two facts. Never empty."""

    commands: tuple[Command, ...]

    @property
    def label(self) -> Label:
        """What was done."""
        return self.commands[0].label

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        undo: list[Command] = []
        for command in self.commands:
            case, back = command.apply(case)
            undo.insert(0, back)
        return case, Together(tuple(undo))


def _place(entries: Mapping[str, _V], key: str) -> int | None:
    """Return where an entry stands (0 = first), None if it is not there."""
    return list(entries).index(key) if key in entries else None


def _with(entries: Mapping[str, _V], key: str, value: _V | None, place: int | None) -> dict[str, _V]:
    """Return the entries with one set, a new one at its place or last; removed if the value is None."""
    if value is not None and (key in entries or place is None):
        return {**entries, key: value}
    left = [entry for entry in entries.items() if entry[0] != key]
    return dict(left if value is None else [*left[:place], (key, value), *left[place:]])
