"""What belongs to a workspace and not to a case: initials, letterhead, the employer's data, whether it is archived."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from employer_assistant.rules.answers import Answer
from employer_assistant.storage import rows
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.workspace import Workspace

MOST_INITIALS = 20


@dataclass(frozen=True)
class Letterhead:
    """The sender of a workspace's papers; ``papers.letterhead`` says what can be printed."""

    sender: tuple[str, ...] = ()
    colour: str = "#333333"
    logo: bytes = b""


@dataclass(frozen=True)
class WorkspaceSettings:
    """``initials``: who works here, for the log; ``employer``: answers for new cases; ``archived``: read only."""

    initials: str = ""
    letterhead: Letterhead = field(default_factory=Letterhead)
    employer: Mapping[str, Answer] = field(default_factory=dict)
    archived: bool = False


def read_settings(workspace: Workspace) -> WorkspaceSettings:
    """Return the settings of a workspace; those of a file that has none are the usual ones."""
    with workspace.reading():
        found = {row["key"]: json.loads(row["value"]) for row in workspace.database.query("SELECT * FROM settings")}
        head: dict[str, Any] = found.get("letterhead", {})
        return WorkspaceSettings(
            initials=found.get("initials", ""),
            letterhead=Letterhead(
                tuple(head.get("sender", ())), head.get("colour", "#333333"), base64.b64decode(head.get("logo", ""))
            ),
            employer=rows.answers_of(found.get("employer", [])),
            archived=found.get("archived", False),
        )


def write_settings(workspace: Workspace, settings: WorkspaceSettings) -> None:
    """Keep the settings, all of them or none."""
    if len(settings.initials) > MOST_INITIALS:
        raise WorkspaceError("storage.initials", workspace.path, longest=MOST_INITIALS)
    head = settings.letterhead
    values: dict[str, object] = {
        "initials": settings.initials,
        "letterhead": {
            "sender": list(head.sender),
            "colour": head.colour,
            "logo": base64.b64encode(head.logo).decode(),
        },
        "employer": rows.answer_rows(settings.employer),
        "archived": settings.archived,
    }

    def write() -> None:
        for key, value in values.items():
            workspace.database.execute(
                "INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, json.dumps(value)],
            )

    workspace.transact(write, lambda: read_settings(workspace) == settings)
