"""Batches: safe names, nothing overwritten unasked, progress and cancel."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from made_up_hire import Maker

from employer_assistant.papers.batch import Job, paths, run
from employer_assistant.papers.names import DEVICES, distinct, existing, file_name, slug


def write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def jobs(make: Maker, *titles: str) -> list[Job]:
    return [Job(title, lambda title=title: make(title=title), "costs", "de") for title in titles]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Đặng Thị Hồng – Großröhrsdorf", "dang-thi-hong-grossroehrsdorf"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-1"),
        ("李", ""),
        ("a" * 300, "a" * 60),
        ("Жук", ""),
        ('x<>:"/\\|?*\x00y', "x-y"),
    ],
)
def test_names_are_safe(title: str, name: str) -> None:
    assert slug(title) == name


@pytest.mark.parametrize("title", ["nul", "COM¹", "LPT9", "Ende. ", "x" * 400 + "ß" * 100, "a:b?*", "..", "Ş" * 300])
def test_names_hold_on_every_system(title: str) -> None:
    name = file_name(title, "employment-declaration", "vi")
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*[a-z0-9]\.pdf", name)
    assert len(f"{name}.part".encode()) <= 255
    assert slug(title) not in DEVICES


def test_names_never_meet() -> None:
    assert distinct(["a.pdf", "A.pdf", "a.pdf", "a-2.pdf"]) == ["a-1.pdf", "A-3.pdf", "a-4.pdf", "a-2.pdf"]
    assert distinct(["b.pdf", "a.pdf"]) == ["b.pdf", "a.pdf"]
    many = distinct(["a.pdf"] * 300)
    assert many == sorted(many)
    assert (many[0], many[-1], len(set(many))) == ("a-001.pdf", "a-300.pdf", 300)
    assert file_name("", "costs", "vi", "html") == "fall-costs-vi.html"


def test_each_paper_is_reported_and_nothing_is_overwritten(make: Maker, tmp_path: Path) -> None:
    wanted = jobs(make, "Fall", "Fall", "王")
    where = paths(wanted, tmp_path)
    assert len(set(where)) == 3
    where[1].write_bytes(b"old")
    assert existing(tmp_path, [path.name for path in where]) == [where[1]]
    found = list(run(wanted, tmp_path, write))
    assert [(one.number, one.total, one.outcome) for one in found] == [
        (1, 3, "written"),
        (2, 3, "kept"),
        (3, 3, "written"),
    ]
    assert found[2].letters == {"王"}
    assert where[1].read_bytes() == b"old"
    assert where[0].read_bytes().startswith(b"%PDF")
    assert [one.outcome for one in run(wanted, tmp_path, write, force=True)] == ["written"] * 3
    assert where[1].read_bytes() != b"old"


def test_a_batch_stops_when_told_to(make: Maker, tmp_path: Path) -> None:
    done: list[int] = []
    for one in run(jobs(make, "A", "B", "C"), tmp_path, write, cancelled=lambda: len(done) == 2):
        done.append(one.number)
    assert done == [1, 2]
    assert len(list(tmp_path.iterdir())) == 2
