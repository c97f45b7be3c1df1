"""The hand-over file: cases with their logs in a ZIP with fixed names and SHA-256 of each part, encrypted if wanted."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from employer_assistant.cases.case_file import CaseFileError, read_case, write_case
from employer_assistant.cases.log import LogEntry
from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase
from employer_assistant.storage.sealed import is_sealed, opened, sealed

FORMAT = 1
MANIFEST = "manifest.json"
MOST_BYTES = 200_000_000
MOST_PART = 4_000_000
MOST_CASES = 20_000
_PART = re.compile(r"cases/([0-9a-f]{16})\.json|logs/([0-9a-f]{16})\.json", re.ASCII)
_ZIP = b"PK\x03\x04"
_EPOCH = (2020, 1, 1, 0, 0, 0)


class HandoverError(Exception):
    """A hand-over file cannot be read or written. ``key`` is the phrase id; no value comes from a case."""

    def __init__(self, key: str, file: str = "", **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.file = file
        self.values = values

    def say(self, language: str) -> str:
        """Return the sentence for the user."""
        words = {k: v.say(language) if isinstance(v, CaseFileError) else v for k, v in self.values.items()}
        return phrase(f"handover.{self.key}", language, file=self.file, **words)


@dataclass(frozen=True)
class HandedCase:
    """A case on its way. ``history``: digests under which it was exchanged before, by the sender's memory."""

    id: str
    case: Case
    history: tuple[str, ...] = ()
    log: tuple[LogEntry, ...] = ()


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    history: tuple[str, ...]


class _Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    content_version: str
    cases: tuple[_Entry, ...]
    checksums: dict[str, str]


def digest_of(case: Case) -> str:
    """Return a mark of the whole state of a case."""
    return sha256(write_case(case, "json")).hexdigest()


def written(cases: tuple[HandedCase, ...], content_version: str, password: str | None) -> bytes:
    """Return the bytes of a file; with a password only it opens them."""
    parts: dict[str, bytes] = {}
    for handed in cases:
        parts[f"cases/{handed.id}.json"] = write_case(handed.case, "json")
        parts[f"logs/{handed.id}.json"] = msgspec.json.encode(handed.log)
    manifest = _Manifest(
        FORMAT,
        content_version,
        tuple(_Entry(handed.id, handed.history) for handed in cases),
        {name: sha256(data).hexdigest() for name, data in parts.items()},
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((MANIFEST, msgspec.json.encode(manifest)), *parts.items()):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    data = out.getvalue()
    return sealed(data, password) if password is not None else data


def is_handover(data: bytes) -> bool:
    """Tell by the first bytes whether a file is a hand-over and not a case file."""
    return is_sealed(data) or data.startswith(_ZIP)


def read(data: bytes, file: str, library: Library, password: str | None = None) -> tuple[HandedCase, ...]:
    """Return the cases of a file, wholly checked. Raises HandoverError; ``file`` is its name for messages."""
    if len(data) > MOST_BYTES:
        raise HandoverError("too-large", file)
    if is_sealed(data):
        if password is None:
            raise HandoverError("password-needed", file)
        plain = opened(data, password)
        if plain is None:
            raise HandoverError("password-wrong", file)
        data = plain
    if not data.startswith(_ZIP):
        raise HandoverError("not-a-handover", file)
    parts = _parts(data, file)
    manifest = _manifest(parts, file)
    try:
        return tuple(_case(entry, parts, library, file) for entry in manifest.cases)
    except CaseFileError as error:
        raise HandoverError("case", file, sentence=error) from None
    except msgspec.MsgspecError:
        raise HandoverError("damaged", file) from None


def _parts(data: bytes, file: str) -> dict[str, bytes]:
    """Unpack into memory: known names only, each once, sizes as announced and within limits."""
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > 2 * MOST_CASES + 1:
                raise HandoverError("too-large", file)
            total = 0
            for entry in entries:
                name = entry.filename
                if name in parts or entry.flag_bits & 1 or not (name == MANIFEST or _PART.fullmatch(name)):
                    raise HandoverError("not-a-handover", file)
                with archive.open(entry) as stream:
                    parts[name] = stream.read(MOST_PART + 1)
                total += len(parts[name])
                if len(parts[name]) > MOST_PART or total > MOST_BYTES:
                    raise HandoverError("too-large", file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        raise HandoverError("damaged", file) from None
    return parts


def _manifest(parts: dict[str, bytes], file: str) -> _Manifest:
    if MANIFEST not in parts:
        raise HandoverError("not-a-handover", file)
    try:
        version = msgspec.json.decode(parts[MANIFEST]).get("format")
        if isinstance(version, int) and version > FORMAT:
            raise HandoverError("newer", file)
        manifest = msgspec.json.decode(parts[MANIFEST], type=_Manifest)
    except (msgspec.MsgspecError, AttributeError, RecursionError):
        raise HandoverError("damaged", file) from None
    ids = [entry.id for entry in manifest.cases]
    wanted = {f"{folder}/{case_id}.json" for case_id in ids for folder in ("cases", "logs")}
    sums = {name: sha256(data).hexdigest() for name, data in parts.items() if name != MANIFEST}
    if manifest.checksums != sums or set(sums) != wanted or len(set(ids)) != len(ids):
        raise HandoverError("damaged", file)
    return manifest


def _case(entry: _Entry, parts: dict[str, bytes], library: Library, file: str) -> HandedCase:
    case = read_case(parts[f"cases/{entry.id}.json"], f"{file}/{entry.id}.json", library)
    log = msgspec.json.decode(parts[f"logs/{entry.id}.json"], type=tuple[LogEntry, ...])
    return HandedCase(entry.id, case, entry.history, log)
