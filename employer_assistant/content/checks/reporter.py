"""Where findings go: into an assembly, which knows file and line, or into a plain list for a pack without sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from employer_assistant.content.assemble import Assembly


class Reporter(Protocol):
    """Takes a finding about an item of a collection; ``inner`` is the path inside the item."""

    def report(self, collection: str, item: str, message: str, *inner: str | int) -> None:
        """Note one fault; ``message`` says what is wrong and how to mend it."""


@dataclass(frozen=True)
class Located:
    """Findings with file and line, as the assembly knows them; each names its item as faults of form do."""

    assembly: Assembly

    def report(self, collection: str, item: str, message: str, *inner: str | int) -> None:
        """Note one fault."""
        self.assembly.report(collection, item, f"In '{item}': {message}", *inner)


@dataclass
class Listing:
    """Findings as sentences that name collection, item and path; for content whose sources are not at hand."""

    found: list[str] = field(default_factory=list)

    def report(self, collection: str, item: str, message: str, *inner: str | int) -> None:
        """Note one fault."""
        where = "/".join(str(part) for part in (collection, item, *inner))
        self.found.append(f"{where}: {message}")
