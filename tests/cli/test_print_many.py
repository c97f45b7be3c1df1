"""``print`` for many cases: a whole workspace, letterheads, initials, HTML."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from employer_assistant.cases.case_file import read_case
from employer_assistant.content.library import Library
from employer_assistant.storage.settings import Letterhead, WorkspaceSettings, write_settings
from employer_assistant.storage.workspace import Workspace
from tests.cli.conftest import ON, Answer, refused

Call = Callable[..., Answer]
Sample = Callable[[str], Path]


@pytest.fixture
def workspace(tmp_path: Path, sample: Sample, library: Library) -> Path:
    path = tmp_path / "faelle.employer-assistant"
    with closing(Workspace.create(path)) as made:
        for name in ("metallbauer", "elektriker"):
            made.add(read_case(sample(name).read_bytes(), name, library), datetime.now(UTC))
        write_settings(made, WorkspaceSettings(letterhead=Letterhead(("Kammer Musterstadt", "Weg 1"))))
    return path


def words(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_one_form_for_all_cases_of_a_workspace(call: Call, workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    found = call("print", "--workspace", workspace, "--form", "costs", "--on", ON, "--out", out)
    assert found.status == 0, found.err
    written = [Path(line) for line in found.out.splitlines()]
    assert len(written) == 2
    assert written == sorted(out.iterdir())
    assert all("Kammer Musterstadt" in words(path) for path in written)
    assert "--force" in refused(call("print", "--workspace", workspace, "--form", "costs", "--on", ON, "--out", out))


def test_a_case_that_cannot_be_printed_is_named_and_the_others_are_written(
    call: Call, sample: Sample, tmp_path: Path
) -> None:
    cases = [sample("metallbauer"), sample("lagerhelfer")]
    found = call("print", *cases, "--form", "costs", "--route", "vocational-18a", "--on", ON, "--out", tmp_path)
    assert found.status == 1
    assert "Lager" in found.err
    assert len(found.out.splitlines()) == 1


def test_letterhead_initials_and_html(call: Call, sample: Sample, tmp_path: Path) -> None:
    head = tmp_path / "kopf.yaml"
    head.write_text('sender: ["Betrieb Ärger & Söhne"]\ncolour: "#112233"\n', encoding="utf-8")
    arguments = ("print", sample("metallbauer"), "--form", "costs", "--on", ON, "--out", tmp_path)
    found = call(*arguments, "--letterhead", head, "--initials", "--html")
    assert found.status == 0, found.err
    path = Path(found.out.strip())
    assert path.name == "m-a-v-z-costs-de.html"
    said = path.read_text(encoding="utf-8")
    assert "Betrieb Ärger &amp; Söhne" in said
    assert "Metallbauer aus Vietnam" not in said
    head.write_text('colour: "red"\n', encoding="utf-8")
    assert "#1A2B3C" in refused(call(*arguments, "--letterhead", head))
    head.write_text("sendr: [x]\n", encoding="utf-8")
    assert "kopf.yaml" in refused(call(*arguments, "--letterhead", head))
    assert refused(call("print", "--workspace", tmp_path / "none", "--form", "costs", "--out", tmp_path))


@pytest.mark.skipif(os.name == "nt", reason="limits of the system are set by its own means there")
@pytest.mark.parametrize("many", [False, True])
def test_a_disk_without_room_is_told_in_words(many: bool, call: Call, sample: Sample, tmp_path: Path) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    cases = [sample(name) for name in ("metallbauer", "elektriker")[: 1 + many]]
    out = tmp_path / "papers"
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        found = call("print", *cases, "--form", "costs", "--on", ON, "--out", out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "kein Platz" in refused(found)
    assert list(out.iterdir()) == []
    assert call("print", *cases, "--form", "costs", "--on", ON, "--out", out).status == 0, "control: with room"


def test_a_file_in_place_of_the_folder_is_told_in_words(call: Call, sample: Sample, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"x")
    for out in (taken, taken / "deeper"):
        said = refused(call("print", sample("metallbauer"), "--form", "costs", "--on", ON, "--out", out))
        assert f"{out} ist kein Ordner" in said
    assert taken.read_bytes() == b"x"
