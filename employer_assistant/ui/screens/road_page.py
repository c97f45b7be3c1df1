"""The road: when work can begin, the timeline, and every step to tick, with all about the one that is looked at."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.commands import ChooseProcedure, Command, TakeStep, TickStep
from employer_assistant.plan.model import Plan, PlannedStep
from employer_assistant.plan.planning import NotPossible
from employer_assistant.rules.assessment import CaseWarning, RouteAssessment
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import clear, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, LinkButton, PlainLabel, announce
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens import road_words
from employer_assistant.ui.screens.bases import joined, of_warning
from employer_assistant.ui.screens.beside import Beside
from employer_assistant.ui.screens.calendar_save import ask_and_save
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import Fitting, headed
from employer_assistant.ui.screens.procedure_switch import ProcedureSwitch
from employer_assistant.ui.screens.rail import ROAD_HALF
from employer_assistant.ui.screens.road_moved import MovedCard, look, understood
from employer_assistant.ui.screens.road_now import NowCard
from employer_assistant.ui.screens.source_link import sourced
from employer_assistant.ui.screens.step_detail import step_detail, step_task
from employer_assistant.ui.screens.step_experience import ExperienceCard, others_decide
from employer_assistant.ui.screens.step_happened import HappenedCard
from employer_assistant.ui.screens.step_list import StepList
from employer_assistant.ui.screens.step_row import StepRow
from employer_assistant.ui.screens.thinking import (
    lacking_for_the_road,
    plan_for,
    shown_desks,
    shown_procedure,
    shown_route,
)
from employer_assistant.ui.screens.timeline import Timeline
from employer_assistant.ui.wizard.change_page import weigh


class RoadPage(ScrollingPage):
    """The road map of a case."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t = context.t
        self.subtitle = PlainLabel("", quiet=True)
        self.print_button = Button(t("page.name.print"))
        self.print_button.clicked.connect(partial(self._go, "print"))
        self.compare_button = LinkButton(t("compare.open"))
        self.compare_button.clicked.connect(partial(self._go, "compare"))
        self.what_if_button = LinkButton(t("what_if.open"))
        self.what_if_button.clicked.connect(partial(self._go, "what_if"))
        self.calendar_button = Button(t("calendar.save"))
        self.calendar_button.clicked.connect(self._calendar)
        acts = Fitting(self.calendar_button, self.print_button)
        self.body.column.insertWidget(0, headed(self.heading, self.subtitle, acts))
        self.begin = PlainLabel("")
        self.nothing = Notice("", "neutral", t("road.to_result"))
        self.nothing.leads(partial(self._go, "result"))
        self.switch = ProcedureSwitch(context)
        self.timeline = Timeline(context)
        self.legend = PlainLabel(t("page.timeline.legend"), "small")
        self.by_step = Timeline(context, by_step=True)
        self.by_step.wanted.connect(self.open_part_at_hand)
        each = stack(self.by_step, PlainLabel(t("page.timeline.steps.legend"), "small"))
        steps = fold(t("page.timeline.steps"), lambda: each, t)
        self.chart = Card(
            "", self.switch, self.timeline, self.legend, steps, Fitting(self.compare_button, self.what_if_button)
        )
        each.setParent(self.chart)  # what no widget owns could be freed in the thread that makes papers
        each.hide()
        self.notices = QWidget()
        self._notices = QVBoxLayout(self.notices)
        self._notices.setContentsMargins(0, 0, 0, 0)
        self.now = NowCard(context)
        self.steps = StepList(context)
        self.detail = Beside(self.steps, self.body)
        self.happened: HappenedCard | None = None
        self.experience: ExperienceCard | None = None
        self.moved: MovedCard | None = None
        self.body.add(self.begin, self.nothing, self.chart, self.notices, self.now, self.detail)
        self._told: tuple[CaseWarning, ...] | None = None
        self._asked = ""
        self._laid_out = QTimer(self, singleShot=True)
        self._laid_out.timeout.connect(self._scroll_again)
        self._connect()

    def _connect(self) -> None:
        self.switch.chosen.connect(self._choose_procedure)
        self.timeline.wanted.connect(self._open_phase)
        self.now.wanted.connect(self.open_part_at_hand)
        self.steps.ticked.connect(self._tick)
        self.steps.taken.connect(self._take)
        self.steps.chosen.connect(self._look_at)
        self.steps.entered.connect(self.detail.focus_side)
        self.steps.rebuilding.connect(self.detail.release)

    def first_focus(self) -> QWidget | None:
        """The step that was asked for, else the timeline."""
        row = self.steps.rows.get(self._asked)
        self._asked = ""
        if row is not None:
            return row.tick
        return self.timeline.lines if self.timeline.isVisibleTo(self) else None

    def open_part(self, part: str) -> None:
        """Show a step, or the steps before or after the entry."""
        step = self.steps.first_in(part) if part in ("before", "after") else part
        if step:
            self._asked = step
            self._select(step)
            self._bring_into_view(step)

    def open_part_at_hand(self, step: str) -> None:
        """Show a step and give its box the focus."""
        self._select(step)
        row = self.steps.rows.get(step)
        if row is not None:
            row.tick.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_view(step)

    def _bring_into_view(self, step: str) -> None:
        """Scroll to a step, and once more when all that was unfolded or shown for the first time is laid out."""
        row = self.steps.rows.get(step)
        if row is not None:
            self.body.body.adjustSize()
            self._scroll_to(row)
            self._laid_out.start()

    def _scroll_again(self) -> None:
        row = self.steps.rows.get(self.steps.selected)
        if row is not None:
            self._scroll_to(row)

    def _scroll_to(self, row: StepRow) -> None:
        """Bring a row into view, and what stands beside it to where the page is now."""
        self.body.bring_into_view(row)
        self.detail.place()

    def back(self) -> bool:
        """Go from the details back to the step."""
        row = self.steps.rows.get(self.steps.selected)
        if row is None or not self.detail.side_has_focus():
            return False
        row.tick.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def refresh(self) -> None:
        """Show the plan of the present case."""
        found = shown_route(self.context)
        plan = None if found is None else plan_for(self.context, found, shown_procedure(self.context, found))
        shown = isinstance(plan, Plan)
        acts = (self.print_button, self.compare_button, self.calendar_button)
        for part in (self.begin, self.chart, self.notices, self.now, self.detail, *acts):
            part.setVisible(shown)
        self.nothing.setVisible(not shown)
        if found is not None and isinstance(plan, Plan):
            self._show_plan(plan, found)
            return
        self.heading.setText(self.context.t("page.name.road"))
        self.subtitle.setText("")
        self.nothing.say(self._why_not(plan))

    def _why_not(self, reason: Plan | NotPossible | None) -> str:
        if not isinstance(reason, NotPossible):
            return self.context.t("page.road.none")
        routes = self.context.library.routes
        names = {
            key: self.context.words(routes[value].short) for key, value in reason.values.items() if value in routes
        }
        return self.context.t(f"reason.{reason.reason}", **{**reason.values, **names})

    def _show_plan(self, plan: Plan, found: RouteAssessment) -> None:
        self.heading.setText(road_words.title(plan, self.context))
        self.subtitle.setText(road_words.subtitle(plan, self.context))
        begin = road_words.begin_by(plan, self.context)
        self.begin.setText(begin)
        self.begin.setVisible(bool(begin))
        self.switch.show_route(found, plan.procedure)
        self.timeline.show_plan(plan)
        self.by_step.show_plan(plan)
        self._show_warnings(plan)
        self.now.show_plan(plan)
        self.steps.show_plan(plan)
        self._look(plan)
        selected = self.steps.selected
        if selected not in {step.step.id for step in plan.steps}:
            selected = next((step.step.id for step in plan.steps if step.status == "next"), plan.steps[0].step.id)
        self._select(selected)

    def _show_warnings(self, plan: Plan) -> None:
        if plan.warnings == self._told:
            return
        self._told = plan.warnings
        clear(self._notices)
        if plan.warnings:
            lines = road_words.warnings(plan, self.context)
            lacking = bool(lacking_for_the_road(self.context))
            told = Notice("\n".join(lines), "caution", self.context.t("road.answer") if lacking else "")
            told.leads(self._answer)
            basis = joined(of_warning(warning, self.context.library) for warning in plan.warnings)
            shown = sourced(told, basis, self.context, told.label.text())
            self._notices.addWidget(shown)
            self.setTabOrder(self.timeline.lines, told)
            self.setTabOrder(told, told.link)
            self.setTabOrder(told.link, shown.opens.button)
        self.notices.setVisible(bool(plan.warnings))

    # ---- acts

    def _tick(self, step: str, done: bool) -> None:
        day = self.context.controller.today() if done else None
        if not self.context.do(TickStep(step, day)):
            self.refresh()

    def _take(self, step: str, taken: bool) -> None:
        self.context.do(TakeStep(step, taken))

    def _choose_procedure(self, procedure: str) -> None:
        weigh(self.context, ChooseProcedure("accelerated" if procedure == "accelerated" else "regular"))

    def _open_phase(self, phase: str) -> None:
        step = self.steps.first_of(phase)
        if step:
            self.open_part_at_hand(step)

    def _select(self, step: str) -> None:
        self.steps.reveal(step)
        self.steps.select(step)
        self._look_at(step)

    def _show_detail(self, step: str) -> None:
        found = shown_route(self.context)
        plan = None if found is None else plan_for(self.context, found, shown_procedure(self.context, found))
        planned = next((one for one in plan.steps if one.step.id == step), None) if isinstance(plan, Plan) else None
        if planned is not None:
            row = self.steps.rows.get(step)
            moved = [self.moved] if self.moved is not None else []
            about = [step_task(planned, self.context), self._happened(planned), *self._experience(planned)]
            further = step_detail(planned, shown_desks(self.context), self.context)
            self.detail.show_beside([*moved, *about, *further], row)
            if row is not None and row.tick.hasFocus():
                self._scroll_to(row)

    def _look_at(self, step: str) -> None:
        self._show_detail(step)
        self._note_half(step)

    def _note_half(self, step: str) -> None:
        """Have the rail mark the half of the road that the step stands in."""
        half, key = self.steps.half_of(step), f"{ROAD_HALF}.{self.context.controller.case_id}"
        if self.context.kept.get(key, "before") != half:
            self.context.kept[key] = half
            self.context.moved()

    def _happened(self, planned: PlannedStep) -> HappenedCard:
        """Return the card for the days of a step, the one that is shown already if it is about the same step."""
        if self.happened is None or not self.happened.about(planned):
            self.happened = HappenedCard(self.context, planned)
            self.happened.entered.connect(self._enter)
        self.happened.refresh()
        return self.happened

    def _experience(self, planned: PlannedStep) -> list[ExperienceCard]:
        """Return the card for own experience, if others decide how long the step takes."""
        if self.experience is None or self.experience.step is not planned.step:
            self.experience = ExperienceCard(self.context, planned) if others_decide(planned) else None
        return [self.experience] if self.experience is not None else []

    def _look(self, plan: Plan) -> None:
        """Have what moved said once, beside the step that is looked at."""
        found = look(plan, self.context)
        if found is None:
            self.moved = None
        elif self.moved is None or self.moved.moved is not found:
            self.moved = MovedCard(found, self.context)
            self.moved.closed.connect(self._understood)
            announce(self.heading, self.moved.sentence)

    def _understood(self) -> None:
        understood(self.context)
        self.refresh()
        self.steps.rows[self.steps.selected].tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, command: Command) -> None:
        if not self.context.do(command):
            self.refresh()

    def _calendar(self, _on: bool = False) -> None:
        ask_and_save(self, self.context)

    def _go(self, page: str, _on: bool = False) -> None:
        self.context.go(page, "")

    def _answer(self, _on: bool = False) -> None:
        """Ask what the road lacks, first what was not asked yet; the answer leads back here."""
        case, lacking = self.context.controller.case, lacking_for_the_road(self.context)
        if case is not None and lacking:
            fresh = (fact for fact in lacking if fact not in case.answers)
            self.context.go("answers", next(fresh, lacking[0]))
