"""Commands for what is tried beside the case: keeping a variant, dropping it, making it count."""

from __future__ import annotations

from dataclasses import dataclass, replace

from employer_assistant.cases.answering import answering
from employer_assistant.cases.commands import (
    ChooseProcedure,
    ChooseRoute,
    Command,
    Label,
    Together,
)
from employer_assistant.cases.model import Case, Variant
from employer_assistant.rules.situation import Situation


@dataclass(frozen=True)
class KeepVariant:
    """Keep a variant; one of the same name is replaced. With ``index`` (0 = first) it is put there besides."""

    variant: Variant
    index: int | None = None

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.variant_kept", {})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        kept = case.variants
        place = _place(case, self.variant.name) if self.index is None else None
        if place is not None:
            changed = (*kept[:place], self.variant, *kept[place + 1 :])
            return replace(case, variants=changed), KeepVariant(kept[place])
        index = len(kept) if self.index is None else self.index
        return replace(case, variants=(*kept[:index], self.variant, *kept[index:])), DropVariant(self.variant.name)


@dataclass(frozen=True)
class DropVariant:
    """Drop the variant of a name; nothing happens if there is none."""

    name: str

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.variant_dropped", {})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        place = _place(case, self.name)
        if place is None:
            return case, self
        left = (*case.variants[:place], *case.variants[place + 1 :])
        return replace(case, variants=left), KeepVariant(case.variants[place], place)


@dataclass(frozen=True)
class RenameVariant:
    """Give a variant another name; nothing happens if there is none of the old one, or one of the new one already."""

    name: str
    new_name: str

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.variant_renamed", {})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        place = _place(case, self.name)
        if place is None or _place(case, self.new_name) is not None:
            return case, self
        renamed = replace(case.variants[place], name=self.new_name)
        changed = (*case.variants[:place], renamed, *case.variants[place + 1 :])
        return replace(case, variants=changed), RenameVariant(self.new_name, self.name)


@dataclass(frozen=True)
class TakeVariant:
    """Let a variant count by the `commands_of` it; it stays kept. Nothing happens without commands."""

    commands: tuple[Command, ...]

    @property
    def label(self) -> Label:
        """What was done."""
        return ("cases.did.variant_taken", {})

    def apply(self, case: Case) -> tuple[Case, Command]:
        """Return the new case and its undo."""
        return Together(self.commands).apply(case) if self.commands else (case, self)


def commands_of(variant: Variant, case: Case, situation: Situation) -> tuple[Command, ...]:
    """Return the commands that make a variant count in a case, whose situation is given: for doing or for a preview."""
    chosen = list(answering(variant.answers, case, situation))
    if variant.route is not None:
        chosen.append(ChooseRoute(variant.route))
    if variant.procedure is not None:
        chosen.append(ChooseProcedure(variant.procedure))
    return tuple(chosen)


def _place(case: Case, name: str) -> int | None:
    return next((place for place, variant in enumerate(case.variants) if variant.name == name), None)
