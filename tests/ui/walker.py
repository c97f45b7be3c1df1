"""A walk at random through the whole window on one case, beside a model of what must be there, kept by the test."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from employer_assistant.app import Controller
from employer_assistant.cases.model import Case
from employer_assistant.cases.titles import shown_title
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import assess
from employer_assistant.rules.interview import interview
from employer_assistant.rules.overrides import overrides, overtaken
from employer_assistant.ui.garbage import collect_due
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.page import Page
from employer_assistant.ui.pages import PAGES, spec
from employer_assistant.ui.quick.quick_page import QuickPage
from employer_assistant.ui.screens.road_page import RoadPage
from employer_assistant.ui.start_page import StartPage
from employer_assistant.ui.what_if.what_if_page import WhatIfPage
from employer_assistant.ui.wizard.change_page import ChangePage
from employer_assistant.ui.wizard.journey import PLAN_FACTS
from employer_assistant.ui.wizard.question_page import QuestionPage
from employer_assistant.ui.wizard.sections import section_target
from employer_assistant.ui.wizard.typed_editors import FieldEditor
from employer_assistant.ui.wizard.wizard_page import WizardPage
from tests.ui.any_answer import any_answer
from tests.ui.pages import entries

QUESTIONS = ("next", "next", "next", "unknown", "back", "back", "broken", "list", "jump", "section", "undo", "look")
"""The acts around the questions, weighted."""
WHOLE = (
    *QUESTIONS,
    *("next", "next", "back", "list", "jump", "undo", "redo", "redo", "page", "page", "page", "elsewhere"),
    *("what_if", "tick", "reopen", "quick"),
)
"""The acts of the whole window."""
CASE_PAGES = tuple(row.id for row in PAGES if row.place == "case" and row.id != "print")
START_PAGES = ("law", "help", "directory", "reports", "workspace", "exchange", "updates")


@dataclass
class Model:
    """What the walk expects, kept apart from the window.

    ``answers`` by fact; ``drafts`` typed and not answered; ``shown``: questions in order of showing; ``trail``: pages
    left, the last one last; ``wanted_on``: the page on which the change of the question shown was wanted.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    done: list[Case] = field(default_factory=list)
    undone: list[Case] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)
    wanted_on: str = ""


