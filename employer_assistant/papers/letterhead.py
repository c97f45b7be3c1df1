"""What a workspace puts on its papers: sender, colour and logo; and what is left out of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

from employer_assistant.content.phrases import SaidError

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
MOST_BYTES = 2_000_000
MOST_PIXELS = 16_000_000
MOST_LINES = 6
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)


class LetterheadError(SaidError):
    """A logo or colour that cannot be printed. ``key`` is the phrase id (``papers.letterhead.<key>``)."""

    def __init__(self, key: str) -> None:
        super().__init__(f"papers.letterhead.{key}")


@dataclass(frozen=True)
class Letterhead:
    """Who hands the paper over. ``sender``: lines of name and address; ``colour`` #rrggbb; ``logo``: PNG or JPEG."""

    sender: tuple[str, ...] = ()
    colour: str = "#333333"
    logo: bytes = b""


@dataclass(frozen=True)
class PaperOptions:
    """How a paper is printed: ``initials`` reduces personal data, ``letterhead`` puts the sender on the first page."""

    initials: bool = False
    letterhead: Letterhead | None = None


def checked(head: Letterhead) -> Letterhead:
    """Return the letterhead if it can be printed. Raises LetterheadError naming what to mend.

    SVG is refused: no permitted library turns it into a drawing here. A window may turn it into a PNG first.
    """
    if not _COLOUR.fullmatch(head.colour):
        raise LetterheadError("colour")
    if len(head.sender) > MOST_LINES:
        raise LetterheadError("sender")
    if head.logo:
        _check_logo(head.logo)
    return head


def _check_logo(logo: bytes) -> None:
    if len(logo) > MOST_BYTES:
        raise LetterheadError("too-large")
    if b"<svg" in logo[:2000].lower():
        raise LetterheadError("svg")
    if not logo.startswith((PNG, JPEG)):
        raise LetterheadError("unknown")
    from PIL import Image

    try:
        with Image.open(BytesIO(logo), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise LetterheadError("too-large")
            picture.load()
    except LetterheadError:
        raise
    except Exception as error:  # Pillow raises many kinds for damaged files
        raise LetterheadError("damaged") from error
