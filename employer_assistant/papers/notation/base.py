"""What all blocks of a form share."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from employer_assistant.content.model import Text

When = Literal[
    "always",
    "plan",
    "no_plan",
    "no_route_yet",
    "no_title_needed",
    "abroad",
    "in_germany",
    "accelerated",
    "not_accelerated",
    "accelerated_unsettled",
    "accelerated_to_ask",
    "accelerated_chosen",
    "accelerated_not_chosen",
    "to_hire",
    "to_employ",
    "to_train",
    "to_have_posted",
    "to_get_to_know",
    "may_work",
    "may_not_work_yet",
    "fits_now",
    "fits_later",
    "by_agency",
    "recognition",
    "recognition_running",
    "no_recognition",
    "wanted",
    "not_wanted",
]
"""In which cases a block is written; see `BaseBlock`."""


class BaseBlock(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="block"):
    """Base of all blocks. ``title`` replaces the usual heading; ``when``: only with, or without, a plan; without one
    only where a title is needed, or none is; only for a person abroad, or in Germany; only where the accelerated
    procedure can come, cannot come on the route, is not settled for want of a route, is to be asked for and not
    chosen, is chosen or not chosen for a person abroad; only to hire (to employ, to train or to have posted) or to
    get to know somebody; only where the document of a person in Germany allows the job already, or where none does;
    only where the route is open, or where something is still lacking; only where a private agency found the person;
    only where the plan has steps of recognition, where these are of an application that is already filed, or has
    none; only where it has one of the form's ``steps``, or has none. Of several all must hold.
    """

    title: Text | None = None
    when: When | tuple[When, ...] = "always"
