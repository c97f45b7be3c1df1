"""Places where a workspace is at risk: folders that a sync program or a server also writes."""

from __future__ import annotations

from pathlib import PurePath

_SYNCED = ("onedrive", "dropbox", "nextcloud", "owncloud", "google drive", "googledrive", "icloud", "mobile documents")


def is_shared(path: PurePath) -> bool:
    """Tell whether the path lies on a network share or in a folder of a sync program, judged by its name.

    The screen then warns (``storage.shared_place``); sync programs may bring an older file back.
    """
    words = [part.lower() for part in path.parts]
    return str(path).startswith(("\\\\", "//")) or any(name in word for word in words for name in _SYNCED)
