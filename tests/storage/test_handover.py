"""Hand-over and back: what changed since, everything or nothing, and files that are refused in one sentence."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from case_strategies import cases
from hypothesis import HealthCheck, given, settings
from numbered_cases import NOW

from employer_assistant.cases.difference import difference
from employer_assistant.cases.log import LogEntry
from employer_assistant.cases.model import Case, Note
from employer_assistant.content.library import Library
from employer_assistant.storage import handover_file as room
from employer_assistant.storage.handover import By, compare, hand_over, take_in
from employer_assistant.storage.handover_file import HandedCase, HandoverError, digest_of, read, written
from employer_assistant.storage.workspace import Workspace

ADVISER, FIRM = By("AB", NOW, "1"), By("CD", NOW, "1")
CASE = Case("Pflege, Vietnam", {"job.offer": True, "job.title": "Fachkraft"}, notes=(Note(date(2026, 1, 1), "a"),))


@pytest.fixture
def other(path: Path) -> Workspace:
    """The workspace of the other side."""
    return Workspace.create(path.with_name("Firma"))


def sent(source: Workspace, target: Workspace, by: By, library: Library, **more: object) -> list[str]:
    """Send all cases as a file and take them in; return how they stood."""
    data = written(hand_over(source, [row.id for row in source.cases()], by), "1", None)
    return [one.standing for one in take_in(target, read(data, "x", library), by, **more)]  # type: ignore[arg-type]


def change(workspace: Workspace, case_id: str, **more: object) -> None:
    stored = workspace.load(case_id)
    workspace.save(case_id, stored.revision, replace(stored.case, **more), NOW)  # type: ignore[arg-type]


def test_there_and_back(workspace: Workspace, other: Workspace, library: Library) -> None:
    case_id = workspace.add(CASE, NOW, LogEntry(NOW, "AB", "created")).id
    with closing(other):
        assert sent(workspace, other, ADVISER, library) == ["new"]
        assert other.load(case_id).case == CASE
        assert [one.act for one in other.log(case_id)] == ["created", "handed_over", "imported"]
        assert sent(workspace, other, ADVISER, library) == ["same"]
        change(other, case_id, title="Pflege, Hanoi", answers={"job.offer": True})
        data = written(hand_over(other, [case_id], FIRM), "1", None)
        incoming = compare(workspace, read(data, "x", library))
        assert incoming[0].standing == "updated"
        assert incoming[0].changed.counts() == {"answers": 1, "other": 1}
        assert workspace.load(case_id).case == CASE, "looking changes nothing"
        assert sent(other, workspace, FIRM, library) == ["updated"]
        assert workspace.load(case_id).case == other.load(case_id).case
        assert [one.act for one in workspace.log(case_id)][-1] == "updated"
        assert sent(workspace, other, ADVISER, library) == ["same"]


def test_an_old_file_never_overwrites_newer_work(workspace: Workspace, other: Workspace, library: Library) -> None:
    case_id = workspace.add(CASE, NOW).id
    with closing(other):
        old = written(hand_over(workspace, [case_id], ADVISER), "1", None)
        take_in(other, read(old, "x", library), FIRM)
        change(other, case_id, title="weiter")
        assert [one.standing for one in take_in(other, read(old, "x", library), FIRM)] == ["kept"]
        assert other.load(case_id).case.title == "weiter"


@pytest.mark.parametrize("take", ["theirs", "mine", "both"])
def test_changes_on_both_sides_are_for_people_to_decide(
    workspace: Workspace, other: Workspace, library: Library, take: str
) -> None:
    case_id = workspace.add(CASE, NOW).id
    with closing(other):
        sent(workspace, other, ADVISER, library)
        change(workspace, case_id, title="hier")
        change(other, case_id, title="dort")
        workspace.add(Case("neu"), NOW)
        with pytest.raises(HandoverError) as caught:
            sent(workspace, other, ADVISER, library)
        assert caught.value.key == "choose"
        assert [row.title for row in other.cases()] == ["dort"], "all or nothing"
        assert sorted(sent(workspace, other, ADVISER, library, take=take)) == ["conflict", "new"]
        titles = sorted(row.title for row in other.cases())
        assert titles == {"theirs": ["hier", "neu"], "mine": ["dort", "neu"], "both": ["dort", "hier", "neu"]}[take]
        expected = "same" if take == "theirs" else "updated"
        back = {row.id: row.title for row in workspace.cases()}
        handed = read(written(hand_over(other, [case_id], FIRM), "1", None), "x", library)
        assert compare(workspace, handed)[0].standing == expected
        assert back[case_id] == "hier"


def test_a_failure_in_the_middle_takes_nothing_over(
    workspace: Workspace, other: Workspace, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        workspace.add(Case(f"{number}"), NOW)
    data = written(hand_over(workspace, [row.id for row in workspace.cases()], ADVISER), "1", None)
    put, calls = Workspace.put, []

    def failing(self: Workspace, *arguments: object) -> str:
        calls.append(1)
        if len(calls) == 3:
            raise MemoryError
        return put(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Workspace, "put", failing)
    with closing(other):
        with pytest.raises(MemoryError):
            take_in(other, read(data, "x", library), FIRM)
        assert other.cases() == []


def test_export_and_import_lose_nothing(library: Library) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases(library))
    def check(case: Case) -> None:
        entry = LogEntry(NOW, "ÄB", "did", "cases.did.answer", {"fact": "job.offer"}, "1")
        handed = (HandedCase("0123456789abcdef", case, ("x",), (entry,)),)
        assert read(written(handed, "1", None), "x", library) == handed
        assert difference(case, case).nothing

    check()


HANDED = (HandedCase("0123456789abcdef", CASE),)


def test_a_password_closes_the_file(library: Library) -> None:
    data = written(HANDED, "1", "Ein Fräulein 7")
    assert b"Pflege" not in data
    assert b"PK" not in data[:2]
    assert read(data, "x", library, "Ein Fra\u0308ulein 7") == HANDED, "however the ä was typed"
    for password, key in ((None, "password-needed"), ("falsch falsch", "password-wrong")):
        with pytest.raises(HandoverError) as caught:
            read(data, "Übergabe.eaho", library, password)
        assert caught.value.key == key
        for language in ("de", "en"):
            assert "Übergabe.eaho" in caught.value.say(language)
    for damaged in (data[:-1], data[:10], data[:-5] + b"xxxxx"):
        with pytest.raises(HandoverError) as caught:
            read(damaged, "x", library, "Ein Fräulein 7")
        assert caught.value.key == "password-wrong"


def rewritten(
    data: bytes, change: Callable[[str, bytes], tuple[str, bytes] | None], extra: tuple[str, ...] = ()
) -> bytes:
    """Return a ZIP whose parts were changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = change(name, source.read(name))
            if part is not None:
                target.writestr(*part)
        for name in extra:
            target.writestr(name, b"x")
    return out.getvalue()


