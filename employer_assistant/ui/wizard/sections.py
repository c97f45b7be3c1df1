"""The sections of the questions as lines of the rail, with their state in words."""

from __future__ import annotations

from collections.abc import Iterable

from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.rail import RailEntry
from employer_assistant.ui.wizard.journey import Journey, not_known, questions_left

ALL = "all"
SECTION = "section."


def entries(context: Context) -> list[RailEntry]:
    """Return one line per section, then the list of all answers."""
    journey = context.kept.get("journey")
    current = journey.current if isinstance(journey, Journey) and not journey.listing else None
    facts = context.library.facts
    here = facts[current].group if current is not None else ALL
    lines = [
        RailEntry(
            f"answers#{SECTION}{section.id}",
            context.words(section.title),
            context.t(f"ui.section.{_state(context, section.id, here)}"),
            section.id == here,
            level=1,
        )
        for section in context.library.content.interview.sections
    ]
    lines.append(RailEntry(f"answers#{ALL}", context.t("ui.answers.title"), "", here == ALL, level=1))
    return lines


def _state(context: Context, section: str, here: str) -> str:
    if section == here:
        return "here"
    case = context.controller.case
    facts = context.library.facts
    if _any_of(context, section, context.controller.interview().next_facts):
        return "open"
    answered = any(fact in facts and facts[fact].group == section for fact in (case.answers if case else ()))
    return "done" if answered else "not_needed"


def _any_of(context: Context, section: str, asked: Iterable[str]) -> bool:
    facts = context.library.facts
    return any(facts[fact].group == section for fact in asked)


def section_target(context: Context, section: str) -> str | None:
    """Return the question to show for a section: its first open one, else its first answered one."""
    facts, case = context.library.facts, context.controller.case
    wanted = [*context.controller.interview().next_facts, *(case.answers if case is not None else ())]
    return next((fact for fact in wanted if fact in facts and facts[fact].group == section), None)


def progress(context: Context) -> str:
    """Return the state of the questions in a few words."""
    assessment = context.controller.assessment()
    if left := questions_left(assessment, context.controller.interview()):
        return context.t("ui.section.left", n=left)
    unknown = not_known(assessment)
    return context.t("ui.section.not_known", n=unknown) if unknown else context.t("ui.section.done")
