"""Contrast of every pair the kit draws, by the WCAG formula."""

from __future__ import annotations

import pytest

from employer_assistant.ui.kit.colours import DARK, LIGHT, Colours, strengthened

SCHEMES = {
    "light": LIGHT,
    "dark": DARK,
    "light, high contrast": strengthened(LIGHT),
    "dark, high contrast": strengthened(DARK),
}


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


def test_formula_knows_the_published_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())
def test_text_has_four_and_a_half_to_one(scheme: Colours) -> None:
    poor = {pair: round(contrast(*pair), 2) for pair in text_pairs(scheme) if contrast(*pair) < 4.5}
    assert not poor


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())
def test_controls_and_focus_have_three_to_one(scheme: Colours) -> None:
    poor = {pair: round(contrast(*pair), 2) for pair in control_pairs(scheme) if contrast(*pair) < 3}
    assert not poor


def test_a_faint_colour_would_be_seen() -> None:
    assert contrast("#A0A8B4", LIGHT.page) < 3


def test_high_contrast_drops_quiet_text() -> None:
    assert strengthened(LIGHT).muted == LIGHT.text
