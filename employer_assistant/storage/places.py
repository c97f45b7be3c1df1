"""Where files of the user lie, and which places put a workspace at risk: folders that other programs also write."""

from __future__ import annotations

from pathlib import Path, PurePath

_SYNCED = ("onedrive", "dropbox", "nextcloud", "owncloud", "google drive", "googledrive", "icloud", "mobile documents")


def is_shared(path: PurePath) -> bool:
    """Tell whether the path lies on a network share or in a folder of a sync program, judged by its name.

    The screen then warns (``storage.shared_place``); sync programs may bring an older file back.
    """
    words = [part.lower() for part in path.parts]
    return str(path).startswith(("\\\\", "//")) or any(name in word for word in words for name in _SYNCED)


def data_folder() -> Path:
    """Return where the app keeps what belongs to this user: cases, content packs, corrections of the directory."""
    from platformdirs import user_data_path

    return user_data_path("Employer Assistant", appauthor=False)
