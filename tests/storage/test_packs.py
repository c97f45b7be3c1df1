"""Packs on this machine: installed whole or not at all, never an older one, taken back, kept for old papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from employer_assistant.content.model import Content
from employer_assistant.content.pack import encode, installed
from employer_assistant.content.signing import PackError, public_key, sign
from employer_assistant.storage import packs
from employer_assistant.storage.packs import can_undo, in_use, install, keep_built_in, kept, load, undo

KEY = bytes(range(32))
KEYS = (public_key(KEY),)
LATER, LAST = "2090.1.1", "2090.2.1"


def made(version: str, content: Content | None = None) -> bytes:
    return sign(encode(replace(content or installed(), version=version)), KEY)


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*")} if folder.exists() else {}


def test_a_signed_newer_pack_is_in_use_after_installing(tmp_path: Path) -> None:
    assert in_use(tmp_path, KEYS) == packs.InUse(installed(), built_in=True)
    assert install(made(LATER), tmp_path, KEYS).version == LATER
    found = in_use(tmp_path, KEYS)
    assert (found.content.version, found.built_in, found.problem) == (LATER, False, None)
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"no pack", "pack.foreign"),
        (encode(installed()), "pack.unsigned"),
        (sign(encode(installed()), bytes(32)), "pack.signature-wrong"),
        (made(LATER)[:-5], "pack.signature-wrong"),
        (made(LATER).replace(b"content 1\n", b"content 7\n"), "pack.newer-format"),
        (made("1999.1.1"), "pack.older"),
        (made("new"), "pack.other-app"),
        (sign(b"x\xda rubbish", KEY), "pack.other-app"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_may_not_be_installed_changes_nothing(tmp_path: Path, data: bytes, key: str) -> None:
    install(made("2080.1.1"), tmp_path, KEYS)
    before = state(tmp_path)
    with pytest.raises(PackError) as caught:
        install(data, tmp_path, KEYS)
    assert caught.value.key == key
    assert state(tmp_path) == before
    assert in_use(tmp_path, KEYS).content.version == "2080.1.1"


def test_never_older_than_the_newest_ever_seen_even_after_undoing(tmp_path: Path) -> None:
    install(made(LATER), tmp_path, KEYS)
    install(made(LAST), tmp_path, KEYS)
    assert undo(tmp_path) == LATER
    with pytest.raises(PackError) as caught:
        install(made("2090.1.2"), tmp_path, KEYS)
    assert caught.value.key == "pack.older"
    (tmp_path / packs.STATE).unlink()
    with pytest.raises(PackError, match="older"):  # the files that are kept remember it too
        install(made("2090.1.2"), tmp_path, KEYS)
    assert install(made(LAST), tmp_path, KEYS).version == LAST


def test_undo_goes_back_step_by_step_to_the_pack_of_the_app(tmp_path: Path) -> None:
    assert not can_undo(tmp_path)
    install(made(LATER), tmp_path, KEYS)
    install(made(LAST), tmp_path, KEYS)
    install(made(LAST), tmp_path, KEYS)
    assert [undo(tmp_path), undo(tmp_path)] == [LATER, installed().version]
    assert in_use(tmp_path, KEYS).built_in
    assert not can_undo(tmp_path)
    with pytest.raises(PackError) as caught:
        undo(tmp_path)
    assert caught.value.key == "pack.nothing-to-undo"
    install(made(LAST), tmp_path, KEYS)
    assert in_use(tmp_path, KEYS).content.version == LAST


def test_the_same_number_with_other_content_is_refused(tmp_path: Path) -> None:
    for version in (installed().version, LATER):
        with pytest.raises(PackError) as caught:
            install(made(version, replace(installed(), holidays=())), tmp_path, KEYS)
        assert caught.value.key == "pack.same-version"
        install(made(LATER), tmp_path, KEYS)


def test_old_packs_are_kept_and_read_again(tmp_path: Path) -> None:
    install(made(LATER), tmp_path, KEYS)
    install(made(LAST), tmp_path, KEYS)
    assert kept(tmp_path) == (LAST, LATER, installed().version)
    assert load(LATER, tmp_path).version == LATER
    assert load(installed().version, tmp_path) is installed()
    with pytest.raises(PackError, match=r"not kept.*2090\.2\.1, 2090\.1\.1"):
        load("2077.7.7", tmp_path)
    path = tmp_path / f"{LATER}.pack"
    path.write_bytes(path.read_bytes()[:-9] + b"otherwise")
    with pytest.raises(PackError) as caught:
        load(LATER, tmp_path)
    assert caught.value.key == "pack.damaged"


def test_the_pack_of_an_earlier_app_can_still_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = installed()
    monkeypatch.setattr(packs, "installed_bytes", lambda: encode(old))
    keep_built_in(tmp_path)
    newer = replace(old, version="2070.1.1")
    monkeypatch.setattr(packs, "installed", lambda: newer)
    assert load(old.version, tmp_path) == old
    assert in_use(tmp_path, KEYS).content is newer


def test_the_app_wins_once_its_own_pack_is_newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(made(LATER), tmp_path, KEYS)
    newer = replace(installed(), version=LAST)
    monkeypatch.setattr(packs, "installed", lambda: newer)
    assert in_use(tmp_path, KEYS).content is newer
    assert not can_undo(tmp_path)


def test_a_damaged_pack_or_list_leaves_the_app_with_its_own(tmp_path: Path) -> None:
    install(made(LATER), tmp_path, KEYS)
    assert in_use(tmp_path, KEYS).problem is None
    assert in_use(tmp_path, (bytes(32),)).built_in, "a key that is no longer trusted opens nothing"
    path = tmp_path / f"{LATER}.pack"
    whole = path.read_bytes()
    for damage, key in ((whole[:99], "pack.signature-wrong"), (None, "pack.unreadable")):
        path.unlink()
        if damage is not None:
            path.write_bytes(damage)
        found = in_use(tmp_path, KEYS)
        assert found.built_in
        assert found.problem is not None
        assert found.problem.key == key
    (tmp_path / packs.STATE).write_text('{"current": "../../x"}', encoding="utf-8")
    problem = in_use(tmp_path, KEYS).problem
    assert problem is not None
    assert problem.key == "pack.state-damaged"


def test_an_error_while_writing_leaves_the_old_one_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail at the first, second, third … write; the control is the run in which nothing fails any more."""
    install(made(LATER), tmp_path, KEYS)
    real, failing = packs.write_bytes, 1
    while True:
        count = 0

        def write(path: Path, data: bytes, fail_at: int = failing) -> None:
            nonlocal count
            count += 1
            if count == fail_at:
                raise OSError(28, "no space")
            real(path, data)

        monkeypatch.setattr(packs, "write_bytes", write)
        refused = ""
        try:
            install(made(LAST), tmp_path, KEYS)
        except PackError as error:
            refused = error.key
        if not refused:
            break
        assert refused == "pack.not-written"
        assert in_use(tmp_path, KEYS).content.version == LATER
        failing += 1
    assert failing == 3
    assert in_use(tmp_path, KEYS).content.version == LAST
