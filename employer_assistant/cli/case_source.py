"""Where a case comes from: a file, standard input, or a workspace."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from employer_assistant.cases.case_file import CaseFileError
from employer_assistant.cases.case_file import read_case as read_file
from employer_assistant.cases.model import Case
from employer_assistant.cli.output import Refused, as_said
from employer_assistant.cli.parts import library
from employer_assistant.content.library import Library

STDIN = "-"


def read_case(source: str, content: Library | None = None) -> Case:
    """Return the case that the argument names: FILE, ``-`` or FILE#ID, read by the content named. Raises Refused."""
    if source == STDIN:
        return parsed(sys.stdin.buffer.read(), STDIN, content)
    path, mark, case_id = source.rpartition("#")
    if mark and not Path(source).exists():
        return stored(Path(path), case_id)
    return parsed(read_bytes(Path(source)), Path(source).name, content)


def parsed(data: bytes, name: str, content: Library | None = None) -> Case:
    """Read the bytes of a case file; ``name`` is shown in messages. Raises Refused."""
    try:
        return read_file(data, name, content or library())
    except CaseFileError as error:
        raise as_said(error.say) from None


def read_bytes(path: Path) -> bytes:
    """Return what is in a file. Raises Refused."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused("cli.case.missing", file=path) from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or type(error).__name__
        raise Refused("cli.case.unreadable", file=path, problem=problem) from None


def stored(path: Path, case_id: str) -> Case:
    """Return a case of a workspace. Raises Refused."""
    from employer_assistant.storage.workspace import Workspace

    with refusing(), closing(Workspace.open(path)) as workspace:
        if case_id not in {row.id for row in workspace.cases()}:
            raise Refused("cli.case.not-there", file=path, id=case_id)
        return workspace.load(case_id).case


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the storage refuses into what the command line says."""
    from employer_assistant.storage.errors import WorkspaceError

    try:
        yield
    except WorkspaceError as error:
        raise as_said(error.say) from None
