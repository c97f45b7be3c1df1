"""Fixtures for tests of the content: its sources, and copies to change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from planting import EVERY_RULE, Sources, remembered_reading, said

from employer_assistant.content import assemble
from employer_assistant.content.checks import check_folder


@pytest.fixture(scope="session")
def real_content(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real sources, copied once, so that all tests of a run see the same."""
    return Path(shutil.copytree(project / "resources" / "content", tmp_path_factory.mktemp("real") / "content"))


@pytest.fixture
def sources(
    real_content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Sources:
    """A copy of the real sources."""
    monkeypatch.setattr(assemble, "read_yaml", remembered_reading)
    return Sources(real_content, tmp_path / "content")


@pytest.fixture(scope="session")
def real_faults(real_content: Path) -> set[str]:
    """What is wrong with the real sources as they are, so that only what a test adds is counted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assemble, "read_yaml", remembered_reading)
        return said(check_folder(real_content, EVERY_RULE))
