"""Content packs on this machine: installed from a file, taken back on request, older ones kept for papers made before.

Every pack lies in one folder under its version. ``state.json`` says which one is in use and is replaced whole, by one
rename; a pack file gets its name only after it was verified and read. The pack that came with the app is trusted
without a signature; it is in use whenever it is newer than the installed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from employer_assistant.content.model import Content
from employer_assistant.content.pack import decode, installed, installed_bytes
from employer_assistant.content.signing import MOST_BYTES, PackError, unwrapped, verified
from employer_assistant.content.versions import Version, version_of
from employer_assistant.storage.atomic_file import write_bytes

STATE = "state.json"
ENDING = ".pack"


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the folder holds. ``current`` None = the pack of the app; ``checksums``: SHA-256 of each kept file."""

    current: str | None = None
    before: tuple[str | None, ...] = ()
    newest_seen: str = "0"
    checksums: dict[str, str] = {}


@dataclass(frozen=True)
class InUse:
    """The content to work with, where it comes from, and why the installed one could not be used, if so."""

    content: Content
    built_in: bool
    problem: PackError | None = None


def packs_folder() -> Path:
    """Return where this user's packs lie."""
    from employer_assistant.storage.places import data_folder

    return data_folder() / "content"


def in_use(folder: Path, keys: Sequence[bytes]) -> InUse:
    """Return the newer of the installed and the app's own content. A faulty installed pack is left aside and told."""
    own = installed()
    try:
        wanted = _effective(_state(folder), own)
        if wanted is None:
            return InUse(own, built_in=True)
        return InUse(_read(verified(_bytes(folder / f"{wanted}{ENDING}"), keys)), built_in=False)
    except PackError as error:
        return InUse(own, built_in=True, problem=error)


def inspect(data: bytes, folder: Path, keys: Sequence[bytes]) -> Content:
    """Return the content of a pack file that may be installed. Raises PackError and changes nothing."""
    content = _read(verified(data, keys))
    version = _version(content.version)
    state = _state(folder)
    newest = max((state.newest_seen, installed().version, *kept(folder)), key=version_of)
    if version < version_of(newest):
        raise PackError("pack.older", version=content.version, newest=newest)
    if content.version == installed().version or state.checksums.get(content.version, _sum(data)) != _sum(data):
        raise PackError("pack.same-version", version=content.version)
    return content


def install(data: bytes, folder: Path, keys: Sequence[bytes]) -> Content:
    """Verify a pack file, keep it and put it into use. Raises PackError; what was in use then stays in use."""
    content = inspect(data, folder, keys)
    keep_built_in(folder)
    state = _state(folder)
    current = _effective(state, installed())
    _write(folder / f"{content.version}{ENDING}", data)
    _save(
        folder,
        State(
            content.version,
            (*state.before, current) if current != content.version else state.before,
            content.version,
            {**state.checksums, content.version: _sum(data)},
        ),
    )
    return content


def undo(folder: Path) -> str:
    """Put the pack into use that was in use before the last installation; return its version. Raises PackError."""
    state = _state(folder)
    if not can_undo(folder):
        raise PackError("pack.nothing-to-undo")
    target = state.before[-1]
    _save(folder, msgspec.structs.replace(state, current=target, before=state.before[:-1]))
    return _effective(_state(folder), installed()) or installed().version


def can_undo(folder: Path) -> bool:
    """Tell whether an installed pack is in use and something can be put in its place."""
    state = _state(folder)
    return bool(state.before) and _effective(state, installed()) is not None


def keep_built_in(folder: Path) -> None:
    """Keep the app's own pack too, so that papers can be made again after an update of the app. Raises PackError."""
    version, state = installed().version, _state(folder)
    if version in state.checksums:
        return
    data = installed_bytes()
    _write(folder / f"{version}{ENDING}", data)
    _save(folder, msgspec.structs.replace(state, checksums={**state.checksums, version: _sum(data)}))


def kept(folder: Path) -> tuple[str, ...]:
    """Return the versions of all packs that are kept, newest first."""
    found = [path.name.removesuffix(ENDING) for path in folder.glob(f"*{ENDING}")] if folder.is_dir() else []
    return tuple(sorted((name for name in found if _is_version(name)), key=version_of, reverse=True))


def load(version: str, folder: Path) -> Content:
    """Return the content of a kept version, to make an old paper again. Raises PackError."""
    if version == installed().version:
        return installed()
    if version not in kept(folder):
        raise PackError("pack.not-kept", version=version, kept=", ".join((installed().version, *kept(folder))))
    data = _bytes(folder / f"{version}{ENDING}")
    if _state(folder).checksums.get(version) != _sum(data):  # a key may have been retired since; the checksum stays
        raise PackError("pack.damaged")
    return _read(unwrapped(data))


def _effective(state: State, own: Content) -> str | None:
    """Return the installed version in use, None if the app's own is."""
    if state.current is None or version_of(state.current) <= version_of(own.version):
        return None
    return state.current


def _read(pack: bytes) -> Content:
    try:
        return decode(pack)
    except ValueError:
        raise PackError("pack.other-app") from None


def _version(written: str) -> Version:
    try:
        return version_of(written)
    except ValueError:
        raise PackError("pack.other-app") from None


def _is_version(name: str) -> bool:
    try:
        version_of(name)
    except ValueError:
        return False
    return True


def _state(folder: Path) -> State:
    path = folder / STATE
    if not path.exists():
        return State()
    try:
        state = msgspec.json.decode(_bytes(path), type=State)
        for version in (state.current, state.newest_seen, *state.before, *state.checksums):
            version_of(version or "0")
    except (msgspec.MsgspecError, ValueError):
        raise PackError("pack.state-damaged", file=path) from None
    return state


def _save(folder: Path, state: State) -> None:
    _write(folder / STATE, msgspec.json.encode(state))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PackError("pack.too-large")
        return path.read_bytes()
    except OSError as error:
        raise PackError("pack.unreadable", file=path, problem=error.strerror or type(error).__name__) from None


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, data)
    except OSError as error:
        raise PackError(
            "pack.not-written", folder=path.parent, problem=error.strerror or type(error).__name__
        ) from None


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()
