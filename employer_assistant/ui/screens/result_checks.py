"""What stands beside the routes: the points table of a route that counts points, and the rule sets that matter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.content.model import Condition, Pitfall, Ruleset, StatusRow
from employer_assistant.rules.assessment import Assessment, RouteAssessment, Status
from employer_assistant.rules.judge import Judgement
from employer_assistant.rules.points import PointLine, PointsTable, points_table
from employer_assistant.rules.rulesets import RulesetCheck, ruleset_checks
from employer_assistant.rules.told import pitfalls_told, routes_told, told_by
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.wording import condition_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import Badge, Card, PlainLabel
from employer_assistant.ui.screens.bases import Basis, of_condition, of_finding
from employer_assistant.ui.screens.finding_row import BesideBadge
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.source_link import sourced

TONES: dict[Verdict, Tone] = {Verdict.MET: "positive", Verdict.UNMET: "negative", Verdict.UNKNOWN: "caution"}


def checks(shown: RouteAssessment | None, context: Context) -> list[QWidget]:
    """Return a card for each rule set that matters, and one for the points of a route shown or still hoped for.

    What the document of a person in Germany allows stands open, with the other documents folded.
    """
    assessment = context.controller.assessment()
    cards: list[QWidget] = [_ruleset(one, context) for one in _relevant(assessment)]
    for found in routes_told(assessment):
        if found is shown or (assessment.best is None and found.status is not Status.CLOSED):
            table = points_table(found, told_by(found, assessment))
            if table is not None:
                cards.append(points_card(found, table, context))
    return cards


def _relevant(assessment: Assessment) -> tuple[RulesetCheck, ...]:
    return ruleset_checks(assessment.situation) if assessment.title_needed else ()


# ---- points


def points_card(found: RouteAssessment, table: PointsTable, context: Context) -> Card:
    """Return the points: the sum and the need at once, every line folded."""
    t = context.t
    route = context.words(found.route.short)
    need = table.need if table.need is not None else t("kind.unknown")
    key = "result.points.sum" if table.sure == table.possible else "result.points.range"
    said = t(key, sure=table.sure, possible=table.possible, need=need)
    head = stack(PlainLabel(said, "strong"), PlainLabel(t("result.points.need"), "small"), space=2)
    basis = of_finding(table.finding)
    card = Card(t("result.points.title", route=route), sourced(head, basis, context, said))
    card.add(fold(t("result.points.lines", n=len(table.lines)), partial(_lines, table, context), t))
    return card


def _lines(table: PointsTable, context: Context) -> QWidget:
    lines = stack(*(_line(line, context) for line in table.lines), space=6)
    return sourced(lines, of_finding(table.finding), context, context.words(table.condition.text))


def _line(line: PointLine, context: Context) -> QWidget:
    t, n = context.t, line.point.points
    worth = t("result.points.one" if n == 1 else "result.points.n", n=n)
    if line.judged.verdict is Verdict.MET and not line.counts:
        worth = t("page.separator").join((worth, t("result.points.not_again")))
    words = stack(PlainLabel(context.words(line.point.feature)), PlainLabel(worth, "small"), space=0)
    return _judged(line.judged, words, context)


def _judged(judged: Judgement, words: QWidget, context: Context) -> QWidget:
    badges = [Badge(context.t(f"verdict.{verdict.value}"), TONES[verdict]) for verdict in Verdict]
    room = max(badge.sizeHint().width() for badge in badges)
    return BesideBadge(badges[list(Verdict).index(judged.verdict)], words, room)


# ---- rule sets


def _ruleset(check: RulesetCheck, context: Context) -> Card:
    ruleset = check.ruleset
    title = context.words(ruleset.title)
    basis = Basis((ruleset.paragraph,), "", ruleset.sources)
    card = Card(title, sourced(PlainLabel(context.words(ruleset.who), quiet=True), basis, context, title))
    for line in check.here:
        card.add(_row(line, ruleset, context))
    for condition, judged in check.findings:
        card.add(_condition(condition, judged, context))
    notes = pitfalls_told(ruleset, context.controller.assessment())
    if notes:
        label = context.t("result.pitfalls", n=len(notes))
        card.add(fold(label, lambda: _pitfalls(notes, title, basis, context), context.t))
    if ruleset.rows:
        label = context.t("result.documents", n=len(ruleset.rows))
        card.add(fold(label, lambda: stack(*_documents(ruleset, context), space=12), context.t))
    return card


def _pitfalls(notes: tuple[Pitfall, ...], title: str, basis: Basis, context: Context) -> QWidget:
    lines = stack(*(PlainLabel(context.words(pitfall)) for pitfall in notes), space=6)
    return sourced(lines, basis, context, title)


def _condition(condition: Condition, judged: Judgement, context: Context) -> QWidget:
    said = condition_text(condition, judged.verdict, context.language)
    lines = [PlainLabel(said)]
    if condition.explain is not None and judged.verdict is not Verdict.MET:
        lines.append(PlainLabel(context.words(condition.explain), "small"))
    words = sourced(stack(*lines, space=2), of_condition(condition), context, said)
    return _judged(judged, words, context)


def _documents(ruleset: Ruleset, context: Context) -> Iterator[QWidget]:
    for line in ruleset.rows:
        yield _row(line, ruleset, context)


def _row(line: StatusRow, ruleset: Ruleset, context: Context) -> QWidget:
    basis = Basis((line.norm,), "law", ruleset.sources)
    return sourced(_document(line, context), basis, context, context.words(line.status))


def _document(line: StatusRow, context: Context) -> QWidget:
    words = context.words
    return stack(
        PlainLabel(words(line.status), "strong"),
        PlainLabel(context.t("result.documents.work", words=words(line.may_work))),
        PlainLabel(words(line.check)),
        space=2,
    )
