"""The embedded fonts: Noto Sans as its package ships it, and the bold instance made when the app was built."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
_FILES = {
    REGULAR: ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf"),
    BOLD: ("employer_assistant", "data/fonts/NotoSans-Bold.ttf"),
}


@cache
def font(name: str) -> TTFont:
    """Load a font once and make it known to reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    package, path = _FILES[name]
    with as_file(files(package).joinpath(path)) as file:
        found = TTFont(name, str(file))
    # the same words stand on many pages; measuring them letter by letter takes most of the time
    vars(found)["stringWidth"] = lru_cache(maxsize=65536)(found.stringWidth)
    pdfmetrics.registerFont(found)
    return found


def missing_characters(text: str) -> set[str]:
    """Return the letters of a text that the fonts cannot print; both hold the same letters."""
    known = font(REGULAR).face.charToGlyph
    return {letter for letter in text if ord(letter) not in known and letter != "\n"}
