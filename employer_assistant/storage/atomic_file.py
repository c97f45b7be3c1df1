"""Writing a file whole or not at all. The only place of the app that writes files outside the workspace."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def write_bytes(path: Path, data: bytes) -> None:
    """Replace the file by the data, or leave it as it was. Raises OSError; nothing half written stays behind."""
    part = part_of(path)
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            if file.tell() != len(data):
                raise OSError(errno.EIO, "not written whole", str(part))
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def publish_new(part: Path, path: Path) -> None:
    """Give a finished part its name. Raises FileExistsError if the name is taken; the part stays then."""
    sync_file(part)
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists", str(path)) from None
        part.rename(path)
    else:
        part.unlink()
    sync_folder(path.parent)


def part_of(path: Path) -> Path:
    """Return the name under which a file is prepared beside its place."""
    return path.with_name(path.name + ".part")


def sync_file(path: Path) -> None:
    """Bring a written file to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring a rename to the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
