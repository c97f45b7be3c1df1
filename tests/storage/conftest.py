"""A workspace in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from employer_assistant.storage.workspace import Workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A name with letters that addresses must escape."""
    return tmp_path / "Fälle #1 100% ?.employer-assistant"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    """A new, open workspace."""
    opened = Workspace.create(path)
    yield opened
    opened.close()
