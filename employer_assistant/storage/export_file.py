"""Writing a file for other people or programs: whole or not at all, and every failure as a sentence."""

from __future__ import annotations

import errno
from pathlib import Path

from employer_assistant.storage.atomic_file import write_bytes
from employer_assistant.storage.errors import WorkspaceError

_SAID = {
    errno.ENOSPC: "export.full",
    errno.EDQUOT: "export.full",
    errno.EFBIG: "export.full",
    errno.EROFS: "export.read_only",
    errno.EACCES: "export.refused",
    errno.EPERM: "export.refused",
    errno.EBUSY: "export.refused",
    errno.EISDIR: "export.refused",
    errno.ENOENT: "export.gone",
    errno.ENODEV: "export.gone",
    errno.ENOTDIR: "export.gone",
    errno.EIO: "export.gone",
    errno.ENAMETOOLONG: "export.name",
    errno.EINVAL: "export.name",
}


def write_export(path: Path, data: bytes) -> None:
    """Write the file; what was there stays if that fails. Raises WorkspaceError in words."""
    try:
        write_bytes(path, data)
    except OSError as error:
        key = _SAID.get(error.errno or 0)
        if key is None:
            raise WorkspaceError("export.unexpected", path, code=errno.errorcode.get(error.errno or 0, "?")) from None
        raise WorkspaceError(key, path) from None


def read_import(path: Path, most: int) -> bytes:
    """Return the bytes of a file that is to be taken in, at most so many. Raises WorkspaceError in words."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        key = "import.refused" if error.errno in (errno.EACCES, errno.EPERM, errno.EISDIR) else "import.gone"
        raise WorkspaceError(key, path) from None
    if len(data) > most:
        raise WorkspaceError("import.too_large", path)
    return data
