"""Taking a file in: what has changed since stands side by side, and people choose where both sides changed a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import cast, get_args

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.case_file import CaseFileError, read_case
from employer_assistant.cases.labels import event_title
from employer_assistant.cases.model import Case
from employer_assistant.cases.titles import shown_title
from employer_assistant.content.model import Text
from employer_assistant.rules.wording import answer_text, date_text
from employer_assistant.storage.export_file import read_import
from employer_assistant.storage.handover import Incoming, Take
from employer_assistant.storage.handover_file import MOST_BYTES, HandoverError, is_handover
from employer_assistant.storage.sealed import is_sealed
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.choice import ChoiceGroup
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import clear, stack
from employer_assistant.ui.kit.widgets import Button, Divider, Heading, PlainLabel, PrimaryButton
from employer_assistant.ui.screens.difference_view import Heads, SideBySide
from employer_assistant.ui.workspace.acts import DeedCard, ask_open, ask_password, busy

SHOWN = 20
"""Cases told one by one; of more only the number is said. Those to be decided are always told."""
Pair = tuple[str, str, str]


class TakeInCard(DeedCard):
    """Ask for a file, show what it would change, take it in."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.take.title"), t("ui.take.text"))
        self.button = Button(t("ui.take.choose"))
        self.button.clicked.connect(lambda _on: self.ask())
        self.found = QWidget()
        self._column = QVBoxLayout(self.found)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self.choices: dict[str, ChoiceGroup] = {}
        self.take_button: PrimaryButton | None = None
        self.add(flow(self.button))
        self.add(self.found)

    def ask(self) -> None:
        """Ask for a file and look into it."""
        kinds = ("uebergabe", "yaml", "yml", "json")
        path = ask_open(self, self.context, self.context.t("ui.take.choose"), kinds)
        if path is not None:
            self.look_into(path)

    def look_into(self, path: Path) -> None:
        """Show what a file holds; a plain case file becomes a new case at once."""
        data: list[bytes] = []
        if not self.context.window.safely(lambda: data.append(read_import(path, MOST_BYTES))):
            return
        if not is_handover(data[0]):
            self._keep(data[0], path.name)
            return
        password = None
        if is_sealed(data[0]):
            password = ask_password(self, self.context, self.context.t("ui.take.password", file=path.name), new=False)
            if password is None:
                return
        self._show(data[0], path.name, password)

    def _keep(self, data: bytes, name: str) -> None:
        try:
            case = read_case(data, name, self.context.library)
        except CaseFileError as error:
            self.say(error.say(self.context.language), "negative")
            return
        if self.context.window.safely(lambda: self.context.controller.keep(case)):
            self.context.window.open_case()

    def _show(self, data: bytes, name: str, password: str | None) -> None:
        cases, t = self.context.controller.all_cases, self.context.t
        found: list[Incoming] = []
        if not self._try(lambda: found.extend(cases.look_into(data, name, password))):
            return
        self.clear()
        told = [one for one in found if one.standing in ("conflict", "updated")]
        told = [*told, *(one for one in found if one not in told)]
        shown = [one for place, one in enumerate(told) if place < SHOWN or one.standing == "conflict"]
        for one in shown:
            self._column.addWidget(Divider())
            self._column.addWidget(self._told(one))
        if len(shown) < len(found):
            self._column.addWidget(PlainLabel(t("ui.take.more", n=len(found) - len(shown))))
        self.take_button = PrimaryButton(t("ui.take.yes"))
        self.take_button.clicked.connect(lambda _on: self.take(data, name, password))
        leave = Button(t("ui.take.no"))
        leave.clicked.connect(lambda _on: self.clear())
        changes = any(one.standing in ("new", "updated", "conflict") for one in found)
        self._column.addWidget(flow(self.take_button, leave) if changes else PlainLabel(t("ui.take.nothing"), "strong"))

    def clear(self) -> None:
        """Forget the file."""
        clear(self._column)
        self.choices, self.take_button = {}, None

    def _told(self, one: Incoming) -> QWidget:
        """Say how a case stands, side by side where both are there, with a choice where both changed it."""
        t = self.context.t
        title = shown_title(one.handed.case, self.context.library, self.context.language)
        parts: list[QWidget] = [Heading(t(f"ui.take.{one.standing}", title=title), section=True)]
        if one.here is not None and one.standing in ("updated", "conflict"):
            heads = (t("ui.take.here"), t("ui.take.there"))
            parts.append(Heads(heads))
            parts += [
                SideBySide(PlainLabel(label), PlainLabel(here), PlainLabel(there, "strong"), heads)
                for label, here, there in pairs(one, self.context)
            ]
        if one.standing == "conflict":
            choice = ChoiceGroup(t("ui.take.which", title=title))
            for way in get_args(Take):
                choice.add(way, t(f"ui.take.way.{way}"))
            self.choices[one.handed.id] = choice
            parts.append(choice)
        return stack(*parts, space=6)

    def take(self, data: bytes, name: str, password: str | None) -> None:
        """Take all over as chosen, or ask for the choices that are missing."""
        t, cases = self.context.t, self.context.controller.all_cases
        chosen = {case_id: group.value() for case_id, group in self.choices.items()}
        if None in chosen.values():
            self.say(t("ui.take.choose_first"), "caution")
            return
        ways = {case_id: cast("Take", way) for case_id, way in chosen.items()}
        done: list[Incoming] = []
        if self._try(lambda: done.extend(cases.take_in(data, name, password, ways))):
            self.clear()
            numbers = {kind: sum(one.standing == kind for one in done) for kind in ("new", "updated", "conflict")}
            self.say(t("ui.take.done", **numbers))

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something with the file; what is refused is said here."""
        refused: list[HandoverError] = []

        def guarded() -> None:
            try:
                with busy():
                    act()
            except HandoverError as error:
                refused.append(error)

        went = self.context.window.safely(guarded)
        for error in refused:
            self.say(error.say(self.context.language), "negative")
        return went and not refused


def pairs(one: Incoming, context: Context) -> Iterator[Pair]:
    """Yield what differs: its name, how it is here, how it is in the file."""
    if one.here is None:
        return
    here, there, changed, t = one.here.case, one.handed.case, one.changed, context.t
    library, language = context.library, context.language
    for fact in changed.answers:
        known = library.facts.get(fact)
        words = [
            "–"
            if known is None or fact not in case.answers
            else answer_text(known, case.answers[fact], library, language)
            for case in (here, there)
        ]
        yield context.words(known.label) if known else fact, words[0], words[1]
    for step in changed.ticks:
        yield (
            _named(library.steps[step].title if step in library.steps else None, step, context),
            *_days(here.ticks.get(step), there.ticks.get(step), context),
        )
    for event in changed.events:
        yield (
            _named(event_title(library, event), event, context),
            *_days(here.events.get(event), there.events.get(event), context),
        )
    for document in changed.documents:
        title = library.documents[document].title if document in library.documents else None
        yield _named(title, document, context), _document(here, document, context), _document(there, document, context)
    if changed.notes:
        yield t("ui.take.notes"), str(len(here.notes)), str(len(there.notes))
    for part in changed.other:
        yield t(f"ui.take.part.{part}"), _part(here, part, context), _part(there, part, context)


def _named(title: Text | None, id: str, context: Context) -> str:
    return context.words(title) if title is not None else id


def _days(here: date | None, there: date | None, context: Context) -> tuple[str, str]:
    words = [date_text(day, context.language) if day else "–" for day in (here, there)]
    return words[0], words[1]


def _document(case: Case, document: str, context: Context) -> str:
    found = case.documents.get(document)
    if found is None:
        return "–"
    day = [date_text(found.date, context.language)] if found.date else []
    typed = [words for words in (found.note, found.path) if words]
    return ", ".join([context.t(f"ui.take.state.{found.state}"), *day, *typed])


def _part(case: Case, part: str, context: Context) -> str:
    match part:
        case "title":
            return case.title or "–"
        case "route":
            route = context.library.routes.get(case.route or "")
            return context.words(route.short) if route else "–"
        case "procedure":
            return context.t(f"portfolio.procedure.{case.procedure}") if case.procedure else "–"
    return str(len(getattr(case, part)))
