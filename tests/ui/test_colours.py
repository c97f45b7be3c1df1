"""Contrast of every pair the kit draws, by the WCAG formula."""

from __future__ import annotations

import pytest

from employer_assistant.ui.kit.colours import (
    DARK,
    LIGHT,
    Colours,
    contrast,
    control_pairs,
    strengthened,
    text_pairs,
)

SCHEMES = {
    "light": LIGHT,
    "dark": DARK,
    "light, high contrast": strengthened(LIGHT),
    "dark, high contrast": strengthened(DARK),
}


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
