"""The check of the content's meaning: every finding says where it stands, what is wrong and how to mend it.

What needs judging (can a condition be met at all?) is checked in ``rules.content_checks``, one floor up.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from employer_assistant.content.assemble import Assembly, Problem, assemble
from employer_assistant.content.checks.desks import check_confirmed, check_desk_lists, check_twins
from employer_assistant.content.checks.facts import check_facts
from employer_assistant.content.checks.fees import check_fees
from employer_assistant.content.checks.figure_periods import check_figures
from employer_assistant.content.checks.kinds import check_kinds
from employer_assistant.content.checks.languages import check_languages
from employer_assistant.content.checks.named import check_named
from employer_assistant.content.checks.plain_german import check_german
from employer_assistant.content.checks.references import check_references
from employer_assistant.content.checks.reporter import Listing, Located, Reporter
from employer_assistant.content.checks.routes import check_routes
from employer_assistant.content.checks.sources import check_register, check_sources
from employer_assistant.content.checks.steps import check_steps
from employer_assistant.content.checks.texts import check_texts
from employer_assistant.content.checks.ways import check_ways
from employer_assistant.content.checks.written import check_written
from employer_assistant.content.model import Content

Rule = Callable[[Content, Reporter], None]
RULES: tuple[Rule, ...] = (
    check_references,
    check_kinds,
    check_facts,
    check_figures,
    check_routes,
    check_steps,
    check_fees,
    check_sources,
    check_named,
    check_register,
    check_confirmed,
    check_desk_lists,
    check_twins,
    check_ways,
    check_languages,
    check_texts,
    check_german,
    check_written,
)


def check(assembly: Assembly, rules: tuple[Rule, ...] = RULES) -> list[Problem]:
    """Return the faults of meaning, by file and line; none if faults of form kept the content from being read."""
    if assembly.content is None:
        return []
    # figures as they are written: those of the content are computed already
    content = replace(assembly.content, figures=tuple(assembly.lists["figures"]))
    located = Located(Assembly(places=assembly.places))
    for rule in rules:
        rule(content, located)
    return sorted(set(located.assembly.problems))


def check_folder(folder: Path, rules: tuple[Rule, ...] = RULES) -> list[Problem]:
    """Return all faults of a folder of sources, of form and of meaning, by file and line."""
    assembly = assemble(folder)
    return sorted([*assembly.problems, *check(assembly, rules)])


def check_content(content: Content, rules: tuple[Rule, ...] = RULES) -> list[str]:
    """Return the faults of content whose sources are not at hand (a pack), by collection, id and path."""
    listing = Listing()
    for rule in rules:
        rule(content, listing)
    return sorted(set(listing.found))