def _manifest(part: bytes, **more: object) -> bytes:
    return json.dumps({**json.loads(part), **more}).encode()


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (lambda data: b"hallo", "not-a-handover"),
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: rewritten(data, lambda name, part: (name, part), ("../weg",)), "not-a-handover"),
        (lambda data: rewritten(data, lambda name, part: (name, part), ("manifest.json",)), "not-a-handover"),
        (lambda data: rewritten(data, lambda name, part: (name, part), ("cases/ffffffffffffffff.json",)), "damaged"),
        (lambda data: rewritten(data, lambda n, p: None if n == "manifest.json" else (n, p)), "not-a-handover"),
        (lambda data: rewritten(data, lambda n, p: None if n.startswith("logs") else (n, p)), "damaged"),
        (lambda data: rewritten(data, lambda n, p: (n, p.replace(b"Pflege", b"Pflaum"))), "damaged"),
        (
            lambda data: rewritten(data, lambda n, p: (n, _manifest(p, format=2) if n == "manifest.json" else p)),
            "newer",
        ),
        (lambda data: rewritten(data, lambda n, p: (n, b"[]" if n == "manifest.json" else p)), "damaged"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_bad_file_is_refused_in_one_sentence(
    library: Library, spoil: Callable[[bytes], bytes], key: str, workspace: Workspace
) -> None:
    good = written(HANDED, "1", None)
    assert read(good, "x", library) == HANDED, "control"
    with pytest.raises(HandoverError) as caught:
        read(spoil(good), "Datei.zip", library)
    assert caught.value.key == key
    for language in ("de", "en"):
        assert "Datei.zip" in caught.value.say(language)


def test_a_part_that_grows_while_it_is_read_is_refused(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(HANDED, "1", None)
    monkeypatch.setattr(room, "MOST_PART", 10)
    with pytest.raises(HandoverError) as caught:
        read(data, "x", library)
    assert caught.value.key == "too-large"


def test_a_case_with_an_unknown_id_is_named_without_its_answers(library: Library) -> None:
    strange = replace(CASE, answers={"no.such_fact": "geheim"})
    data = written((HandedCase("0123456789abcdef", strange),), "1", None)
    with pytest.raises(HandoverError) as caught:
        read(data, "x", library)
    assert caught.value.key == "case"
    assert "geheim" not in caught.value.say("de")


def test_the_digest_tells_states_apart() -> None:
    assert digest_of(CASE) == digest_of(replace(CASE))
    assert digest_of(CASE) != digest_of(replace(CASE, title=""))


def test_each_case_that_both_sides_changed_can_be_decided_by_itself(
    workspace: Workspace, other: Workspace, library: Library
) -> None:
    ids = [workspace.add(replace(CASE, title=title), NOW).id for title in "abc"]
    with closing(other):
        sent(workspace, other, ADVISER, library)
        for case_id in ids:
            change(workspace, case_id, title="mein")
            change(other, case_id, title="ihr")
        data = read(written(hand_over(other, ids, FIRM), "1", None), "x", library)
        with pytest.raises(HandoverError):
            take_in(workspace, data, ADVISER, {ids[0]: "theirs"})
        assert [workspace.load(case_id).case.title for case_id in ids] == ["mein"] * 3
        take_in(workspace, data, ADVISER, {ids[0]: "theirs", ids[1]: "mine", ids[2]: "both"})
        assert [workspace.load(case_id).case.title for case_id in ids] == ["ihr", "mein", "mein"]
        assert sorted(row.title for row in workspace.cases()) == ["ihr", "ihr", "mein", "mein"]
