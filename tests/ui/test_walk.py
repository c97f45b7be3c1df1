"""A seeded walk through the questions at random: no answer is ever lost and Back never goes wrong."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from employer_assistant.app import Controller
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import assess
from employer_assistant.rules.interview import interview
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.wizard import wizard_page
from employer_assistant.ui.wizard.change_page import ChangePage
from employer_assistant.ui.wizard.journey import PLAN_FACTS
from employer_assistant.ui.wizard.question_page import QuestionPage
from employer_assistant.ui.wizard.typed_editors import FieldEditor
from employer_assistant.ui.wizard.wizard_page import WizardPage

ACTS = ("next", "next", "next", "unknown", "back", "back", "broken", "list", "jump", "section", "undo", "look")


@dataclass
class Model:
    """What the walk expects, kept apart from the window: answers, typed drafts, questions in order of showing."""

    answers: dict[str, Answer] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    done: list[tuple[str, Answer | None]] = field(default_factory=list)


class Walk:
    """One walk through one case."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.chance = random.Random(seed)
        self.model = Model()
        self.controller: Controller = window.controller
        window.new_case()
        self._see()

    @property
    def wizard(self) -> WizardPage:
        page = self.window.stack.currentWidget()
        assert isinstance(page, WizardPage)
        return page

    @property
    def page(self) -> QuestionPage:
        page = self.wizard.frame.page_shown
        assert page is not None
        return page

    def step(self) -> str:
        """Do one thing at random, then check."""
        act = self.chance.choice(ACTS)
        if not isinstance(self.window.stack.currentWidget(), WizardPage):
            self.window.go("answers")
        if self.wizard.journey.listing and act in ("next", "unknown", "broken"):
            act = "jump"
        getattr(self, f"_{act}")()
        self.check()
        return act

    def check(self) -> None:
        """The file holds every answer; the page shows the draft, else the answer."""
        case_id = self.controller.case_id
        assert case_id is not None
        assert dict(self.controller.workspace.load(case_id).case.answers) == self.model.answers
        if not isinstance(self.window.stack.currentWidget(), WizardPage) or self.wizard.journey.listing:
            return
        fact = self.page.fact.id
        if fact in self.model.drafts:
            assert self.page.editor.draft().typed == self.model.drafts[fact]
        elif fact in self.model.answers:
            assert self.page.editor.value() == self.model.answers[fact]
        else:
            assert not self.page.editor.draft().typed
        self._see()

    def _see(self) -> None:
        if isinstance(self.window.stack.currentWidget(), WizardPage) and not self.wizard.journey.listing:
            fact = self.page.fact.id
            if fact not in self.model.shown:
                self.model.shown.append(fact)

    # ---- acts

    def _next(self) -> bool:
        """Answer; tell whether it went on, taken over or not."""
        fact, value = self.page.fact, self._some_answer(self.page.fact)
        self.page.editor.set_value(value)
        self.page.editor.changed.emit()
        self.wizard.next()
        return self._decided(fact.id, value)

    def _unknown(self) -> None:
        fact = self.page.fact.id
        self.wizard.answer_unknown()
        self._decided(fact, "unknown")

    def _decided(self, fact: str, value: Answer) -> bool:
        """Where the change of a result is shown first: take it over, throw it away, or leave it undecided."""
        over = self.window.stack.currentWidget()
        if not isinstance(over, ChangePage):
            self._record(fact, value)
            return True
        assert self.model.answers[fact] != value, "what is answered as before changes nothing"
        decision = self.chance.choice(("take", "drop", "later", "look"))
        if decision == "take":
            self._record(fact, value)
            over.take.click()
        elif decision == "drop":
            self.model.drafts.pop(fact, None)
            over.drop.click()
        else:
            if decision == "later":
                over.return_.click()
            else:
                self.window.go("result")
                self.window.go("answers")
            assert self.page.fact.id == fact
            self.model.drafts[fact] = self.page.editor.draft().typed
            assert not self.model.drafts[fact] or self.page.editor.value() == value
            return False
        return True

    def _broken(self) -> None:
        """Type what cannot be read, try to go on, then leave by Back."""
        if not isinstance(self.page.editor, FieldEditor) or self.page.fact.kind == "text":
            return
        fact = self.page.fact.id
        self.page.editor.set_draft(replace(self.page.editor.draft(), typed="1,2,3x", unknown=False))
        self.page.editor.changed.emit()
        self.model.drafts[fact] = "1,2,3x"
        self.wizard.next()
        assert self.page.fact.id == fact, "went on with what cannot be read"
        self._back()

    def _back(self) -> None:
        wizard = self.wizard
        if wizard.journey.listing or wizard.journey.returns:
            wizard.back()
            return
        expected = self._expected_back()
        assert wizard.back() == (expected is not None)
        assert self.page.fact.id == (expected or self.page.fact.id)

    def _list(self) -> None:
        self.wizard.show_list()

    def _jump(self) -> None:
        """Change an answer from the list."""
        self.wizard.show_list()
        if self.wizard.list.buttons:
            fact = self.chance.choice(list(self.wizard.list.buttons))
            self.wizard.list.buttons[fact].click()
            assert self.page.fact.id == fact
            self._see()
            if self.chance.random() < 0.5 and self._next():
                assert self.wizard.journey.listing

    def _section(self) -> None:
        section = self.chance.choice(self.controller.library.content.interview.sections)
        self.window._go_along_rail(f"answers#section.{section.id}")

    def _undo(self) -> None:
        if self.controller.undo_label is not None and self.model.done:
            fact, before = self.model.done.pop()
            if before is None:
                self.model.answers.pop(fact)
            else:
                self.model.answers[fact] = before
            self.window.undo()

    def _look(self) -> None:
        """Change language or colours in the middle."""
        if self.chance.random() < 0.2:
            self.window.choose(language=self.chance.choice(("de", "en")))

    # ---- the model

    def _record(self, fact: str, value: Answer) -> None:
        before = self.model.answers.get(fact)
        self.model.drafts.pop(fact, None)
        if before != value:
            self.model.done.append((fact, before))
            self.model.answers[fact] = value

    def _expected_back(self) -> str | None:
        """Work out anew where Back must lead: the nearest earlier question that is asked, given those before it."""
        current = self.page.fact.id
        earlier = self.model.shown[: self.model.shown.index(current)]
        for place in range(len(earlier) - 1, -1, -1):
            if self._is_asked(earlier[place], earlier[:place]):
                return earlier[place]
        return None

    def _is_asked(self, fact: str, before: list[str]) -> bool:
        answers = self.model.answers
        if fact in PLAN_FACTS or fact in self.controller.library.content.interview.details:
            return fact in answers
        known = {one: answers[one] for one in before if one in answers}
        found = interview(assess(replace(self.controller.situation(), answers=known)))
        return fact in found.next_facts or fact in found.optional_facts

    def _some_answer(self, fact: Fact) -> Answer:
        library, chance = self.controller.library, self.chance
        match fact.kind:
            case "choice":
                return chance.choice(fact.choices).value
            case "yes_no":
                return chance.random() < 0.5
            case "money":
                return Decimal(chance.randrange(100, 90_000))
            case "number":
                return Decimal(chance.randrange(0, 60))
            case "date":
                return date(chance.randrange(1960, 2030), 5, 5)
            case "postcode":
                return chance.choice(list(library.municipalities_by_postcode))
            case "country":
                return chance.choice(list(library.countries))
            case "countries":
                return tuple(chance.sample(list(library.countries), chance.randrange(1, 3)))
            case "occupation":
                return chance.choice(list(library.occupations))
            case _:
                return "14612000" if "municipality" in fact.id else "2512"


def walk(window: MainWindow, seed: int, steps: int) -> None:
    """Walk; the message of a failure names seed, step and act."""
    going, act = Walk(window, seed), "start"
    for step in range(steps):
        try:
            act = going.step()
        except AssertionError as error:
            raise AssertionError(f"seed {seed}, step {step}, after {act}: {error}") from error
        QApplication.processEvents()
    assert len(going.model.shown) > 2, "the walk went nowhere"


@pytest.fixture(autouse=True)
def _reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a reason whenever one is asked."""
    monkeypatch.setattr(wizard_page, "ask_text", lambda *_: "Grund")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_hundred_steps(window: MainWindow, qtbot: QtBot, seed: int) -> None:
    walk(window, seed, 100)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(100, 200))
def test_ten_thousand_steps_in_a_hundred_cases(window: MainWindow, qtbot: QtBot, seed: int) -> None:
    walk(window, seed, 100)
