"""One finding on the page: word, sentence, what it rests on, and behind "why" all of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from employer_assistant.plan.remedies import fitting_remedies, nothing_known
from employer_assistant.plan.setting import Setting
from employer_assistant.rules.assessment import Finding
from employer_assistant.rules.reasons import grounds
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.wording import grounds_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Turning, stack
from employer_assistant.ui.kit.widgets import Badge, LinkButton, PlainLabel
from employer_assistant.ui.screens import findings
from employer_assistant.ui.screens.bases import of_finding
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.source_link import Sourced, basis_line, source_lines


class BesideBadge(Turning):
    """A badge with words beside it; above them where both do not fit. ``room`` is the width that badges share."""

    def __init__(self, badge: Badge, words: QWidget, room: int) -> None:
        super().__init__(0, 8)
        self._badge_room = room
        own = QWidget()
        line = QHBoxLayout(own)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._own = own
        self.line.addWidget(own, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(words, 1)

    def room(self) -> int:
        """Enough for badge and a few words in a line."""
        return self._badge_room + theme.px(240)

    def turn(self) -> None:
        """Give all badges of a card one width, so that their sentences line up."""
        super().turn()
        self._own.setMinimumWidth(self._badge_room if self.width() >= self.room() else 0)


def badge_room(found: tuple[Finding, ...], language: str) -> int:
    """Return the width that the badges of a card share."""
    return max((Badge(*findings.badge(finding, language)).sizeHint().width() for finding in found), default=0)


def finding_row(finding: Finding, situation: Situation, context: Context, room: int) -> QWidget:
    """Return the row of a finding: word, sentence, the answers it rests on, and one line that unfolds all reasons."""
    language = context.language
    said = findings.sentence(finding, language)
    words: list[QWidget] = [PlainLabel(said)]
    answers = findings.answers(finding, situation, language)
    if answers:
        words.append(PlainLabel(answers, "small"))
    if finding.verdict is not Verdict.MET:
        words += [PlainLabel(figure, "small") for figure in findings.figures(finding, context.library, language)]
    basis = of_finding(finding)
    why = fold(
        context.t("page.finding.why", basis=basis_line(basis, context)),
        partial(_details, finding, situation, context),
        context.t,
        name=context.t("page.finding.why.of", sentence=said),
    )
    badge = Badge(*findings.badge(finding, language))
    return BesideBadge(badge, Sourced(stack(*words, space=0), basis, why), room)


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
            route = finding.condition.id.partition(".")[0]
            own = route in context.library.routes
            fitting = fitting_remedies(finding, Setting(situation, route, "regular")) if own else finding.remedy_steps
            steps = t("page.list").join(words(context.library.steps[step].title) for step in fitting)
            if steps:
                inside.append(PlainLabel(t("papers.findings.remedy", steps=steps)))
            elif nothing_known(finding, fitting):
                inside.append(PlainLabel(t("remedy.unknown")))
        if condition.action is not None:
            inside.append(PlainLabel(t("papers.findings.action", action=words(condition.action))))
    several = grounds_text(grounds(finding, situation), situation, context.language)
    inside += [PlainLabel(several)] if several else []
    inside += [_answer(fact, situation, context) for fact in finding.facts]
    return stack(*inside, source_lines(of_finding(finding), context), space=4)


def _answer(fact: str, situation: Situation, context: Context) -> QWidget:
    t, label = context.t, context.words(context.library.facts[fact].label)
    said = findings.answer(fact, situation, context.language)
    derived = said and fact not in situation.answers
    shown = t("papers.findings.answer.derived", answer=said) if derived else said or t("papers.findings.answer.missing")
    change = LinkButton(t("page.finding.change" if said else "page.finding.reply"))
    change.setAccessibleName(t("page.finding.change.of" if said else "page.finding.reply.of", fact=label))
    change.clicked.connect(partial(_open_question, context, fact))
    line = Turning(300, 8)
    line.line.addWidget(PlainLabel(t("papers.findings.answer.one", label=label, answer=shown), "small"), 1)
    line.line.addWidget(change, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return line


def _open_question(context: Context, fact: str, _on: bool = False) -> None:
    context.go("answers", fact)
