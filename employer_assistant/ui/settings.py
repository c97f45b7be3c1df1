"""What the window remembers for its user: language, scheme, text size. Nothing of a case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings

from employer_assistant.content.phrases import LANGUAGES
from employer_assistant.ui.kit.theme import Scheme

SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark")
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Text sizes in per cent."""
MOST_RECENT = 8
"""Workspaces remembered."""


@dataclass(frozen=True)
class Preferences:
    """The user's choices. ``greeted``: the notice of the first start was read."""

    language: str = "de"
    scheme: Scheme = "system"
    text_size: int = 100
    greeted: bool = False


def load(language: str = "") -> Preferences:
    """Read the choices; ``language`` outranks the one that was kept. What cannot be read counts as never chosen."""
    store, usual = _store(), Preferences()
    spoken = language or str(store.value("language", usual.language))
    scheme = cast(Scheme, str(store.value("scheme", usual.scheme)))
    size = str(store.value("text_size", usual.text_size))
    return Preferences(
        spoken if spoken in LANGUAGES else usual.language,
        scheme if scheme in SCHEMES else usual.scheme,
        int(size) if size in map(str, TEXT_SIZES) else usual.text_size,
        str(store.value("greeted", "false")) == "true",
    )


def save(chosen: Preferences, **changes: object) -> Preferences:
    """Change some choices and keep those; what was only said for this run is not kept. Return all."""
    store = _store()
    for name, value in changes.items():
        store.setValue(name, str(value).lower() if isinstance(value, bool) else value)
    return replace(chosen, **changes)  # type: ignore[arg-type]


def recent() -> list[Path]:
    """Return the workspaces used lately, the newest first. They lie on this computer only and can be forgotten."""
    kept = _store().value("recent")
    return [Path(one) for one in kept] if isinstance(kept, list) else [Path(str(kept))] if kept else []


def remember(path: Path) -> None:
    """Put a workspace at the head of those used lately."""
    others = [one for one in recent() if one != path]
    _store().setValue("recent", [str(one) for one in (path, *others)][:MOST_RECENT])


def forget_recent() -> None:
    """Forget which workspaces were used."""
    _store().remove("recent")


def geometry() -> QByteArray:
    """Return where the window was, empty at first."""
    kept = _store().value("geometry")
    return kept if isinstance(kept, QByteArray) else QByteArray()


def keep_geometry(place: QByteArray) -> None:
    """Remember where the window is."""
    _store().setValue("geometry", place)


def _store() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "employer-assistant", "window")
