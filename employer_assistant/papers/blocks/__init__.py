"""The blocks of which forms are made, one module per block: a block and a sheet become parts of a paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from employer_assistant.papers import form
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

WRITE: dict[type[form.Block], Callable[[Any, Sheet], list[Part]]] = {
    form.Cover: cover,
    form.Result: result,
    form.Answers: answers,
    form.Findings: findings,
    form.Routes: routes,
    form.Steps: steps,
    form.DocumentsByDesk: documents,
    form.Contacts: contacts,
    form.Dates: dates,
    form.Costs: costs,
    form.Timeline: timeline,
    form.Codes: codes,
    form.Advice: advice,
    form.DeskLists: desk_lists,
    form.Fields: fields,
    form.OwnTasks: own_tasks,
    form.Folder: folder,
    form.Portfolio: portfolio,
    form.QuickCheck: quick_check,
    form.LawState: law_state,
    form.Words: words,
    form.Sources: sources,
}
"""How each kind of block is written."""
