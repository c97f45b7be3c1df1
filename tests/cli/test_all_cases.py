"""``cases``: overview, deadlines, counts, log, copies, hand-over, experience and removal, as people call them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from employer_assistant.cli import all_cases_run
from tests.cli.conftest import ON, Answer, refused

Call = Callable[..., Answer]
Sample = Callable[[str], Path]


@pytest.fixture
def workspace(call: Call, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(all_cases_run, "cache_path", lambda path: tmp_path / "cache" / "overview.json")
    path = tmp_path / "Fälle.employer-assistant"
    for name in ("metallbauer", "softwareentwicklerin", "pflegefachfrau"):
        assert call("cases", "import", sample(name), "--workspace", path).status == 0
    return path


def ids(call: Call, workspace: Path) -> dict[str, str]:
    rows = call("cases", "list", "--workspace", workspace, "--json").json
    return {row["title"].split()[0].rstrip(","): row["id"] for row in rows}


def test_overview_as_text_json_and_tables(call: Call, workspace: Path, tmp_path: Path) -> None:
    found = call("cases", "overview", "--workspace", workspace, "--on", ON, "--json").json
    assert len(found) == 3
    assert all(row["next_step"] and row["waiting_for"] and row["next_date"] for row in found)
    assert [row["next_date"] for row in found] == sorted(row["next_date"] for row in found)
    some = call("cases", "overview", "--workspace", workspace, "--on", ON, "--search", "METALL", "--json").json
    assert len(some) == 1
    text = call("cases", "overview", "--workspace", workspace, "--on", ON)
    assert "Metallbauer" in text.out
    for ending in ("csv", "xlsx", "json"):
        out = tmp_path / f"Tabelle.{ending}"
        assert call("cases", "overview", "--workspace", workspace, "--on", ON, "--out", out).status == 0
    lines = list(csv.reader(io.StringIO((tmp_path / "Tabelle.csv").read_bytes().decode("utf-8-sig")), delimiter=";"))
    page = openpyxl.load_workbook(tmp_path / "Tabelle.xlsx").active
    assert page is not None
    assert len(lines) == page.max_row == 4
    assert [cell.value for cell in page[1]] == lines[0]
    out = tmp_path / "Tabelle.csv"
    assert "--force" in refused(call("cases", "overview", "--workspace", workspace, "--on", ON, "--out", out))
    refused(call("cases", "overview", "--workspace", workspace, "--on", ON, "--out", tmp_path / "x.doc"))


def test_overview_as_a_report_to_print(call: Call, workspace: Path, tmp_path: Path) -> None:
    def report(name: str, *more: object) -> str:
        out = tmp_path / name
        assert call("cases", "overview", "--workspace", workspace, "--on", ON, "--out", out, *more).status == 0
        return " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())

    head = tmp_path / "kopf.yaml"
    head.write_text("sender: [Kammer Beispiel]\n", "utf-8")
    whole = report("a.pdf", "--letterhead", head)
    assert "Kammer Beispiel" in whole
    assert "Metallbauer" in whole
    assert "Pflegefachfrau" in whole
    some = report("b.pdf", "--search", "METALL", "--initials", "--language", "en")
    assert "Metallbauer" not in some
    assert "Cases: 1" in some
    base = ("cases", "overview", "--workspace", workspace, "--on", ON)
    table = tmp_path / "t.csv"
    assert ".pdf" in refused(call(*base, "--initials", "--out", table)), "a table would hold the titles all the same"
    assert not table.exists()
    none = tmp_path / "n.pdf"
    assert "mindestens ein Fall" in refused(call(*base, "--search", "zzz", "--out", none))
    assert not none.exists()


def test_deadlines_as_text_and_calendar(call: Call, workspace: Path, tmp_path: Path) -> None:
    found = call("cases", "deadlines", "--workspace", workspace, "--on", ON, "--json").json
    assert [one["day"] for one in found] == sorted(one["day"] for one in found)
    assert {one["strength"] for one in found} <= {"statute", "practice", "recommended"}
    soon = call("cases", "deadlines", "--workspace", workspace, "--on", ON, "--until", "2026-12-31", "--json").json
    assert len(soon) < len(found)
    out = tmp_path / "k.ics"
    assert call("cases", "deadlines", "--workspace", workspace, "--on", ON, "--out", out).status == 0
    assert out.read_bytes().count(b"BEGIN:VEVENT") > 20
    assert b"Metallbauer" not in out.read_bytes()


def test_counts_hide_small_numbers(call: Call, workspace: Path) -> None:
    found = call("cases", "counts", "--workspace", workspace, "--json").json
    assert found["hidden_below"] == 3
    assert all(number is None or number >= 3 for number in found["routes"].values())


def test_log_copy_and_settings(call: Call, workspace: Path) -> None:
    case_id = (
        ids(call, workspace)["Muster"]
        if "Muster" in ids(call, workspace)
        else next(iter(ids(call, workspace).values()))
    )
    changed = call(
        "cases", "settings", "--workspace", workspace, "--initials", "AB", "--employer-from", case_id, "--json"
    )
    assert changed.json["initials"] == "AB"
    copied = call("cases", "copy", case_id, "--title", "Zweite", "--workspace", workspace, "--json").json
    log = call("cases", "log", copied["id"], "--workspace", workspace, "--json").json
    assert [(entry["act"], entry["who"]) for entry in log] == [("copied", "AB")]
    assert "AB" in call("cases", "log", copied["id"], "--workspace", workspace).out
    refused(call("cases", "log", "0" * 16, "--workspace", workspace))
    assert call("cases", "settings", "--workspace", workspace, "--archived", "yes").status == 0
    refused(call("cases", "copy", case_id, "--workspace", workspace))


def test_hand_over_there_and_back(call: Call, workspace: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "Übergabe.zip", tmp_path / "anderswo.employer-assistant"
    assert call("cases", "handover", "--workspace", workspace, "--out", file).status == 0
    first = call("cases", "import", file, "--workspace", other, "--json").json
    assert [one["standing"] for one in first] == ["new"] * 3
    again = call("cases", "import", file, "--workspace", other, "--json").json
    assert [one["standing"] for one in again] == ["same"] * 3
    refused(call("cases", "handover", "--workspace", workspace, "--out", file))
    bad = tmp_path / "schlecht.zip"
    bad.write_bytes(file.read_bytes()[:-100])
    before = other.read_bytes()
    refused(call("cases", "import", bad, "--workspace", other))
    assert other.read_bytes() == before


def test_one_case_encrypted(call: Call, workspace: Path, tmp_path: Path) -> None:
    case_id = next(iter(ids(call, workspace).values()))
    file, other, word = tmp_path / "Fall.eaho", tmp_path / "anderswo.employer-assistant", tmp_path / "wort"
    word.write_text("Ein Fräulein 7\n", encoding="utf-8")
    export = ("cases", "export", case_id, "--workspace", workspace, "--encrypted", "--out", file)
    assert "--password-file" in refused(call(*export))
    (tmp_path / "kurz").write_text("kurz", encoding="utf-8")
    refused(call(*export, "--password-file", tmp_path / "kurz"))
    assert call(*export, "--password-file", word).status == 0
    assert b"Metallbauer" not in file.read_bytes()
    (tmp_path / "falsch").write_text("falsches Wort", encoding="utf-8")
    refused(call("cases", "import", file, "--workspace", other, "--password-file", tmp_path / "falsch"))
    taken = call("cases", "import", file, "--workspace", other, "--password-file", word, "--json").json
    assert [(one["id"], one["standing"]) for one in taken] == [(case_id, "new")]


def test_own_experience(call: Call, case: Callable[..., Path], workspace: Path, tmp_path: Path, sample: Sample) -> None:
    assert call("cases", "experience", "--workspace", workspace, "--on", ON, "--json").json == []
    case_id = next(iter(ids(call, workspace).values()))
    taken = call("cases", "experience", "--from", case_id, "--workspace", workspace, "--on", ON, "--json")
    assert taken.status == 0
    out = tmp_path / "e.csv"
    assert call("cases", "experience", "--workspace", workspace, "--on", ON, "--out", out).status == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfstep;")


def test_removing_a_client_names_the_copies_first(call: Call, workspace: Path) -> None:
    copy = workspace.with_name(workspace.name + ".v1")
    copy.write_bytes(b"x")
    asked = call("cases", "remove", "--workspace", workspace)
    assert asked.status == 1
    assert str(copy) in asked.out
    assert workspace.exists()
    done = call("cases", "remove", "--workspace", workspace, "--yes")
    assert done.status == 0
    assert not workspace.exists()
    assert str(copy) in done.out
    assert copy.exists(), "it was not agreed to"
