"""The content of one user: the packs on this machine, the one in use, and what the user knows better about desks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from employer_assistant.content.library import Library
from employer_assistant.content.model import Body, Content, Office
from employer_assistant.content.phrases import SaidError

if TYPE_CHECKING:
    from employer_assistant.content.corrections import Correction
    from employer_assistant.storage.corrections import Taken
    from employer_assistant.storage.packs import InUse


class Shelf:
    """Packs and corrections in one folder of the user. Reading them is remembered until something changes here."""

    def __init__(self, folder: Path | None = None) -> None:
        """``folder`` None = the user's own; a demonstration has one that is wiped."""
        from employer_assistant.storage import corrections, packs

        self._packs = folder / "content" if folder else packs.packs_folder()
        self._corrections = folder / corrections.NAME if folder else corrections.corrections_file()
        self._in_use: InUse | None = None
        self.problem: SaidError | None = None

    # ---- the content

    @property
    def in_use(self) -> InUse:
        """The newest usable content as its pack has it, and why an installed one could not be used, if so."""
        from employer_assistant.content.keys import trusted_keys
        from employer_assistant.storage import packs

        if self._in_use is None:
            self._in_use = packs.in_use(self._packs, trusted_keys())
        return self._in_use

    def library(self) -> Library:
        """Return the content in use by id, with this user's corrections."""
        return self.library_of(self.in_use.content)

    def library_of(self, content: Content) -> Library:
        """Return content by id, with this user's corrections; faulty ones are left aside and noted in ``problem``."""
        from employer_assistant.content.corrections import corrected
        from employer_assistant.storage.corrections import CorrectionsError

        self.problem = None
        try:
            return Library(corrected(content, self.entries()))
        except CorrectionsError as error:
            self.problem = error
            return Library(content)

    # ---- packs

    def look(self, data: bytes) -> Content:
        """Return the content of a pack file that may be installed. Raises PackError and changes nothing."""
        from employer_assistant.content.keys import trusted_keys
        from employer_assistant.storage import packs

        return packs.inspect(data, self._packs, trusted_keys())

    def install(self, data: bytes) -> None:
        """Put a pack file into use and keep the one before. Raises PackError; what was in use then stays in use."""
        from employer_assistant.content.keys import trusted_keys
        from employer_assistant.storage import packs

        packs.install(data, self._packs, trusted_keys())
        self._in_use = None

    def undo(self) -> None:
        """Put the content into use that was in use before the last installation. Raises PackError."""
        from employer_assistant.storage import packs

        packs.undo(self._packs)
        self._in_use = None

    def can_undo(self) -> bool:
        """Tell whether an installed pack can be taken back."""
        from employer_assistant.content.signing import PackError
        from employer_assistant.storage import packs

        try:
            return packs.can_undo(self._packs)
        except PackError:
            return False

    def kept(self) -> tuple[str, ...]:
        """Return the versions with which papers can be made again, newest first."""
        from employer_assistant.content.versions import version_of
        from employer_assistant.storage import packs

        found = {self.in_use.content.version, *packs.kept(self._packs)}
        return tuple(sorted(found, key=version_of, reverse=True))

    def load(self, version: str) -> Content:
        """Return the content of a kept version. Raises PackError."""
        from employer_assistant.storage import packs

        return packs.load(version, self._packs)

    # ---- what the user knows better

    def entries(self) -> tuple[Correction, ...]:
        """Return all confirmations and corrections of this user. Raises CorrectionsError."""
        from employer_assistant.storage.corrections import load

        return load(self._corrections)

    def desk(self, desk_id: str) -> Office | Body:
        """Return a desk as the content has it, without corrections. Raises KeyError."""
        plain = Library(self.in_use.content)
        return plain.offices.get(desk_id) or plain.bodies[desk_id]

    def confirm(self, desk_id: str, on: date, by: str) -> None:
        """Keep that a desk was found to be right as the content has it. Raises CorrectionsError."""
        from employer_assistant.content.corrections import confirmation
        from employer_assistant.storage.corrections import add

        add(confirmation(self.desk(desk_id), on, by), self._corrections)

    def correct(self, desk_id: str, field: str, value: str, on: date, by: str) -> None:
        """Keep that a field of a desk is otherwise. Raises CorrectionsError, KeyError for a field it has not."""
        from employer_assistant.content.corrections import correction
        from employer_assistant.storage.corrections import add

        add(correction(self.desk(desk_id), field, value, on, by), self._corrections)

    def take_back(self, desk_id: str, field: str | None) -> None:
        """Forget what was entered about a desk, or about one field of it (empty = its confirmation)."""
        from employer_assistant.storage.corrections import take_back

        take_back(desk_id, field, self._corrections)

    def export(self, target: Path) -> int:
        """Write all entries to a new file for colleagues; return how many. Raises CorrectionsError."""
        from employer_assistant.storage.corrections import export

        return export(self._corrections, target)

    def take_in(self, source: Path, today: date) -> Taken:
        """Merge a colleague's file into one's own entries. Raises CorrectionsError."""
        from employer_assistant.storage.corrections import take_in

        return take_in(source, self._corrections, today)
