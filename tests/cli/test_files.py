"""``print``, ``cases`` and ``content``: what they write, and what they leave alone."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from employer_assistant.content.pack import decode
from employer_assistant.papers.names import slug
from tests.cli.conftest import ON, Answer, refused

Call = Callable[..., Answer]
Sample = Callable[[str], Path]


def test_print_writes_every_form(call: Call, sample: Sample, tmp_path: Path) -> None:
    found = call("print", sample("metallbauer"), "--form", "all", "--on", ON, "--out", tmp_path / "papers")
    assert found.status == 0
    papers = sorted((tmp_path / "papers").iterdir())
    assert [Path(line) for line in found.out.splitlines()] == papers
    assert papers
    for paper in papers:
        assert paper.name.startswith("metallbauer-aus-vietnam-zittau-")
        assert paper.name.endswith("-de.pdf")
        assert paper.read_bytes().startswith(b"%PDF-")


def test_print_leaves_existing_papers_alone(call: Call, sample: Sample, tmp_path: Path) -> None:
    arguments = ("print", sample("metallbauer"), "--form", "all", "--on", ON, "--out", tmp_path)
    first = Path(call(*arguments).out.splitlines()[0])
    first.write_bytes(b"mine")
    assert "--force" in refused(call(*arguments))
    assert first.read_bytes() == b"mine"
    assert call(*arguments, "--force").status == 0
    assert first.read_bytes().startswith(b"%PDF-")


def test_print_refuses_unknown_forms_and_languages(call: Call, sample: Sample, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    refused(call("print", sample("metallbauer"), "--form", "nonsense", "--out", out))
    refused(call("print", sample("metallbauer"), "--form", "all", "--language", "xx", "--out", out))
    refused(call("print", sample("lagerhelfer"), "--form", "all", "--route", "blue-card-regular", "--out", out))
    assert not out.exists()
    (tmp_path / "file").write_text("x")
    refused(call("print", sample("metallbauer"), "--form", "all", "--out", tmp_path / "file"))


def test_a_no_can_be_printed_too(call: Call, sample: Sample, tmp_path: Path) -> None:
    assert call("print", sample("lagerhelfer"), "--form", "all", "--on", ON, "--out", tmp_path).status == 0


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Koch: Ärger & Söhne/../x", "koch-aerger-soehne-x"),
        ("Đặng Thị Hà", "dang-thi-ha"),
        ("CON", "con-1"),
        ("..", ""),
        ("日本", ""),
        ("x" * 300, "x" * 60),
    ],
)
def test_file_names_are_safe(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_a_case_travels_through_a_workspace(call: Call, sample: Sample, tmp_path: Path) -> None:
    workspace = tmp_path / "work.employer-assistant"
    case_id = call("cases", "import", sample("pflegefachfrau"), "--workspace", workspace, "--json").json["id"]
    [row] = call("cases", "list", "--workspace", workspace, "--json").json
    assert row["id"] == case_id
    assert case_id in call("cases", "list", "--workspace", workspace).out
    one, two = tmp_path / "one.yaml", tmp_path / "two.json"
    for target in (one, two):
        assert call("cases", "export", case_id, "--workspace", workspace, "--out", target).status == 0
    shown = call("cases", "show", case_id, "--workspace", workspace, "--json").json
    assert shown == json.loads(two.read_text(encoding="utf-8"))
    from_file = call("assess", sample("pflegefachfrau"), "--on", ON, "--json").json
    for source in (one, two, f"{workspace}#{case_id}"):
        assert call("assess", source, "--on", ON, "--json").json == from_file
    assert "--force" in refused(call("cases", "export", case_id, "--workspace", workspace, "--out", one))
    refused(call("assess", f"{workspace}#nonsense"))


def test_backup_verify_and_restore(call: Call, sample: Sample, tmp_path: Path) -> None:
    workspace, copy = tmp_path / "work.employer-assistant", tmp_path / "copy"
    call("cases", "import", sample("elektriker"), "--workspace", workspace)
    assert call("cases", "backup", "--workspace", workspace, "--out", copy).status == 0
    assert call("cases", "verify", "--workspace", copy).status == 0
    refused(call("cases", "backup", "--workspace", workspace, "--out", copy))
    broken = bytearray(workspace.read_bytes())
    broken[4096:8192] = b"\x00" * 4096
    workspace.write_bytes(broken)
    found = call("cases", "verify", "--workspace", workspace)
    assert found.status == 1
    assert found.out.strip()
    assert workspace.read_bytes() == bytes(broken)
    assert call("cases", "restore", copy, "--workspace", workspace).status == 0
    assert len(call("cases", "list", "--workspace", workspace, "--json").json) == 1


def test_workspaces_that_are_not_there_or_not_ours(call: Call, sample: Sample, tmp_path: Path) -> None:
    missing, foreign = tmp_path / "missing", tmp_path / "foreign"
    foreign.write_text("a letter")
    for command in ("list", "verify"):
        refused(call("cases", command, "--workspace", missing))
    assert not missing.exists()
    refused(call("cases", "list", "--workspace", foreign))
    refused(call("cases", "import", sample("elektriker"), "--workspace", foreign))
    assert foreign.read_text() == "a letter"
    assert call("cases", "verify", "--workspace", foreign).status == 1
    refused(call("cases"))
    (tmp_path / "bad.yaml").write_text("answers: {job.purpos: x}")
    refused(call("cases", "import", tmp_path / "bad.yaml", "--workspace", missing))
    assert not missing.exists()


def test_content_status(call: Call) -> None:
    found = call("content", "status", "--on", ON, "--json").json
    assert found["law_as_of"] == "2026-08-19"
    assert {row["valid_to"] for row in found["ending"]} == {"2026-12-31"}
    assert "draft" in {row["status"] for row in found["not_final"]}
    assert found["counts"]["routes"] == 31
    assert "31.12.2026" in call("content", "status", "--on", ON).out


def test_content_check_names_file_and_line(call: Call, project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "content"
    shutil.copytree(project / "resources" / "content", copy)
    figures = copy / "figures.yaml"
    before = call("content", "check", copy)
    lines = figures.read_text(encoding="utf-8").splitlines()
    place = next(index for index, line in enumerate(lines) if line.strip().startswith("unit:"))
    lines.insert(place, lines[place].replace("unit:", "nonsense:"))
    figures.write_text("\n".join(lines), encoding="utf-8")
    after = call("content", "check", copy)
    assert after.status == 1
    assert f"figures.yaml:{place + 1}:" in after.out
    assert f"figures.yaml:{place + 1}:" not in before.out


def test_a_plain_installation_says_that_it_reads_no_folder(
    call: Call, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library that knows the holidays is not part of the app. Control: without a folder it is not needed."""
    monkeypatch.setitem(sys.modules, "holidays", None)
    folder = project / "resources" / "content"
    for arguments in (("check", folder), ("build", folder, "--out", tmp_path / "new.pack"), ("diff", folder, folder)):
        assert "holidays" in refused(call("content", *arguments))
    assert call("content", "check").status == 0


def test_content_build_gives_a_pack(call: Call, project: Path, tmp_path: Path) -> None:
    pack = tmp_path / "content.pack"
    assert call("content", "build", project / "resources" / "content", "--out", pack).status == 0
    assert len(decode(pack.read_bytes()).routes) == 31
    refused(call("content", "build", tmp_path / "nothing", "--out", pack))
    refused(call("content", "check", tmp_path / "nothing"))
    refused(call("content"))


def test_the_installed_content_is_sound(call: Call) -> None:
    found = call("content", "check")
    assert found.status == 0, found.out
