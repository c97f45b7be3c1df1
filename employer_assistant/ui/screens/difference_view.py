"""What a change would do, side by side: routes, dates, costs, steps, documents. Below each other where it is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from employer_assistant.cases.preview import Preview
from employer_assistant.rules.assessment import Status
from employer_assistant.rules.difference import RouteTurn
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import Turning, row, stack
from employer_assistant.ui.kit.widgets import Badge, Divider, Heading, PlainLabel
from employer_assistant.ui.screens.difference_lists import (
    Lists,
    lists,
    moved_deadlines,
    moved_steps,
    other_desks,
    other_proofs,
    unsure_steps,
)
from employer_assistant.ui.screens.difference_reasons import turned_findings, why_turned
from employer_assistant.ui.screens.difference_words import Pair, main_lines
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.result_words import TONES

FIRST_ROUTES, FIRST_ITEMS = 4, 4
"""Routes, and steps or documents of one side, that are named at once; the others are folded."""
SHARES = (4, 5, 5)
_WIDE = 520
_T = TypeVar("_T")
PLUS, MINUS = "+", "\N{MINUS SIGN}"


class Heads(Turning):
    """The heads of both columns; gone where the cells stand below each other and name themselves."""

    def __init__(self, heads: tuple[str, str]) -> None:
        super().__init__(_WIDE, 14)
        for words, share in zip(("", *heads), SHARES, strict=True):
            self.line.addWidget(_shared(PlainLabel(words, "strong")), share)

    def turn(self) -> None:
        """Show the heads only above columns."""
        for place in range(1, self.line.count()):
            item = self.line.itemAt(place)
            head = item.widget() if item is not None else None
            if head is not None:
                head.setVisible(self.width() >= self.room())


def _shared(cell: QWidget) -> QWidget:
    """Let the shares alone decide how wide a cell is, so that columns align."""
    policy = cell.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    cell.setSizePolicy(policy)
    return cell


class SideBySide(Turning):
    """Two cells, a label before them or none; below each other, with their heads, where it is narrow."""

    def __init__(self, label: QWidget | None, before: QWidget, after: QWidget, heads: tuple[str, str]) -> None:
        super().__init__(_WIDE, 14)
        self._heads = [PlainLabel(head, "small") for head in heads]
        cells = (label, stack(self._heads[0], before, space=2), stack(self._heads[1], after, space=2))
        for cell, share in zip(cells, SHARES, strict=True):
            if cell is not None:
                self.line.addWidget(_shared(cell), share, Qt.AlignmentFlag.AlignTop)
        self._under_heads = label is not None
        for head in self._heads:
            head.setVisible(not self._under_heads)

    def turn(self) -> None:
        """Choose line or column, and name the cells where no head of a column stands above them."""
        super().turn()
        stacked = self.line.direction() == QBoxLayout.Direction.TopToBottom
        for head in self._heads:
            head.setVisible(stacked or not self._under_heads)


def difference_view(preview: Preview, context: Context) -> QWidget:
    """Return what a change would do: now beside then. What stays is named too, as staying."""
    if preview.nothing:
        return stack(PlainLabel(context.t("difference.nothing")))
    heads = (context.t("difference.now"), context.t("difference.then"))
    parts: list[QWidget] = [
        Heads(heads),
        *_ruled(_pair(line, heads, context) for line in main_lines(preview, context)),
        *_ruled(_lists(one, heads, context) for one in lists(preview, context)),
        *_routes(preview, heads, context),
        *_folds(preview, heads, context),
    ]
    return stack(*parts, space=10)


def _ruled(rows: Iterable[QWidget]) -> Iterator[QWidget]:
    for one in rows:
        yield Divider()
        yield one


def _pair(line: Pair, heads: tuple[str, str], context: Context, *, above: bool = False) -> QWidget:
    """Return a row; ``above`` puts its name over it, for names too long for a column."""
    after = stack(PlainLabel(line.after, "strong"), row(Badge(line.change), None), space=4)
    same = PlainLabel(context.t("difference.same"), quiet=True)
    before, then, label = PlainLabel(line.before), after if line.change else same, PlainLabel(line.label)
    shown = _below(label, before, then, heads) if above else SideBySide(label, before, then, heads)
    shown.setAccessibleName(line.label)
    return shown


def _below(label: QWidget, before: QWidget, after: QWidget, heads: tuple[str, str]) -> QWidget:
    return stack(label, SideBySide(None, before, after, heads), space=2)


def _lists(found: Lists, heads: tuple[str, str], context: Context) -> QWidget:
    before, after = found.counts
    left = [*map(PlainLabel, filter(None, [before])), *_items(MINUS, "difference.dropped", found.dropped, context)]
    right = [*map(PlainLabel, filter(None, [after])), *_items(PLUS, "difference.added", found.added, context)]
    return _below(PlainLabel(found.label, "strong"), stack(*left, space=2), stack(*right, space=2), heads)


def _items(sign: str, key: str, names: Sequence[str], context: Context) -> Iterator[QWidget]:
    if not names:
        return
    yield PlainLabel(context.t(key, n=len(names)), "small")
    lines = [f"{sign} {name}" for name in names]
    first, rest = _split(lines, FIRST_ITEMS)
    yield from map(PlainLabel, first)
    if rest:
        yield fold(context.t("difference.rest", n=len(rest)), lambda: stack(*map(PlainLabel, rest), space=2), context.t)


def _split(found: Sequence[_T], most: int) -> tuple[Sequence[_T], Sequence[_T]]:
    """Return what is shown at once and what is folded; a single one is not worth a fold."""
    shown = most if len(found) > most + 1 else len(found)
    return found[:shown], found[shown:]


def _routes(preview: Preview, heads: tuple[str, str], context: Context) -> Iterator[QWidget]:
    turns = sorted(preview.difference.routes, key=lambda turn: (_weight(turn), turn.route.rank))
    if not turns:
        return
    yield Heading(context.t("difference.routes", n=len(turns)), section=True)
    first, rest = _split(turns, FIRST_ROUTES)
    yield from _ruled(_turn(turn, preview, heads, context) for turn in first)
    if rest:
        yield fold(
            context.t("difference.rest", n=len(rest)),
            lambda: stack(*_ruled(_turn(turn, preview, heads, context) for turn in rest), space=10),
            context.t,
        )


def _weight(turn: RouteTurn) -> Status:
    """Return the better of both states: a route that opens or closes matters more than one that stays out of reach."""
    return min(one for one in (turn.old, turn.new, Status.CLOSED) if one is not None)


def _turn(turn: RouteTurn, preview: Preview, heads: tuple[str, str], context: Context) -> QWidget:
    after: list[QWidget] = [row(_status(turn.new, context), None)]
    why = why_turned(turn, preview, context)
    if why:
        after.append(PlainLabel(why, "small"))
    name = PlainLabel(context.words(turn.route.short), "strong")
    return _below(name, row(_status(turn.old, context), None), stack(*after, space=4), heads)


def _status(status: Status | None, context: Context) -> Badge:
    if status is None:
        return Badge(context.t("difference.not_judged"))
    return Badge(context.t(f"status.{status.id}"), TONES[status])


def _folds(preview: Preview, heads: tuple[str, str], context: Context) -> Iterator[QWidget]:
    """Return what only some want to see: other days, other desks, and points that come out otherwise."""
    found = (
        ("difference.moved", moved_steps(preview, context)),
        ("difference.deadlines", moved_deadlines(preview, context)),
        ("difference.unsure", unsure_steps(preview, context)),
        ("difference.desks", other_desks(preview, context)),
        ("difference.proofs", other_proofs(preview, context)),
        ("difference.points", turned_findings(preview, context)),
    )
    for key, pairs in found:
        if pairs:
            yield fold(context.t(key, n=len(pairs)), partial(_pairs, pairs, heads, context), context.t)


def _pairs(pairs: Sequence[Pair], heads: tuple[str, str], context: Context) -> QWidget:
    return stack(*_ruled(_pair(pair, heads, context, above=True) for pair in pairs), space=10)
