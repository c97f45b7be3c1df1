"""The file of corrections: kept whole, read strictly, merged with a colleague's."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from employer_assistant.content.corrections import Correction
from employer_assistant.storage import corrections as store
from employer_assistant.storage.corrections import CorrectionsError, add, export, load, take_back, take_in

ON = date(2026, 11, 22)
PHONE = Correction(office="abh-x", field="phone", old="", new="+49 341 1", on=ON, by="AB")
WHOLE = Correction(office="abh-x", old="Weg 1\n\n", new="Weg 1\n\n", confirmed=True, on=ON, by="Ä. Ö.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "corrections.json"


def test_what_is_kept_comes_back_and_a_newer_entry_replaces_the_older(path: Path) -> None:
    assert load(path) == ()
    add(PHONE, path)
    add(WHOLE, path)
    assert set(load(path)) == {PHONE, WHOLE}
    add(replace(PHONE, new="+49 341 2"), path)
    assert sorted(one.new for one in load(path) if one.field) == ["+49 341 2"]
    assert take_back("abh-x", "phone", path) == 1
    assert load(path) == (WHOLE,)
    assert take_back("abh-x", None, path) == 1
    assert take_back("abh-x", None, path) == 0
    assert load(path) == ()


def test_a_colleagues_file_is_merged_whole(path: Path, tmp_path: Path) -> None:
    add(PHONE, path)
    add(WHOLE, path)
    handed = tmp_path / "handed.json"
    assert export(path, handed) == 2
    with pytest.raises(CorrectionsError, match="exists already"):
        export(path, handed)
    other = tmp_path / "other.json"
    mine = replace(PHONE, new="mine", on=date(2026, 11, 23))
    add(mine, other)
    found = take_in(handed, other, date(2026, 11, 23))
    assert (found.taken, found.kept) == ((WHOLE,), (PHONE,))
    assert set(load(other)) == {mine, WHOLE}
    again = take_in(handed, other, date(2026, 11, 23))
    assert again.taken == ()


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"by": ""}, "corrections.initials"),
        ({"by": "much too long a name"}, "corrections.initials"),
        ({"by": "<b>"}, "corrections.initials"),
        ({"field": "name"}, "corrections.field"),
        ({"new": "x" * 301}, "corrections.text"),
        ({"new": "a\u0007b"}, "corrections.text"),
        ({"new": "a\nb"}, "corrections.text"),
        ({"field": "web", "new": "http://example.org"}, "corrections.web"),
        ({"field": "web", "new": "javascript:alert(1)"}, "corrections.web"),
        ({"on": "2027-01-01"}, "corrections.future"),
        ({"on": "yesterday"}, "corrections.foreign"),
        ({"extra": 1}, "corrections.foreign"),
        ({"office": None}, "corrections.foreign"),
    ],
)
def test_a_file_with_one_bad_entry_is_refused_whole(path: Path, changes: dict[str, Any], key: str) -> None:
    add(WHOLE, path)
    before = path.read_bytes()
    good = json.loads(before)["corrections"]
    entry = {
        "office": "abh-y",
        "field": "phone",
        "old": "",
        "new": "1",
        "confirmed": False,
        "on": "2026-11-22",
        "by": "XY",
    }
    source = path.with_name("theirs.json")
    source.write_text(json.dumps({"format": 1, "corrections": [*good, entry | changes]}), encoding="utf-8")
    with pytest.raises(CorrectionsError) as caught:
        take_in(source, path, ON)
    assert caught.value.key == key
    assert path.read_bytes() == before
    source.write_text(json.dumps({"format": 1, "corrections": [*good, entry]}), encoding="utf-8")
    assert len(take_in(source, path, ON).taken) == 1, "control: without the fault the file is taken"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "corrections.foreign"),
        (b"[]", "corrections.foreign"),
        (b"\xff\xfe", "corrections.foreign"),
        (b"[" * 100_000, "corrections.foreign"),
        (b" " * 1_000_001, "corrections.foreign"),
        (b'{"format": 2, "corrections": []}', "corrections.newer"),
    ],
)
def test_another_file_is_refused(path: Path, data: bytes, key: str) -> None:
    add(PHONE, path)
    source = path.with_name("x.json")
    source.write_bytes(data)
    with pytest.raises(CorrectionsError) as caught:
        take_in(source, path, ON)
    assert caught.value.key == key
    assert load(path) == (PHONE,)
    assert caught.value.say("de") != caught.value.say("en")


def test_doubles_and_missing_files_are_refused(path: Path) -> None:
    add(PHONE, path)
    twice = json.loads(path.read_bytes())
    twice["corrections"] *= 2
    path.write_text(json.dumps(twice), encoding="utf-8")
    with pytest.raises(CorrectionsError):
        load(path)
    with pytest.raises(CorrectionsError) as caught:
        take_in(path.with_name("nowhere.json"), path, ON)
    assert caught.value.key == "corrections.missing"


def test_a_full_disk_leaves_the_old_entries(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(PHONE, path)

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(store, "write_bytes", full)
    with pytest.raises(CorrectionsError) as caught:
        add(WHOLE, path)
    assert caught.value.key == "corrections.not-written"
    assert load(path) == (PHONE,)
