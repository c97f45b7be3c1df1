"""The notation of forms: one block is one section of a paper, written in ``forms/*.yaml``."""

from __future__ import annotations

from employer_assistant.papers.notation.result import Answers, Cover, Findings, QuickCheck, Result, Routes
from employer_assistant.papers.notation.road import (
    Advice,
    Contacts,
    Costs,
    Dates,
    DeskLists,
    DocumentsByDesk,
    Folder,
    OwnTasks,
    Portfolio,
    Steps,
    Timeline,
)
from employer_assistant.papers.notation.words import Codes, Field, Fields, LawState, Link, Point, Sources, Words

__all__ = [
    "Advice",
    "Answers",
    "Block",
    "Codes",
    "Contacts",
    "Costs",
    "Cover",
    "Dates",
    "DeskLists",
    "DocumentsByDesk",
    "Field",
    "Fields",
    "Findings",
    "Folder",
    "LawState",
    "Link",
    "OwnTasks",
    "Point",
    "Portfolio",
    "QuickCheck",
    "Result",
    "Routes",
    "Sources",
    "Steps",
    "Timeline",
    "Words",
]

Block = (
    Cover
    | Result
    | Answers
    | Findings
    | Routes
    | Steps
    | DocumentsByDesk
    | Contacts
    | Dates
    | Costs
    | Timeline
    | Codes
    | Advice
    | DeskLists
    | Fields
    | OwnTasks
    | Folder
    | Portfolio
    | QuickCheck
    | LawState
    | Words
    | Sources
)
