"""The blocks of which forms are made, one module per block: a block and a sheet become parts of a paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from employer_assistant.papers import notation
from employer_assistant.papers.blocks.advice import advice, codes
from employer_assistant.papers.blocks.answers import answers
from employer_assistant.papers.blocks.contacts import contacts
from employer_assistant.papers.blocks.costs import costs
from employer_assistant.papers.blocks.cover import cover
from employer_assistant.papers.blocks.dates import dates
from employer_assistant.papers.blocks.desk_lists import desk_lists
from employer_assistant.papers.blocks.documents import documents
from employer_assistant.papers.blocks.fields import fields
from employer_assistant.papers.blocks.findings import findings
from employer_assistant.papers.blocks.folder import folder
from employer_assistant.papers.blocks.law_state import law_state
from employer_assistant.papers.blocks.own_tasks import own_tasks
from employer_assistant.papers.blocks.portfolio import portfolio
from employer_assistant.papers.blocks.quick_check import quick_check
from employer_assistant.papers.blocks.result import result
from employer_assistant.papers.blocks.routes import routes
from employer_assistant.papers.blocks.sources import sources
from employer_assistant.papers.blocks.steps import steps
from employer_assistant.papers.blocks.timeline import timeline
from employer_assistant.papers.blocks.words import words
from employer_assistant.papers.parts import Part
from employer_assistant.papers.sheet import Sheet

WRITE: dict[type[notation.Block], Callable[[Any, Sheet], list[Part]]] = {
    notation.Cover: cover,
    notation.Result: result,
    notation.Answers: answers,
    notation.Findings: findings,
    notation.Routes: routes,
    notation.Steps: steps,
    notation.DocumentsByDesk: documents,
    notation.Contacts: contacts,
    notation.Dates: dates,
    notation.Costs: costs,
    notation.Timeline: timeline,
    notation.Codes: codes,
    notation.Advice: advice,
    notation.DeskLists: desk_lists,
    notation.Fields: fields,
    notation.OwnTasks: own_tasks,
    notation.Folder: folder,
    notation.Portfolio: portfolio,
    notation.QuickCheck: quick_check,
    notation.LawState: law_state,
    notation.Words: words,
    notation.Sources: sources,
}
"""How each kind of block is written."""
