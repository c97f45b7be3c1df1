"""How a test asks for a plan, and the day on which the tests stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from employer_assistant.plan.model import Plan

Planner: TypeAlias = Callable[..., Plan]
MONDAY = date(2026, 11, 23)
