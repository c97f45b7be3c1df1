"""Fixtures for tests of the content: its sources, and copies to change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from planting import EVERY_RULE, Sources, said

from employer_assistant.content import assemble
from employer_assistant.content.checks import check_folder
from employer_assistant.content.strict_yaml import read_yaml


@pytest.fixture(scope="session")
def real_content(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real sources, copied once, so that all tests of a run see the same."""
    return Path(shutil.copytree(project / "resources" / "content", tmp_path_factory.mktemp("real") / "content"))


@pytest.fixture(scope="session")
def remembered_reading() -> Callable[..., object]:
    """The real reading, which reads the same text once only: copies differ from the original in one file."""
    return cache(read_yaml)


@pytest.fixture
def sources(
    real_content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    remembered_reading: Callable[..., object],
) -> Sources:
    """A copy of the real sources."""
    monkeypatch.setattr(assemble, "read_yaml", remembered_reading)
    return Sources(real_content, tmp_path / "content")


@pytest.fixture(scope="session")
def real_faults(real_content: Path) -> set[str]:
    """What is wrong with the real sources as they are, so that only what a test adds is counted."""
    return said(check_folder(real_content, EVERY_RULE))
