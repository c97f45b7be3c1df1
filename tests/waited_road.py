"""A road that was walked: the answers of a trained worker abroad, accelerated, and the days on which things came."""

from __future__ import annotations

from datetime import date

from employer_assistant.rules.answers import Answer

ROUTE = "vocational-18a"
ANSWERS: dict[str, Answer] = {
    "job.offer": True,
    "job.purpose": "employment",
    "person.location": "abroad",
    "person.citizenship": ("IN",),
    "qualification.kind": "vocational",
    "qualification.recognition": "none",
    "job.regulated": "no",
}
EVENTS = {
    "advance_consent_issued": date(2026, 7, 28),
    "appointment_request": date(2026, 8, 4),
    "visa_application": date(2026, 10, 6),
}
"""The consent, a week later the request, and 63 days until the appointment."""
