"""What stands above the reasons: what to do next, how all routes stand, warnings, answers against what follows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from employer_assistant.plan.model import Plan
from employer_assistant.rules.assessment import CaseWarning, RouteAssessment, Status
from employer_assistant.rules.told import overrides_told
from employer_assistant.rules.warnings import telling, warnings
from employer_assistant.rules.wording import override_text, warning_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Badge
from employer_assistant.ui.screens.bases import of_warning
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.result_words import TONES, next_action, next_step
from employer_assistant.ui.screens.source_link import sourced
from employer_assistant.ui.screens.thinking import plan_for, shown_procedure
from employer_assistant.ui.wizard.journey import questions_left


def next_notice(found: RouteAssessment | None, context: Context) -> QWidget | None:
    """Return the next thing to do: the questions still needed, else the next step with its day and the way to it."""
    t, controller = context.t, context.controller
    if found is None:
        return None
    left = questions_left(controller.assessment(), controller.interview())
    if found.status is Status.UNDECIDED and left:
        return Notice(t("page.result.next.questions.one" if left == 1 else "page.result.next.questions", n=left))
    plan = plan_for(context, found, shown_procedure(context, found))
    step = next_step(plan) if isinstance(plan, Plan) else None
    if step is None:
        return None
    notice = Notice(next_action(step, context), "neutral", t("page.result.next.see"))
    step_id = step.step.id
    notice.leads(lambda: context.go("road", step_id))
    return notice


def standing(context: Context) -> QWidget:
    """Return how many routes are open, reachable, undecided and closed, each with its shape and word."""
    routes = context.controller.assessment().routes
    counted = ((status, sum(one.status is status for one in routes)) for status in Status)
    return flow(
        *(
            Badge(context.t("result.standing", n=n, status=context.t(f"status.{status.id}")), TONES[status])
            for status, n in counted
            if n
        )
    )


def notices(found: RouteAssessment | None, context: Context) -> list[QWidget]:
    """Return the warnings about the route shown and answers against what follows; folded what matters less here."""
    assessment = context.controller.assessment()
    said = telling(warnings(assessment), assessment)
    here = [one for one in said if found is None or not one.routes or found.route.id in one.routes]
    parts: list[QWidget] = [_warning(one, context) for one in here]
    departing = _departures(context)
    if departing:
        notice = Notice("\n".join(departing), "caution", context.t("page.result.answers"))
        notice.leads(lambda: context.go("answers", "all"))
        parts.append(notice)
    others = [one for one in said if one not in here]
    if others:
        label = context.t("page.warnings.others", n=len(others))
        parts.append(fold(label, lambda: stack(*(_warning(one, context) for one in others)), context.t))
    return parts


def _warning(warning: CaseWarning, context: Context) -> QWidget:
    said = warning_text(warning, context.library, context.language)
    return sourced(Notice(said, "caution"), of_warning(warning, context.library), context, said)


def _departures(context: Context) -> list[str]:
    case = context.controller.case
    reasons = case.reasons if case is not None else {}
    return [
        override_text(one, reasons.get(one.fact.id, ""), context.library, context.language)
        for one in overrides_told(context.controller.assessment())
    ]
