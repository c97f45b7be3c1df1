"""What the window remembers for its user: language, scheme, text size. No personal data, nothing of a case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import QByteArray, QSettings

from employer_assistant.content.phrases import LANGUAGES
from employer_assistant.ui.kit.theme import Scheme

SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark")
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Text sizes in per cent."""


@dataclass(frozen=True)
class Preferences:
    """The user's choices. ``greeted``: the notice of the first start was read."""

    language: str = "de"
    scheme: Scheme = "system"
    text_size: int = 100
    greeted: bool = False


def load(language: str = "") -> Preferences:
    """Read the choices; ``language`` counts until the user chose one. What cannot be read counts as never chosen."""
    store, usual = _store(), Preferences()
    spoken = str(store.value("language", language))
    scheme = cast(Scheme, str(store.value("scheme", usual.scheme)))
    size = str(store.value("text_size", usual.text_size))
    return Preferences(
        spoken if spoken in LANGUAGES else usual.language,
        scheme if scheme in SCHEMES else usual.scheme,
        int(size) if size in map(str, TEXT_SIZES) else usual.text_size,
        str(store.value("greeted", "false")) == "true",
    )


def save(chosen: Preferences, **changes: object) -> Preferences:
    """Keep the choices with some changed, and return them."""
    new = replace(chosen, **changes)  # type: ignore[arg-type]
    store = _store()
    store.setValue("language", new.language)
    store.setValue("scheme", new.scheme)
    store.setValue("text_size", new.text_size)
    store.setValue("greeted", "true" if new.greeted else "false")
    return new


def geometry() -> QByteArray:
    """Return where the window was, empty at first."""
    kept = _store().value("geometry")
    return kept if isinstance(kept, QByteArray) else QByteArray()


def keep_geometry(place: QByteArray) -> None:
    """Remember where the window is."""
    _store().setValue("geometry", place)


def _store() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "employer-assistant", "window")
