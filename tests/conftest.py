"""Fixtures for all tests: the real content, built once."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# packs and corrections of whoever runs the tests must neither decide them nor be touched
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="employer-assistant-tests-")

import pytest

from employer_assistant.content.library import Library
from employer_assistant.content.pack import installed

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def library() -> Library:
    """The installed content, by id."""
    return Library(installed())


@pytest.fixture(scope="session")
def project() -> Path:
    """The project folder."""
    return ROOT
