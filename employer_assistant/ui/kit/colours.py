"""Colours by role, and the WCAG formula that checks them. Nothing here needs Qt."""

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


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours (``#RRGGBB``) by the WCAG 2 formula, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_pairs(colours: Colours) -> tuple[tuple[str, str], ...]:
    """Return every pair of text and ground that the kit draws."""
    tones = (colours.positive, colours.caution, colours.negative, colours.neutral)
    grounds = (colours.page, colours.surface, colours.accent_soft)
    return (
        *((ink, ground) for ink in (colours.text, colours.muted, colours.accent) for ground in grounds),
        (colours.on_accent, colours.accent),
        (colours.negative.text, colours.surface),
        (colours.negative.text, colours.page),
        *((tone.text, tone.fill) for tone in tones),
    )


def control_pairs(colours: Colours) -> tuple[tuple[str, str], ...]:
    """Return every pair of a control's edge (or the focus ring) and its ground."""
    grounds = (colours.page, colours.surface)
    inks = (colours.control, colours.accent, colours.focus, colours.negative.text)
    return (*((ink, ground) for ink in inks for ground in grounds), (colours.focus, colours.accent_soft))
