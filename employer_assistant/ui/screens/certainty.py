"""How sure a statement is: a mark and a word for each kind, and the legend that explains them."""

from __future__ import annotations

from employer_assistant.content.phrases import phrase
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.screens.fold import Fold, fold
from employer_assistant.ui.screens.parts import labelled

KINDS = ("law", "discretion", "practice", "estimate", "unknown")
"""The kinds the legend explains; ``statute``, ``reported`` and ``recommended`` share marks with them."""


def certainty(kind: str, language: str) -> str:
    """Return mark and word of a kind, so that neither colour nor the mark alone carries it."""
    return phrase(
        "certainty.marked", language, mark=phrase(f"certainty.mark.{kind}", language), word=_word(kind, language)
    )


def _word(kind: str, language: str) -> str:
    return phrase(f"kind.{kind}", language)


def legend(context: Context) -> Fold:
    """Return what the marks mean, folded."""
    return fold(
        context.t("certainty.legend"),
        lambda: stack(
            *(labelled(certainty(kind, context.language), context.t(f"certainty.means.{kind}")) for kind in KINDS),
            space=8,
        ),
        context.t,
    )