def rest() -> None:
    """Do what the app's own loop does between two acts: events, what is to be deleted, garbage."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect_due()


class Walk:
    """One walk through one case."""

    def __init__(
        self, window: MainWindow, seed: int, acts: tuple[str, ...] = QUESTIONS, begun: Case | None = None
    ) -> None:
        """``begun``: the case to walk through, else a new one; its own answers are given more often than others."""
        self.window = window
        self.chance = random.Random(seed)
        self.acts = acts
        self.usual = dict(begun.answers) if begun is not None else {}
        self.model = Model(dict(self.usual), shown=list(self.usual))
        self._asked: dict[object, bool] = {}
        if begun is None:
            window.new_case()
        else:
            window.controller.keep(begun)
            window.open_case()
        self.case_id = self.controller.case_id or ""
        self._see()

    # ---- what is shown

    @property
    def controller(self) -> Controller:
        """The controller of the window walked through."""
        return self.window.controller

    @property
    def case(self) -> Case:
        """The open case."""
        assert self.controller.case is not None
        return self.controller.case

    @property
    def at(self) -> str:
        """The page shown, told by what it is; a page laid over another counts as that one."""
        shown = self.window.stack.currentWidget()
        if isinstance(shown, ChangePage):
            shown = self.window._built[self.window._page]
        [found] = [row.id for row in PAGES if type(shown) is row.load()]
        return found

    @property
    def wizard(self) -> WizardPage:
        """The questions."""
        page = self.window.stack.currentWidget()
        assert isinstance(page, WizardPage)
        return page

    @property
    def page(self) -> QuestionPage:
        """The question shown."""
        page = self.wizard.frame.page_shown
        assert page is not None
        return page

    @property
    def asking(self) -> bool:
        """Whether a question is shown."""
        page = self.window.stack.currentWidget()
        return isinstance(page, WizardPage) and not page.journey.listing

    # ---- walking

    def step(self) -> str:
        """Do one thing at random, then check."""
        act = self.chance.choice(self.acts)
        if act in ("next", "unknown", "broken", "list", "jump", "section"):
            self._go("answers")
            if act in ("next", "unknown", "broken") and not self.asking:
                act = "jump"
        before, at = self.case, self.at
        getattr(self, f"_{act}")()
        if self.case is not before and act not in ("undo", "redo", "reopen", "quick", "elsewhere"):
            self.model.done.append(before)
            self.model.undone.clear()
        if act not in ("back", "broken", "page", "reopen", "quick", "elsewhere", "what_if", "tick"):
            self._moved(at)
        rest()
        self.check()
        return act

    def check(self) -> None:
        """The file holds every answer; the page shows the draft, else the answer; rail, title and page agree."""
        assert self.controller.case_id == self.case_id
        stored = self.controller.workspace.load(self.case_id).case
        kept, model = dict(stored.answers), self.model.answers
        other = {fact for fact in kept | model if kept.get(fact) != model.get(fact)}
        assert not other, f"kept otherwise than answered: {[(f, kept.get(f), model.get(f)) for f in sorted(other)]}"
        assert (self.controller.undo_label is None) == (not self.model.done), "what can be undone"
        assert (self.controller.redo_label is None) == (not self.model.undone), "what can be done again"
        self._check_window()
        if not isinstance(self.window.stack.currentWidget(), WizardPage):
            return
        if not self.asking:
            missing = set(self.model.answers) - set(self.wizard.list.buttons)
            assert not missing, f"not in the list of answers: {missing}"
            return
        fact = self.page.fact.id
        if fact in self.model.drafts:
            assert self.page.editor.draft().typed == self.model.drafts[fact]
        elif fact in self.model.answers:
            assert self.page.editor.value() == self.model.answers[fact]
        else:
            assert not self.page.editor.draft().typed
        self._see()

    def _check_window(self) -> None:
        """Rail, titles and page say the same."""
        window, at = self.window, self.at
        page = window.stack.currentWidget()
        assert isinstance(page, Page)
        assert page.heading.text()
        assert page.isAncestorOf(page.heading), "the title belongs to another page"
        marked = [entry.id for entry in entries(window) if entry.here]
        wanted = spec(at).belongs_to or at
        assert marked, "the rail marks no page"
        assert {one.partition("#")[0] for one in marked} == {wanted}, f"the rail marks {marked} on {at}"
        title = shown_title(self.case, self.controller.library, window.context.language)
        assert window.rail_title.accessibleName() == title
        if self.asking:
            assert page.heading.text() == window.context.words(self.page.fact.question)
            assert marked == [f"answers#section.{self.page.fact.group}"]

    def _see(self) -> None:
        if not self.asking:
            return
        fact, draft = self.page.fact.id, self.page.editor.draft()
        if fact not in self.model.shown:
            self.model.shown.append(fact)
        # what is typed is no draft once it became the answer, by Redo for instance
        if draft == self.page.saved and fact in self.model.answers and self.model.drafts.get(fact) == draft.typed:
            del self.model.drafts[fact]

    def _moved(self, before: str) -> None:
        """Note the page left, if another is shown now."""
        if self.at != before:
            self.model.trail.append(before)

    def _go(self, page: str, part: str = "") -> None:
        before = self.at
        self.window.go(page, part)
        assert self.at == page
        self._see()
        self._moved(before)

    # ---- acts

    def _next(self) -> bool:
        """Answer; tell whether it went on, taken over or not."""
        fact, value = self.page.fact, self.some_answer(self.page.fact)
        self.page.editor.set_value(value)
        self.page.editor.changed.emit()
        after = self._after({fact.id: value})
        self.wizard.next()
        return self._decided(fact.id, value, after)

    def _unknown(self) -> None:
        fact = self.page.fact.id
        after = self._after({fact: "unknown"})
        self.wizard.answer_unknown()
        self._decided(fact, "unknown", after)

    def _decided(self, fact: str, value: Answer, after: dict[str, Answer]) -> bool:
        """Where the change of a result is shown first: take it over, throw it away, or leave it undecided."""
        over = self.window.stack.currentWidget()
        if not isinstance(over, ChangePage):
            self._record(fact, after)
            return True
        assert self.model.answers[fact] != value, "what is answered as before changes nothing"
        decision = self.chance.choice(("take", "drop", "later", "look", "back"))
        if decision == "take":
            self._record(fact, after)
            over.take.click()
        elif decision == "drop":
            self.model.drafts.pop(fact, None)
            self.model.wanted_on = ""
            over.drop.click()
        else:
            if decision == "look":
                self._go("result")
                self._go("answers")
            elif decision == "back":
                self.window.back()
            else:
                over.return_.click()
            assert self.page.fact.id == fact
            typed = self.model.drafts[fact] = self.page.editor.draft().typed
            assert not typed or self.page.editor.value() == value
            return False
        return True

    def _broken(self) -> None:
        """Type what cannot be read, try to go on, then leave by Back."""
        if not isinstance(self.page.editor, FieldEditor) or self.page.fact.kind == "text":
            return
        fact, at = self.page.fact.id, self.at
        self.page.editor.set_draft(replace(self.page.editor.draft(), typed="1,2,3x", unknown=False))
        self.page.editor.changed.emit()
        self.model.drafts[fact] = "1,2,3x"
        self.wizard.next()
        assert self.page.fact.id == fact, "went on with what cannot be read"
        self._moved(at)
        self._back()

    def _back(self) -> None:
        """Alt+Left: the question before, else the page that was really left."""
        at = self.at
        if isinstance(self.window.stack.currentWidget(), WizardPage) and self._back_inside():
            return
        expected = next((page for page in reversed(self.model.trail) if spec(page).place == "case"), at)
        while self.model.trail and self.model.trail.pop() != expected:
            pass
        self.window.back()
        assert self.at == expected, f"Back from {at} leads to {self.at} instead of {expected}"
        self.model.wanted_on = "" if at == "answers" else self.model.wanted_on

    def _back_inside(self) -> bool:
        """Go back inside the questions; False if Back must leave them."""
        journey = self.wizard.journey
        if self.asking and self.model.wanted_on == "answers":
            self.window.back()
            assert self.wizard.journey.listing, "the list of answers was left"
            self.model.wanted_on = ""
            return True
        if self.asking and self.model.wanted_on:
            return False
        if self.asking:
            expected = self._expected_back(self.model.shown.index(self.page.fact.id))
        else:
            expected = journey.current or self._expected_back(len(self.model.shown))
        if expected is None:
            return False
        self.window.back()
        self.model.wanted_on = ""
        assert self.page.fact.id == expected, f"Back leads to {self.page.fact.id} instead of {expected}"
        return True

    def _list(self) -> None:
        self.wizard.show_list()

    def _jump(self) -> None:
        """Change an answer from the list."""
        self.wizard.show_list()
        if self.wizard.list.buttons:
            fact = self.chance.choice(list(self.wizard.list.buttons))
            self.wizard.list.buttons[fact].click()
            assert self.page.fact.id == fact
            self.model.wanted_on = "answers"
            self._see()
            if self.chance.random() < 0.5 and self._next():
                assert self.wizard.journey.listing
                self.model.wanted_on = ""

    def _section(self) -> None:
        section = self.chance.choice(self.controller.library.content.interview.sections)
        if section_target(self.window.context, section.id) is not None:
            self.model.wanted_on = ""
        self.window._go_along_rail(f"answers#section.{section.id}")

    def _undo(self) -> None:
        self._step(self.model.done, self.model.undone, self.window.undo)

    def _redo(self) -> None:
        self._step(self.model.undone, self.model.done, self.window.redo)

    def _step(self, take: list[Case], give: list[Case], act: Callable[[], None]) -> None:
        if not take:
            return
        expected, before, at, asking = take.pop(), self.case, self.at, self.asking
        label = self.controller.undo_label if act == self.window.undo else self.controller.redo_label
        give.append(before)
        act()
        assert self.controller.workspace.load(self.case_id).case == expected, f"{label} was not restored"
        self.model.answers = dict(expected.answers)
        if at == "answers" and label is not None and "fact" in label[1]:
            self.model.wanted_on = "" if asking else "answers"

    def _look(self) -> None:
        """Change language in the middle."""
        if self.chance.random() < 0.2:
            self.window.choose(language=self.chance.choice(("de", "en")))

    def _page(self) -> None:
        """Go to any page of the case, now and then to change an answer from there."""
        self._go(self.chance.choice(CASE_PAGES))
        if self.at != "answers" and self.model.answers and self.chance.random() < 0.3:
            wanted_on, fact = self.at, self.chance.choice(list(self.model.answers))
            self._go("answers", fact)
            assert self.page.fact.id == fact
            self.model.wanted_on = wanted_on
            self._see()

    def _what_if(self) -> None:
        """Try something beside the case, then take it over, keep it or let it go."""
        self._go("what_if")
        page = self.window.stack.currentWidget()
        assert isinstance(page, WhatIfPage)
        row = page.rows[self.chance.choice(list(page.rows))] if page.rows else None
        if row is None:
            return
        if row.editor is None:
            row.toggle()
        assert row.editor is not None
        row.editor.set_value(self.some_answer(row.fact))
        row.editor.changed.emit()
        rest()
        self.check()
        match self.chance.choice(("take", "keep", "stay", "reset")):
            case "take" if not page.trial.empty:
                told = dict(page.trial.answers)
                gone = overtaken(self.controller.situation(), told)
                then = {**self.model.answers, **told}
                self.model.answers = {one: to for one, to in then.items() if to is not None and one not in gone}
                page.take()
            case "keep":
                page.keep()
            case "reset":
                page.reset()
                if self.case.variants:
                    page.drop(self.case.variants[0].name)

    def _tick(self) -> None:
        """Tick a step of the road, or take the tick away."""
        self._go("road")
        page = self.window.stack.currentWidget()
        assert isinstance(page, RoadPage)
        if page.steps.rows:
            step = self.chance.choice(list(page.steps.rows))
            ticked = step in self.case.ticks
            page.steps.rows[step].tick.click()
            assert (step in self.case.ticks) != ticked

    def _reopen(self) -> None:
        """Leave the case and open it again as one does: from the table."""
        self._leave("cases")

    def _elsewhere(self) -> None:
        """Look at a page that belongs to no case."""
        self._leave(self.chance.choice(START_PAGES))

    def _quick(self) -> None:
        """Answer a question or two of the quick check; nothing of it touches the case."""
        self.window.go("quick")
        page = self.window.stack.currentWidget()
        assert isinstance(page, QuickPage)
        for _ in range(2):
            if page.question is not None:
                page.question.editor.set_value(self.some_answer(page.question.fact))
                page.question.editor.changed.emit()
                page.next()
        if self.chance.random() < 0.3:
            page.begin_anew()
        self._leave("cases")

    def _leave(self, page: str) -> None:
        """Close the case by going to a page of the start, then open it again."""
        self.window.go(page)
        assert self.controller.case is None
        assert dict(self.controller.workspace.load(self.case_id).case.answers) == self.model.answers
        rest()
        self.window.go("cases")
        start = self.window.stack.currentWidget()
        assert isinstance(start, StartPage)
        start.open(self.case_id)
        self._came_back()

    def take_up(self, window: MainWindow) -> None:
        """Go on in another window on the same file; what was typed and not answered stayed in the old one."""
        self.window = window
        self.model.drafts.clear()
        self._leave("cases")

    def _came_back(self) -> None:
        """Expect what the opening of a case begins anew: the path, Back, and what can be undone."""
        assert self.at == "answers"
        self.model.shown = list(self.case.answers)
        self.model.done, self.model.undone, self.model.trail, self.model.wanted_on = [], [], [], ""
        self._see()

    # ---- the model

    def _record(self, fact: str, after: dict[str, Answer]) -> None:
        self.model.drafts.pop(fact, None)
        self.model.answers = after
        self.model.wanted_on = ""

    def _after(self, given: dict[str, Answer]) -> dict[str, Answer]:
        """Return all answers once these are given: what would newly depart from what follows goes."""
        before = self.controller.situation()
        then = replace(before, answers={**self.model.answers, **given})
        known = {one.fact.id for one in overrides(before)}
        against = {one.fact.id for one in overrides(then)}
        changed = any(fact in self.model.answers for fact in given)
        if not changed or against & set(given):
            return dict(then.answers)
        # What stays may depart from what follows only now that something else is gone.
        while stale := {one.fact.id for one in overrides(then)} - known:
            then = replace(then, answers={fact: value for fact, value in then.answers.items() if fact not in stale})
        return dict(then.answers)

    def _expected_back(self, place: int) -> str | None:
        """Work out anew where Back must lead: the nearest earlier question that is asked, given those before it."""
        earlier = self.model.shown[:place]
        return next((earlier[at] for at in range(place - 1, -1, -1) if self._is_asked(earlier[at], earlier[:at])), None)

    def _is_asked(self, fact: str, before: list[str]) -> bool:
        answers = self.model.answers
        if fact in PLAN_FACTS or fact in self.controller.library.content.interview.details:
            return fact in answers
        known = {one: answers[one] for one in before if one in answers}
        key = (fact, tuple(sorted((one, repr(value)) for one, value in known.items())))
        if key not in self._asked:
            found = interview(assess(replace(self.controller.situation(), answers=known)))
            self._asked[key] = fact in found.next_facts or fact in found.optional_facts
        return self._asked[key]

    def some_answer(self, fact: Fact) -> Answer:
        """Return any answer to a question, often that of the case that was begun."""
        if fact.id in self.usual and self.chance.random() < 0.6:
            return self.usual[fact.id]
        return any_answer(fact, self.controller.library, self.chance)
