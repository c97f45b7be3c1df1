"""What is refused about official forms and mappings, in words."""

from __future__ import annotations

from employer_assistant.content.phrases import SaidError


class OfficialError(SaidError):
    """A PDF form or a mapping cannot be used; ``key`` is the phrase id (``official.<key>``)."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(f"official.{key}", **values)
