"""The bold letters of the papers: made from the variable font when the app is built; its package has no bold file."""

from __future__ import annotations

import shutil
from pathlib import Path

BOLD = "NotoSans-Bold.ttf"
WEIGHT = 700
WIDTH = 100


def write_bold(folder: Path) -> None:
    """Write the bold instance of Noto Sans and its licence, unless it is there already. It takes some seconds."""
    import fontpkg_noto_sans

    package = Path(fontpkg_noto_sans.__file__).parent
    source = package / "files" / "NotoSans[wdth,wght].ttf"
    target = folder / BOLD
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    folder.mkdir(parents=True, exist_ok=True)
    font = TTFont(source, recalcTimestamp=False)
    part = target.with_suffix(".part")
    instantiateVariableFont(font, {"wght": WEIGHT, "wdth": WIDTH}, updateFontNames=True).save(part)
    part.replace(target)
    shutil.copyfile(package / "LICENSE", folder / "OFL.txt")
