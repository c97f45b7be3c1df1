"""One finding on the page: word, sentence, what it rests on, and behind "why" all of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from employer_assistant.rules.assessment import Finding
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import Badge, LinkButton, PlainLabel
from employer_assistant.ui.screens import findings
from employer_assistant.ui.screens.fold import fold


class BesideBadge(QWidget):
    """A badge with words beside it; above them where both do not fit."""

    def __init__(self, badge: Badge, words: QWidget, room: int) -> None:
        super().__init__()
        self._badge = badge
        self._room = room
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.px(8))
        self._line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._gap = QSpacerItem(max(0, room - badge.sizeHint().width()), 0)
        self._line.addSpacerItem(self._gap)
        self._line.addWidget(words, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the badge above where the line gets short."""
        wide = event.size().width() >= self._room + theme.px(300)
        wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            gap = max(0, self._room - self._badge.sizeHint().width()) if wide else 0
            self._gap.changeSize(gap, 0)
            self._line.invalidate()
        super().resizeEvent(event)


def badge_room(found: tuple[Finding, ...], language: str) -> int:
    """Return the width that the badges of a card share."""
    return max((Badge(*findings.badge(finding, language)).sizeHint().width() for finding in found), default=0)


def finding_row(finding: Finding, situation: Situation, context: Context, room: int) -> QWidget:
    """Return the row of a finding."""
    language = context.language
    said = findings.sentence(finding, language)
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(2))
    column.addWidget(PlainLabel(said))
    column.addWidget(PlainLabel(findings.basis(finding, situation, language), "small"))
    if finding.verdict is not Verdict.MET:
        for figure in findings.figures(finding, context.library, language):
            column.addWidget(PlainLabel(figure, "small"))
    why = fold(
        context.t("page.finding.why"),
        partial(_details, finding, situation, context),
        context.t,
        name=context.t("page.finding.why.of", sentence=said),
    )
    column.addWidget(why)
    column.setSpacing(0)
    badge = Badge(*findings.badge(finding, language))
    return BesideBadge(badge, words, room)


def _details(finding: Finding, situation: Situation, context: Context) -> QWidget:
    """Return what counts exactly, what helps, and the answers with a way to change each."""
    condition, t, words = finding.condition, context.t, context.words
    inside: list[QWidget] = []
    if condition.explain is not None:
        inside.append(PlainLabel(words(condition.explain)))
    if finding.verdict is Verdict.MET:
        inside += [
            PlainLabel(figure, "small") for figure in findings.figures(finding, context.library, context.language)
        ]
    else:
        if finding.remedy_steps:
            steps = t("page.list").join(words(context.library.steps[step].title) for step in finding.remedy_steps)
            inside.append(PlainLabel(t("papers.findings.remedy", steps=steps)))
        if condition.action is not None:
            inside.append(PlainLabel(t("papers.findings.action", action=words(condition.action))))
    inside += [_answer(fact, situation, context) for fact in finding.facts]
    return stack(*inside, space=4)


def _answer(fact: str, situation: Situation, context: Context) -> QWidget:
    t, label = context.t, context.words(context.library.facts[fact].label)
    said = findings.answer(fact, situation, context.language)
    derived = said and fact not in situation.answers
    shown = t("papers.findings.answer.derived", answer=said) if derived else said or t("papers.findings.answer.missing")
    change = LinkButton(t("page.finding.change" if said else "page.finding.reply"))
    change.setAccessibleName(t("page.finding.change.of" if said else "page.finding.reply.of", fact=label))
    change.clicked.connect(partial(_open_question, context, fact))
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(8))
    line.addWidget(PlainLabel(t("papers.findings.answer.one", label=label, answer=shown), "small"), 1)
    line.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
    return box


def _open_question(context: Context, fact: str, _on: bool = False) -> None:
    context.go("answers", fact)
