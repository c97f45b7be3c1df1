"""Wheel build hook: builds the pack, phrases, forms and samples into the package before it is zipped or linked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes employer_assistant/data from resources/ and forms/."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the data for wheels and for editable installs alike."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from employer_assistant.content.build import build_data as write

        write(root, root / "employer_assistant" / "data")
