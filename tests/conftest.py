"""Fixtures for all tests: the real content, built once."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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
