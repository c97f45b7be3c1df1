"""A made-up hire: a metalworker from Vietnam for a firm in Zittau."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from employer_assistant.cases.model import Case, DocumentState
from employer_assistant.papers.input import PaperInput

ON = date(2026, 11, 23)
METALWORKER = Case(
    title="Metallbauer aus Vietnam – Muster-Metallbau Zittau",
    answers={
        "job.purpose": "employment",
        "job.offer": True,
        "job.site_postcode": "02763",
        "job.occupation": "metallbauer",
        "job.level": "skilled",
        "job.gross_annual_salary": Decimal("36400.50"),
        "job.weekly_hours": Decimal(40),
        "job.full_time": True,
        "job.temporary_agency_work": False,
        "job.comparable_conditions": True,
        "job.start_wished": date(2027, 9, 1),
        "person.family_name": "Đặng",
        "person.given_names": "Thị Hồng",
        "person.birth_date": date(1996, 5, 17),
        "person.citizenship": ("VN",),
        "person.location": "abroad",
        "person.residence_country": "VN",
        "person.passport_valid": True,
        "person.entry_ban": False,
        "employer.record_clear": True,
        "person.german_level": "b1",
        "person.family_joins": "none",
        "qualification.kind": "vocational",
        "qualification.country": "VN",
        "qualification.training_years": Decimal(3),
        "qualification.completed_in_germany": "none",
        "qualification.recognition": "none",
    },
    route="vocational-18a",
    procedure="accelerated",
    ticks={"find-competent-offices": date(2026, 11, 18)},
    documents={
        "passport-copy": DocumentState("received", date(2026, 11, 20), "Seite 2 fehlt, Frau Ầ. Жук fragt nach"),
        "cv": DocumentState("asked"),
    },
)
Maker = Callable[..., PaperInput]
