"""Offices, districts, municipalities, occupations, bodies and countries."""

from __future__ import annotations

from datetime import date
from typing import Literal

from employer_assistant.content.model.base import Confidence, Item, Text


class Address(Item, frozen=True, kw_only=True):
    """A postal address as far as it is known; ``remark`` says what it is if it is not plainly the visitors' address."""

    street: str = ""
    postcode: str = ""
    city: str = ""
    remark: Text | None = None


class Checked(Item, frozen=True, kw_only=True):
    """What this user confirmed or corrected of a desk. Never part of a pack: it is put in when content is read.

    ``field`` is empty for the desk as a whole. ``content`` is what the pack says, ``value`` what the user says.
    """

    field: str
    value: str
    content: str
    on: date
    by: str
    differs: bool = False


class Office(Item, frozen=True, kw_only=True):
    """A desk an employer may need. What was not found is named in ``missing``; low confidence is marked everywhere.

    ``phone_remark``: whose number it is if it is not plainly that of this address.
    ``funded_until``: the last day for which money is known to be voted, for desks that live on project money.
    """

    id: str
    role: str
    name: Text
    operator: Text | None = None
    districts: tuple[str, ...] = ()
    address: Address
    phone: str = ""
    phone_remark: Text | None = None
    email: str = ""
    web: str = ""
    hours: Text | None = None
    languages: tuple[str, ...] = ()
    services: tuple[Text, ...] = ()
    online: tuple[Text, ...] = ()
    note: Text | None = None
    missing: Text | None = None
    missing_fields: tuple[str, ...] = ()
    funded_until: date | None = None
    as_of: str
    confidence: Confidence
    sources: tuple[str, ...]
    checked: tuple[Checked, ...] = ()


class Competence(Item, frozen=True, kw_only=True):
    """Which place or fact decides which desk is in charge; ``role`` is the role of that desk."""

    id: str
    topic: Text
    rule: Text
    role: str
    norm: str
    kind: Literal["law", "practice"]
    sources: tuple[str, ...]


class District(Item, frozen=True, kw_only=True):
    """A Landkreis or kreisfreie Stadt of Saxony (five-digit key) with its desks."""

    id: str
    name: Text
    kind: str
    seat: str
    abh: str
    welcome_center: str | None = None
    welcome_center_fallback: str | None = None
    ihk: str
    hwk: str
    employment_agencies: tuple[str, ...]
    advice: tuple[str, ...]
    recognition_advice: tuple[str, ...]
    notes: tuple[Text, ...] = ()


class Municipality(Item, frozen=True, kw_only=True):
    """A Saxon municipality (AGS, eight digits) with its postcodes (© OpenStreetMap contributors, ODbL)."""

    id: str
    name: str
    district: str
    postcodes: tuple[str, ...]


class Occupation(Item, frozen=True, kw_only=True):
    """An occupation with its codes and the body that recognises foreign qualifications for it.

    ``also``: old and everyday names by which people look for it.
    ``regulated`` None = not verified. Empty ``bodies`` = not verified unless ``recognition`` says none is needed.
    """

    id: str
    name: Text
    also: tuple[str, ...] = ()
    kind: str
    group: str
    bodies: tuple[str, ...] = ()
    body_confidence: Confidence | None = None
    recognition: Literal["body", "none_needed", "unknown"]
    regulated: Literal["yes", "title", "partial", "no"] | None = None
    regulated_basis: Text | None = None
    health_or_care: bool | None = None
    qualified_training: bool | None = None
    training_law: str = ""
    kldb: tuple[str, ...] = ()
    isco08: tuple[str, ...] = ()
    isco08_alternatives: tuple[str, ...] = ()
    shortage_group: Literal["yes", "some", "no"] | None = None
    note: Text | None = None
    sources: tuple[str, ...] = ()


class Body(Item, frozen=True, kw_only=True):
    """A body that decides on recognition."""

    id: str
    name: Text
    competent_for: Text
    district: Text
    address: str = ""
    phone: str = ""
    phone_remark: Text | None = None
    email: str = ""
    web: str = ""
    fee: Text | None = None
    duration: Text | None = None
    online: Text | None = None
    note: Text | None = None
    languages: tuple[str, ...] = ()
    as_of: str
    confidence: Confidence
    sources: tuple[str, ...]
    checked: tuple[Checked, ...] = ()


class Mission(Item, frozen=True, kw_only=True):
    """A German mission abroad."""

    city: Text
    kind: str
    web: str = ""


class Country(Item, frozen=True, kw_only=True):
    """A state (ISO 3166 alpha-2). ``annex_38``: listed in the Annex to § 38 BeschV."""

    id: str
    name: Text
    also: tuple[str, ...] = ()
    group: Literal["eu", "eea", "ch", "third"]
    annex_38: bool | None = None
    visa_free_work: bool = False
    authentication: Literal["apostille", "legalisation", "verification", "mixed"] | None = None
    authentication_text: Text | None = None
    rules: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    missions: tuple[Mission, ...] = ()
    centre: Text | None = None
    languages: Text | None = None
    as_of: str = ""
    sources: tuple[str, ...] = ()
