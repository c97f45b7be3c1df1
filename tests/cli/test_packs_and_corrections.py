"""Packs and corrections on the command line: from sources to an installed pack and back; the living directory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from employer_assistant.cli import parts
from employer_assistant.content import keys
from employer_assistant.content.pack import encode, installed
from employer_assistant.content.signing import public_key, read_key, sign
from tests.cli.conftest import ON, Answer, refused
from tests.made_packs import DESK, KEY, LATER, new_pack

Call = Callable[..., Answer]
Sample = Callable[[str], Path]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give every test a data folder of its own and let the key of these tests be trusted."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setattr(keys, "trusted_keys", lambda: (public_key(KEY),))
    parts.forget()
    yield folder
    parts.forget()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return new_pack(tmp_path / "new.pack")


@pytest.fixture
def workspace(call: Call, sample: Sample, tmp_path: Path) -> Path:
    from employer_assistant.storage.workspace import Workspace

    path = tmp_path / "w.employer-assistant"
    Workspace.create(path).close()
    assert call("cases", "import", sample("softwareentwicklerin"), "--workspace", path).status == 0
    return path


def test_installing_names_the_cases_that_are_affected(call: Call, pack: Path, workspace: Path) -> None:
    found = call("content", "install", pack, "--workspace", workspace, "--on", ON, "--language", "en")
    assert found.status == 0
    assert LATER in found.out
    assert "Cases affected: 1" in found.out
    assert "Route closed" in found.out
    assert call("content", "status", "--json").json["packs"]["in_use"] == LATER
    assert (
        call("assess", workspace.with_name(workspace.name + "#" + _first(call, workspace)), "--json").json["content"][
            "version"
        ]
        == LATER
    )


def _first(call: Call, workspace: Path) -> str:
    found: str = call("cases", "list", "--workspace", workspace, "--json").json[0]["id"]
    return found


def test_installing_as_json_and_taking_back(call: Call, pack: Path, workspace: Path) -> None:
    found = call("content", "install", pack, "--workspace", workspace, "--on", ON, "--json").json
    assert (found["version"], found["before"]) == (LATER, installed().version)
    assert {effect["id"] for effect in found["affected"][0]["effects"]} >= {"route-closed"}
    back = call("content", "undo", "--json").json
    assert (back["version"], back["before"]) == (installed().version, LATER)
    state = call("content", "status", "--json").json
    assert state["packs"]["built_in"]
    assert set(state["packs"]["kept"]) == {LATER, installed().version}
    refused(call("content", "undo"))


def test_without_a_workspace_the_users_own_is_tested(call: Call, pack: Path, workspace: Path) -> None:
    from employer_assistant.app import default_workspace_path

    assert call("content", "install", pack, "--on", ON, "--json").json["affected"] == []
    call("content", "undo")
    default_workspace_path().write_bytes(workspace.read_bytes())
    assert len(call("content", "install", pack, "--on", ON, "--json").json["affected"]) == 1


@pytest.mark.parametrize("kind", ["unsigned", "foreign key", "missing", "not a pack", "cut"])
def test_what_may_not_be_installed_is_refused_in_one_sentence(
    call: Call, tmp_path: Path, pack: Path, kind: str, own_folder: Path
) -> None:
    path = tmp_path / "bad.pack"
    data = {
        "unsigned": encode(replace(installed(), version=LATER)),
        "foreign key": sign(encode(replace(installed(), version=LATER)), bytes(32)),
        "not a pack": b"%PDF",
        "cut": pack.read_bytes()[:-1],
    }
    if kind in data:
        path.write_bytes(data[kind])
    refused(call("content", "install", path))
    assert not own_folder.exists() or not list(own_folder.rglob("*.pack"))
    assert call("content", "status", "--json").json["packs"]["built_in"]


def test_a_workspace_that_cannot_be_read_stops_the_installation(call: Call, pack: Path, tmp_path: Path) -> None:
    refused(call("content", "install", pack, "--workspace", tmp_path / "nowhere"))
    assert call("content", "status", "--json").json["packs"]["in_use"] == installed().version


def test_a_damaged_installed_pack_is_told_and_the_own_content_used(call: Call, pack: Path, own_folder: Path) -> None:
    call("content", "install", pack)
    kept = next(own_folder.rglob(f"{LATER}.pack"))
    kept.write_bytes(kept.read_bytes()[:-1])
    parts.forget()
    found = call("content", "status", "--json")
    assert found.json["packs"]["in_use"] == installed().version
    assert found.json["packs"]["problem"] == "pack.signature-wrong"
    assert len(found.err.strip().splitlines()) == 1


def test_an_author_makes_a_key_builds_signs_and_compares(call: Call, project: Path, tmp_path: Path) -> None:
    key, pack = tmp_path / "author.key", tmp_path / "author.pack"
    public = call("content", "key", "--out", key)
    assert public_key(read_key(key.read_text(encoding="ascii"))).hex() == public.out.strip()
    assert key.stat().st_mode & 0o077 == 0
    refused(call("content", "key", "--out", key))
    sources = project / "resources" / "content"
    assert call("content", "build", sources, "--out", pack, "--key", key).status == 0
    assert call("content", "diff", sources, pack, "--json").json == []
    refused(call("content", "build", sources, "--out", pack, "--key", tmp_path / "none.key"))
    (tmp_path / "bad.key").write_text("no key", encoding="ascii")
    assert "64" in refused(call("content", "build", sources, "--out", pack, "--key", tmp_path / "bad.key"))


def test_differences_in_words_and_as_json(call: Call, pack: Path) -> None:
    said = call("content", "diff", installed().version, pack).out
    assert "Geändert: Wert" in said
    assert "Telefon: " in said
    assert "+49 351 999" in said
    found = call("content", "diff", installed().version, pack, "--json").json
    assert {(one["collection"], one["id"]) for one in found} == {
        ("meta", "meta"),
        ("figures", "blue-card-regular"),
        ("offices", DESK),
    }
    assert "gleich" in call("content", "diff", pack, pack).out
    refused(call("content", "diff", "1.2.3", pack))


def test_a_paper_is_made_again_with_the_content_it_was_made_with(
    call: Call, pack: Path, sample: Sample, tmp_path: Path
) -> None:
    import pypdf

    arguments = ("print", sample("softwareentwicklerin"), "--form", "all", "--on", ON)
    call(*arguments, "--out", tmp_path / "before")
    call("content", "install", pack)
    call(*arguments, "--out", tmp_path / "after")
    call(*arguments, "--content", installed().version, "--out", tmp_path / "again")
    for before in (tmp_path / "before").iterdir():
        again, after = tmp_path / "again" / before.name, tmp_path / "after" / before.name
        assert again.read_bytes() == before.read_bytes()
        assert after.read_bytes() != before.read_bytes(), "control: the new content gives another paper"
    words = "".join(page.extract_text() for page in pypdf.PdfReader(next((tmp_path / "after").iterdir())).pages)
    assert LATER in words
    refused(call(*arguments, "--content", "1.2.3", "--out", tmp_path / "none"))


def offices(call: Call) -> dict[str, object]:
    found = call("offices", "--postcode", "01067", "--on", ON, "--json").json
    desk: dict[str, object] = next(one for one in found["offices"] if one["id"] == DESK)
    return desk


def test_a_desk_is_confirmed_and_corrected_on_this_machine(call: Call, own_folder: Path) -> None:
    before = offices(call)
    said = call("offices", "correct", DESK, "--field", "phone", "--value", "+49 351 1", "--initials", "AB", "--on", ON)
    assert said.status == 0
    assert "berichtigt am 22.11.2026 von AB" in said.out
    corrected = offices(call)
    assert (corrected["phone"], corrected["as_of"]) == ("+49 351 1", before["as_of"])
    call("offices", "confirm", DESK, "--initials", "AB", "--on", ON)
    confirmed = offices(call)
    assert (confirmed["as_of"], confirmed["confidence"]) == (ON, "high")
    assert confirmed["confirmed"] == {"on": ON, "by": "AB"}
    listed = call("offices", "--corrections")
    assert "+49 351 1" in listed.out
    assert len(call("offices", "--corrections", "--json").json) == 2
    assert call("offices", "forget", DESK).out.startswith("Zurückgenommene Einträge: 2")
    assert offices(call) == before
    assert [path.name for path in own_folder.rglob("*") if path.is_file()] == ["corrections.json"]


def test_a_correction_survives_new_content_and_both_are_shown(call: Call, pack: Path) -> None:
    call("offices", "correct", DESK, "--field", "phone", "--value", "+49 351 1", "--initials", "AB", "--on", ON)
    call("content", "install", pack)
    desk = offices(call)
    assert desk["phone"] == "+49 351 1"
    assert desk["wants_check"]
    assert "+49 351 999" in str(desk["marks"])


def test_colleagues_exchange_a_file(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call("offices", "correct", DESK, "--field", "phone", "--value", "+49 351 1", "--initials", "AB", "--on", ON)
    handed = tmp_path / "handed.json"
    assert call("offices", "export", handed).status == 0
    refused(call("offices", "export", handed))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "colleague"))
    parts.forget()
    found = call("offices", "import", handed, "--on", ON, "--json").json
    assert [one["by"] for one in found["taken"]] == ["AB"]
    assert offices(call)["phone"] == "+49 351 1"
    refused(call("offices", "import", tmp_path / "nowhere.json"))
    handed.write_text(json.dumps({"format": 1, "corrections": [{"office": DESK}]}), encoding="utf-8")
    refused(call("offices", "import", handed))


@pytest.mark.parametrize(
    "arguments",
    [
        ("offices",),
        ("offices", "confirm", "no-such-desk", "--initials", "AB"),
        ("offices", "confirm", DESK, "--initials", "<b>"),
        ("offices", "correct", DESK, "--field", "web", "--value", "file:///x", "--initials", "AB"),
        ("offices", "correct", DESK, "--field", "name", "--value", "x", "--initials", "AB"),
    ],
)
def test_wrong_calls_are_refused(call: Call, arguments: tuple[str, ...]) -> None:
    refused(call(*arguments))


def test_a_damaged_file_of_corrections_is_told_and_left_aside(call: Call, own_folder: Path) -> None:
    call("offices", "confirm", DESK, "--initials", "AB", "--on", ON)
    path = next(own_folder.rglob("corrections.json"))
    path.write_text("{", encoding="utf-8")
    parts.forget()
    found = call("offices", "--postcode", "01067", "--json")
    assert found.status == 0
    assert len(found.err.strip().splitlines()) == 1
    assert path.read_text(encoding="utf-8") == "{"


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_state_of_the_law_names_changes_and_disputes(call: Call, language: str) -> None:
    from employer_assistant.content.phrases import text

    found = call("content", "status", "--on", ON, "--language", language)
    said = " ".join(found.out.split())
    state = call("content", "status", "--on", ON, "--language", language, "--json").json
    content = installed()
    assert len(state["changes"]) == len(content.changes)
    assert len(state["disputes"]) == len(content.disputes)
    for words in (*(change.meaning for change in content.changes), *(one.adopted for one in content.disputes)):
        assert " ".join(text(words, language).split()) in said
