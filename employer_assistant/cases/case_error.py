"""Why a case file is refused: what, where, how to mend it. Never with an answer in it, which may be personal."""

from __future__ import annotations

from employer_assistant.content.phrases import phrase


class CaseFileError(ValueError):
    """A fault in a case file. ``line`` is known for YAML, ``at`` names the key; ``near`` is the id probably meant."""

    def __init__(
        self, key: str, file: str, *, at: str = "", line: int | None = None, near: str | None = None, **values: str
    ) -> None:
        super().__init__(key)
        self.key = key
        self.file = file
        self.at = at
        self.line = line
        self.near = near
        self.values = values

    def say(self, language: str) -> str:
        """Return the sentence for the user."""
        where = self.file
        if self.line is not None:
            where = phrase("cases.file.where_line", language, file=self.file, line=self.line)
        mend = phrase("cases.file.near", language, near=self.near) if self.near else ""
        return phrase(f"cases.file.{self.key}", language, where=where, at=self.at, mend=mend, **self.values)

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.say("en")
