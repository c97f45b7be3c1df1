"""Colours by role. Nothing here needs Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Tone = Literal["positive", "caution", "negative", "neutral"]


@dataclass(frozen=True)
class ToneColours:
    """A badge or a notice: text on a fill, with an edge that only decorates."""

    text: str
    fill: str
    edge: str


@dataclass(frozen=True)
class Colours:
    """One scheme. ``page`` lies behind, ``surface`` carries the task, ``control`` edges fields, ``line`` decorates."""

    dark: bool
    page: str
    surface: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    control: str
    line: str
    focus: str
    positive: ToneColours
    caution: ToneColours
    negative: ToneColours
    neutral: ToneColours

    def tone(self, tone: Tone) -> ToneColours:
        """Return the three colours of a tone."""
        found: ToneColours = getattr(self, tone)
        return found


LIGHT = Colours(
    dark=False,
    page="#F4F6F8",
    surface="#FFFFFF",
    text="#1B2430",
    muted="#566273",
    accent="#14539A",
    on_accent="#FFFFFF",
    accent_soft="#E6EEF9",
    control="#7A8594",
    line="#DFE4EA",
    focus="#0B1F38",
    positive=ToneColours("#17633A", "#E8F5EC", "#A9D5B8"),
    caution=ToneColours("#7A5200", "#FFF5DC", "#E6CB85"),
    negative=ToneColours("#98202A", "#FDECEC", "#EDB9BC"),
    neutral=ToneColours("#3E4956", "#EEF1F4", "#C9D0D8"),
)
DARK = Colours(
    dark=True,
    page="#12171E",
    surface="#1B222B",
    text="#E8ECF1",
    muted="#A9B4C1",
    accent="#82B5F2",
    on_accent="#0A1A2C",
    accent_soft="#1E3350",
    control="#7C8998",
    line="#2D3641",
    focus="#FFFFFF",
    positive=ToneColours("#8FD6A8", "#17301F", "#2F5C3D"),
    caution=ToneColours("#F0CC7A", "#352A10", "#66521F"),
    negative=ToneColours("#F5A9AC", "#3B1A1D", "#733539"),
    neutral=ToneColours("#C3CCD6", "#2A323C", "#46515E"),
)


def strengthened(colours: Colours) -> Colours:
    """Return the scheme for systems that ask for high contrast: quiet text and edges take the colour of text."""
    return replace(colours, muted=colours.text, control=colours.text, line=colours.text)
