"""Why a change would turn a route: the points that come out otherwise, with their norms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from employer_assistant.cases.preview import Preview
from employer_assistant.content.norms import cited
from employer_assistant.rules.difference import FindingTurn, RouteTurn
from employer_assistant.rules.verdict import Verdict
from employer_assistant.ui.context import Context
from employer_assistant.ui.screens.difference_words import Pair
from employer_assistant.ui.screens.findings import badge, sentence


def why_turned(turn: RouteTurn, preview: Preview, context: Context) -> str:
    """Return the point that turned a route, with its norm; empty if none of its points is judged on both sides."""
    its = [one for one in preview.difference.findings if one.route.id == turn.route.id and turn.new is not None]
    found = [one.new for one in its if one.new and one.new.blocks and one.new.status <= (turn.new or 0)]
    telling = max(found, key=lambda one: one.status, default=None)
    if telling is None:
        return ""
    said = sentence(telling, context.language)
    if telling.verdict is not Verdict.UNMET:
        key = "met" if telling.verdict is Verdict.MET else "to_clarify"
        said = context.t(f"difference.{key}", sentence=said)
    parts = (said, cited(telling.condition.norm, context.language))
    return context.t("page.separator").join(part for part in parts if part)


def turned_findings(preview: Preview, context: Context) -> tuple[Pair, ...]:
    """Return the points that come out otherwise, each once, even if several routes share it."""
    seen: dict[str, Pair] = {}
    for turn in _counted_findings(preview.difference.findings):
        shown = turn.new or turn.old
        if shown is None or shown.condition.id in seen:
            continue
        norm = cited(shown.condition.norm, context.language)
        label = context.t("page.separator").join((context.words(shown.condition.text), norm))
        before, after = (badge(one, context.language)[0] if one else "" for one in (turn.old, turn.new))
        none = context.t("difference.not_judged")
        seen[shown.condition.id] = Pair(label, before or none, after or none, context.t("difference.other"))
    return tuple(one for one in seen.values() if one.before != one.after)


def _counted_findings(found: Iterable[FindingTurn]) -> Iterator[FindingTurn]:
    for turn in found:
        if any(one is not None and one.blocks for one in (turn.old, turn.new)):
            yield turn
