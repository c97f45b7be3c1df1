"""Mappings of official forms that this user or an adviser wrote, as files beside the other data."""

from __future__ import annotations

from pathlib import Path

from employer_assistant.storage.places import data_folder


def mappings_folder() -> Path:
    """Return where own mappings lie."""
    return data_folder() / "official-forms"


def kept_mappings() -> list[tuple[str, bytes]]:
    """Return name and bytes of each own mapping, sorted; none if there is no such folder."""
    folder = mappings_folder()
    found = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    return [(path.name, path.read_bytes()) for path in found]


def keep_mapping(name: str, data: bytes) -> Path:
    """Keep a mapping that was checked, under the name of its form; an older one of that name is replaced."""
    from employer_assistant.storage.atomic_file import write_bytes

    path = mappings_folder() / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, data)
    return path
