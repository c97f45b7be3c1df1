"""Putting the parts together: the one controller that runs a command, saves it, then tells the screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from employer_assistant.app_all_cases import AllCases
from employer_assistant.app_content import Shelf
from employer_assistant.cases.commands import Command, Label, Rename
from employer_assistant.cases.copying import with_employer
from employer_assistant.cases.model import Case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.library import Library
from employer_assistant.content.model import Content, Procedure
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Assessment, RouteAssessment, assess
from employer_assistant.rules.interview import Interview, interview
from employer_assistant.rules.situation import Situation
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.places import data_folder
from employer_assistant.storage.workspace import CaseRow, Seal, StoredCase, Workspace

if TYPE_CHECKING:
    from employer_assistant.cases.log import LogEntry
    from employer_assistant.cases.preview import Preview
    from employer_assistant.cases.retest import AffectedCase
    from employer_assistant.plan.comparison import Comparison
    from employer_assistant.plan.model import Plan
    from employer_assistant.plan.planning import Asked
    from employer_assistant.storage.portfolio import CaseDue

WORKSPACE_NAME = "Faelle.employer-assistant"


def default_workspace_path() -> Path:
    """Return where the cases of this user lie unless they chose another file."""
    return data_folder() / WORKSPACE_NAME


def open_or_create(path: Path, sound: Seal | None = None) -> Workspace:
    """Open a workspace (``sound``: see `Workspace.open`); at the first start create it. Raises WorkspaceError."""
    if path.exists():
        return Workspace.open(path, sound)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise WorkspaceError("storage.read_only", path) from None
    return Workspace.create(path)


@dataclass(frozen=True)
class _Act:
    """A command that was done, with the one that takes it back."""

    label: Label
    command: Command


@dataclass(frozen=True)
class _Thought:
    """What was worked out for one state of the case on one day."""

    case: Case
    on: date
    situation: Situation
    assessment: Assessment
    interview: Interview


class Controller:
    """The one place that changes cases: a command is applied, saved in one transaction, then the screens are told."""

    def __init__(
        self,
        library: Library,
        workspace: Workspace,
        today: Callable[[], date],
        cache: Path | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        """``cache``: where the overview is kept between two starts (`app_all_cases.cache_path`); None = nowhere.

        ``shelf``: the user's packs and corrections; None = those in the user's data folder.
        ``reopen``: the workspace that follows when the window closes; a window sets it, the starter opens it.
        ``demonstration``: every case is made up and marked so; nothing outlives the window.
        """
        self.library = library
        self.workspace = workspace
        self.today = today
        self.all_cases = AllCases(workspace, library, today, cache)
        self.shelf = shelf or Shelf()
        self.reopen: Path | None = None
        self.demonstration = False
        self._stored: StoredCase | None = None
        self._undo: list[_Act] = []
        self._redo: list[_Act] = []
        self._listeners: list[Callable[[], None]] = []
        self._thought: _Thought | None = None

    # ---- which case

    @property
    def case_id(self) -> str | None:
        """The id of the open case."""
        return self._stored.id if self._stored else None

    @property
    def case(self) -> Case | None:
        """The open case, as it is on disk."""
        return self._stored.case if self._stored else None

    @property
    def saved_at(self) -> datetime | None:
        """When the open case was last saved, in local time."""
        return self._stored.changed_at.astimezone() if self._stored else None

    def overview(self) -> list[CaseRow]:
        """Return all cases for the start page, newest change first."""
        return self.workspace.cases()

    def create(self, title: str = "") -> str:
        """Put a new case on disk, open it and return its id."""
        new = Case(title, content_version=self.library.content.version)
        return self._put(with_employer(new, self.all_cases.settings.employer), "created")

    def keep(self, case: Case) -> str:
        """Put a whole case on disk as a new one (an import, a copy, my side of a conflict), open it, return its id."""
        return self._put(case, "imported")

    def keep_answers(self, answers: Mapping[str, Answer], title: str = "") -> str:
        """Turn a quick check into a case on disk, open it and return its id."""
        return self.keep(Case(title, dict(answers), content_version=self.library.content.version))

    def open(self, case_id: str) -> None:
        """Open a case as it is on disk; undo starts anew."""
        self._turn_to(self.workspace.load(case_id))

    def close(self) -> None:
        """Close the open case; everything is on disk already."""
        self._turn_to(None)

    def rename(self, case_id: str, title: str) -> None:
        """Give a case another title; for the open one this can be undone."""
        if case_id == self.case_id:
            self.do(Rename(title))
            return
        self.all_cases.check_writable()
        stored = self.workspace.load(case_id)
        entry = self.all_cases.log_entry("did", Rename(title).label)
        self.workspace.save(case_id, stored.revision, replace(stored.case, title=title), _now(), entry)
        self._tell()

    def copy(self, case_id: str, title: str) -> str:
        """Put a copy of a case on disk under a title and return its id. The open case stays open."""
        self.all_cases.check_writable()
        stored = self.workspace.load(case_id)
        entry = self.all_cases.log_entry("copied")
        copied = self.workspace.add(replace(stored.case, title=title), _now(), entry)
        self._tell()
        return copied.id

    def copy_for_next_hire(self, case_id: str, title: str) -> str:
        """Put a case for another person in the same job on disk and return its id. The open case stays open."""
        copied = self.all_cases.copy_for_next_hire(case_id, title)
        self._tell()
        return copied.id

    def delete(self, case_id: str) -> None:
        """Delete a case for good, after the screen asked."""
        self.all_cases.check_writable()
        self.workspace.delete(case_id)
        self.all_cases.forget(case_id)
        if case_id == self.case_id:
            self._turn_to(None)
        else:
            self._tell()

    # ---- changing the open case

    def do(self, command: Command) -> None:
        """Apply a command, save, remember its undo, tell the screens.

        Raises WorkspaceError (ConflictError if another window was first); the case is then unchanged.
        """
        undo = self._run(command, "did", command.label)
        if undo is not None:
            self._undo.append(_Act(command.label, undo))
            self._redo.clear()
            self._tell()

    def undo(self) -> None:
        """Take the last command back; nothing happens if there is none."""
        self._step_back(self._undo, self._redo)

    def redo(self) -> None:
        """Do again what was taken back last; nothing happens if there is nothing."""
        self._step_back(self._redo, self._undo)

    @property
    def undo_label(self) -> Label | None:
        """What `undo` would take back."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> Label | None:
        """What `redo` would do again."""
        return self._redo[-1].label if self._redo else None

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call the listener after every change; returns the function that ends this."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def use(self, library: Library) -> None:
        """Judge everything by other content from now on: after an installation, or when a desk was corrected."""
        self.library = library
        self.all_cases.use(library)
        self._thought = None
        self._tell()

    # ---- what follows from it

    def situation(self) -> Situation:
        """Return the open case as the rules see it today."""
        return self._think().situation

    def assessment(self) -> Assessment:
        """Return all routes judged for the open case."""
        return self._think().assessment

    def interview(self) -> Interview:
        """Return what the open case still has to be asked."""
        return self._think().interview

    def chosen_route(self) -> str | None:
        """Return the route the user chose, else the best one that is open or reachable."""
        chosen = self._case().route
        if chosen is not None:
            return chosen
        best = self.assessment().best
        return best.route.id if best else None

    def plan(self, route: str | None = None, procedure: Procedure | None = None) -> Plan:
        """Return the plan of a route and procedure, else of those chosen; the procedure is regular if none was.

        Raises NotPossible (plan room) for a closed route, an excluded procedure, and without any route.
        """
        from employer_assistant.plan.planning import plan

        case, found = self._case(), self._wanted(route)
        return plan(self.situation(), found, procedure or case.procedure or "regular", progress_of(case), None)

    def affected_cases(self, content: Content) -> list[AffectedCase]:
        """Judge every case of the workspace under other content too; return those that stand differently, and how."""
        return affected_cases(self.workspace, self.library, Library(content), self.today())

    def tested_again(self, old: Content, new: Content) -> Iterator[AffectedCase]:
        """Judge one case after the other under old and new content; those that stand the same have no effects."""
        return tested_again(self.workspace, Library(old), Library(new), self.today())

    # ---- what would follow

    def preview(self, command: Command) -> Preview:
        """Return what a command would change, without doing it. To accept is `do`; to discard is to forget it."""
        from employer_assistant.cases.preview import outlook, preview

        case = self._case()
        return preview(outlook(case, self.library, self._think().on, self.assessment()), command)

    def compare(self, route: str | None = None) -> Comparison:
        """Return both procedures side by side for a route, else for the chosen one. Raises NotPossible."""
        from employer_assistant.plan.comparison import compare

        return compare(self.situation(), self._wanted(route), progress_of(self._case()))

    def asked(self, route: str | None = None, procedure: Procedure | None = None) -> Asked:
        """Return what `moves.delayed` and `moves.effects` need for the open case. Raises NotPossible."""
        from employer_assistant.plan.planning import Asked

        case = self._case()
        found = self._wanted(route)
        return Asked(self.situation(), found, procedure or case.procedure or "regular", progress_of(case))

    def log(self) -> tuple[LogEntry, ...]:
        """Return who did what to the open case, the first act first."""
        return self.workspace.log(self._open_id())

    def deadlines(self, until: date | None = None) -> list[CaseDue]:
        """Return the days that press in all cases, overdue ones first, as far as worked out (`all_cases.refresh`)."""
        return self.all_cases.deadlines(until)

    # ---- inside

    def _wanted(self, route: str | None) -> RouteAssessment:
        """Return the route asked for, else the chosen one. Raises NotPossible without any."""
        from employer_assistant.plan.planning import NotPossible

        wanted = route or self.chosen_route()
        found = next((found for found in self.assessment().routes if found.route.id == wanted), None)
        if found is None:
            raise NotPossible("no-route", {})
        return found

    def _put(self, case: Case, act: Literal["created", "imported"]) -> str:
        self.all_cases.check_writable()
        case = replace(case, sample=True) if self.demonstration else case
        self._turn_to(self.workspace.add(case, _now(), self.all_cases.log_entry(act)))
        return self._open_id()

    def _run(self, command: Command, act: Literal["did", "undid", "redid"], label: Label) -> Command | None:
        """Apply and save; return the undo, or None if the command changed nothing."""
        stored = self._stored
        if stored is None:
            raise LookupError("no case is open")
        case, undo = command.apply(stored.case)
        if case == stored.case:
            return None
        self.all_cases.check_writable()
        entry = self.all_cases.log_entry(act, label)
        self._stored = self.workspace.save(stored.id, stored.revision, case, _now(), entry)
        return undo

    def _step_back(self, source: list[_Act], target: list[_Act]) -> None:
        if not source:
            return
        act = source[-1]
        back = self._run(act.command, "undid" if source is self._undo else "redid", act.label)
        source.pop()
        if back is not None:
            target.append(_Act(act.label, back))
        self._tell()

    def _turn_to(self, stored: StoredCase | None) -> None:
        self._stored = stored
        self._undo.clear()
        self._redo.clear()
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    def _think(self) -> _Thought:
        case, on = self._case(), self.today()
        if self._thought is None or self._thought.case is not case or self._thought.on != on:
            situation = situation_of(case, self.library, on)
            assessment = assess(situation)
            self._thought = _Thought(case, on, situation, assessment, interview(assessment))
        return self._thought

    def _case(self) -> Case:
        if self._stored is None:
            raise LookupError("no case is open")
        return self._stored.case

    def _open_id(self) -> str:
        if self._stored is None:
            raise LookupError("no case is open")
        return self._stored.id


def affected_cases(workspace: Workspace, old: Library, new: Library, on: date) -> list[AffectedCase]:
    """Return the cases of a workspace that stand differently under new content, newest change first."""
    return [one for one in tested_again(workspace, old, new, on) if one.effects]


def tested_again(workspace: Workspace, old: Library, new: Library, on: date) -> Iterator[AffectedCase]:
    """Yield every case of a workspace with what new content changes for it, newest change first."""
    from employer_assistant.cases.retest import AffectedCase, retest

    for row in workspace.cases():
        case = workspace.load(row.id).case
        yield AffectedCase(row.id, case, retest(case, old, new, on))


def _now() -> datetime:
    return datetime.now(UTC)
