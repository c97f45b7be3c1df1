"""Blocks about the result: the route, its points, the other routes, the answers."""

from __future__ import annotations

from typing import Literal

from employer_assistant.papers.notation.base import BaseBlock


class Cover(BaseBlock, frozen=True, kw_only=True, tag="cover"):
    """The head of the paper and the main points. ``next_steps``: how many of the reader's next steps are named."""

    show: tuple[
        Literal["route", "procedure", "accelerated", "first_day", "begin_by", "amounts", "decides", "next"], ...
    ] = (
        "route",
        "procedure",
        "first_day",
        "begin_by",
        "decides",
        "next",
    )
    next_steps: int = 3


class Result(BaseBlock, frozen=True, kw_only=True, tag="result"):
    """The route in words: status, who it is for, what it brings, pitfalls, warnings."""

    show: tuple[Literal["outcome", "pitfalls", "warnings"], ...] = ("outcome", "pitfalls", "warnings")


class Answers(BaseBlock, frozen=True, kw_only=True, tag="answers"):
    """All answers that count: what is not known first, decisive ones marked."""


class Findings(BaseBlock, frozen=True, kw_only=True, tag="findings"):
    """Each condition of the route with its verdict. ``show``: what stands below the sentence."""

    show: tuple[Literal["answer", "norm", "kind", "figure", "remedy"], ...] = (
        "answer",
        "norm",
        "kind",
        "figure",
        "remedy",
    )


class Routes(BaseBlock, frozen=True, kw_only=True, tag="routes"):
    """The other routes: usable ones in a table, closed ones with the sentence that blocks."""

    which: tuple[Literal["open", "reachable", "undecided", "closed"], ...] = (
        "open",
        "reachable",
        "undecided",
        "closed",
    )


class QuickCheck(BaseBlock, frozen=True, kw_only=True, tag="quick_check"):
    """A first orientation: how routes look after a few answers, what is closed, what to find out, what was answered."""
