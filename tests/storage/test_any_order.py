"""Whatever people do in whatever order, with two windows, copies and backups: the file holds what a model holds."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule
from numbered_cases import NOW, made

from employer_assistant.cases.model import Case
from employer_assistant.storage import backups
from employer_assistant.storage.errors import ConflictError, WorkspaceError
from employer_assistant.storage.handover import By, hand_over, take_in
from employer_assistant.storage.workspace import Workspace


class Office(RuleBasedStateMachine):
    """Two windows on one file, backups beside it, another office; a dictionary as the truth."""

    ids = Bundle("ids")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "w.employer-assistant"
        self.windows = [Workspace.create(self.path), Workspace.open(self.path)]
        self.other = Workspace.create(self.folder / "other")
        self.truth: dict[str, Case] = {}
        self.backups: dict[Path, dict[str, Case]] = {}

    @rule(target=ids, window=st.integers(0, 1), number=st.integers(0, 99))
    def add(self, window: int, number: int) -> str:
        stored = self.windows[window].add(made(number), NOW)
        self.truth[stored.id] = stored.case
        return stored.id

    @rule(case_id=ids, window=st.integers(0, 1), number=st.integers(0, 99))
    def save(self, case_id: str, window: int, number: int) -> None:
        if case_id in self.truth:
            stored = self.windows[window].load(case_id)
            self.windows[window].save(case_id, stored.revision, made(number), NOW)
            self.truth[case_id] = made(number)

    @rule(case_id=ids, number=st.integers(0, 99))
    def save_what_another_window_changed(self, case_id: str, number: int) -> None:
        if case_id in self.truth:
            old = self.windows[1].load(case_id)
            first = self.windows[0].save(case_id, old.revision, made(number), NOW)
            self.truth[case_id] = first.case
            with pytest.raises(ConflictError) as caught:
                self.windows[1].save(case_id, old.revision, replace(old.case, title="spät"), NOW)
            assert (caught.value.theirs, caught.value.mine.title) == (first, "spät")

    @rule(case_id=ids, window=st.integers(0, 1))
    def delete(self, case_id: str, window: int) -> None:
        self.windows[window].delete(case_id)
        self.truth.pop(case_id, None)

    @rule()
    def back_up(self) -> None:
        made_now = backups.back_up_now(self.windows[0], NOW)
        self.backups[made_now] = dict(self.truth)

    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        if self.backups:
            chosen = data.draw(st.sampled_from(sorted(self.backups)))
            for window in self.windows:
                window.close()
            backups.restore(chosen, self.path)
            self.windows = [Workspace.open(self.path), Workspace.open(self.path)]
            self.truth = dict(self.backups[chosen])

    @rule()
    def close_and_open(self) -> None:
        for window in self.windows:
            window.close()
        self.windows = [Workspace.open(self.path), Workspace.open(self.path)]

    @rule()
    def write_and_break_off(self) -> None:
        window = self.windows[0]

        def half() -> None:
            window.put(None, made(5), NOW)
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            window.transact(half, lambda: False)

    @rule(case_id=ids)
    def give_and_take_back(self, case_id: str) -> None:
        if case_id in self.truth:
            by = By("AB", NOW, "1")
            take_in(self.other, hand_over(self.windows[0], [case_id], by), by, "theirs")
            assert self.other.load(case_id).case == self.truth[case_id]
            take_in(self.windows[1], hand_over(self.other, [case_id], by), by, "theirs")

    @invariant()
    def both_windows_see_the_truth(self) -> None:
        if hasattr(self, "truth"):
            for window in self.windows:
                assert {row.id for row in window.heads()} == set(self.truth)
                assert all(window.load(case_id).case == case for case_id, case in self.truth.items())

    def teardown(self) -> None:
        if not hasattr(self, "truth"):
            return
        for window in (*self.windows, self.other):
            window.close()
        backups.verify(self.path)
        for backup, cases in self.backups.items():
            assert {row.id for row in backups.contents(backup)} == set(cases)
        assert not list(self.folder.glob("*-journal"))
        assert not list(self.folder.glob("*.part"))
        shutil.rmtree(self.folder)


FEW = settings(max_examples=8, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=150, stateful_step_count=40)


def test_any_order() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(Office, settings=FEW)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_any_order_for_long() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(Office, settings=MANY)


def test_control_a_save_without_comparing_would_be_seen(path: Path) -> None:
    with closing(Workspace.create(path)) as first, closing(Workspace.open(path)) as second:
        case_id = first.add(made(1), NOW).id
        first.save(case_id, 1, made(2), NOW)
        with pytest.raises(WorkspaceError):
            second.save(case_id, 1, made(3), NOW)
        second.transact(lambda: second.put(case_id, made(3), NOW), lambda: True)
        assert first.load(case_id).case != made(2), "the control: the first save is gone without a word"
