"""The closed family of tests and terms that content may use; never free code.

A *test* is judged met, unmet or unknown over a case; a *term* gives a number or a day. Both are data: they
are written in YAML with the tag ``test`` or ``term``, checked at build time and stored in the pack.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct


class _Test(Struct, frozen=True, forbid_unknown_fields=True, tag_field="test"):
    """Base of all tests."""


class _Term(Struct, frozen=True, forbid_unknown_fields=True, tag_field="term"):
    """Base of all terms."""


# ---- terms: a number (Decimal) or a day (date)


class FactTerm(_Term, frozen=True, tag="fact"):
    """The answer to a money, number or date fact."""

    fact: str


class FigureTerm(_Term, frozen=True, tag="figure"):
    """The value of a figure of law on the day asked."""

    figure: str


class Number(_Term, frozen=True, tag="number"):
    """A plain number of the rule itself (45 years, 36 months)."""

    value: Decimal


class Day(_Term, frozen=True, tag="day"):
    """A plain date of the rule itself."""

    on: date


class Today(_Term, frozen=True, tag="today"):
    """The day on which the case is judged."""


class Age(_Term, frozen=True, tag="age"):
    """Full years from the date fact to the day the condition counts to."""

    fact: str


class MonthsSince(_Term, frozen=True, tag="months_since"):
    """Full months from the date fact to the day the condition counts to."""

    fact: str


class YearsSince(_Term, frozen=True, tag="years_since"):
    """Full years from the date fact to the day the condition counts to."""

    fact: str


class MonthsBetween(_Term, frozen=True, tag="months_between"):
    """Months from one day to another; a begun month counts, so "at most 6" means within six months to the day."""

    start: Term
    end: Term


class DaysBetween(_Term, frozen=True, tag="days_between"):
    """Calendar days from one day to another."""

    start: Term
    end: Term


class Sum(_Term, frozen=True, tag="sum"):
    """The sum of several numbers."""

    of: tuple[Term, ...]


class Largest(_Term, frozen=True, tag="largest"):
    """The largest of several numbers."""

    of: tuple[Term, ...]


class Points(_Term, frozen=True, tag="points"):
    """A number of points if a test is met, otherwise nothing."""

    when: Test
    points: Decimal


Term = (
    FactTerm
    | FigureTerm
    | Number
    | Day
    | Today
    | Age
    | MonthsSince
    | YearsSince
    | MonthsBetween
    | DaysBetween
    | Sum
    | Largest
    | Points
)

# ---- tests: met, unmet or unknown


class Is(_Test, frozen=True, tag="is"):
    """The answer equals the value (``true`` and ``false`` for yes_no facts)."""

    fact: str
    value: str


class In(_Test, frozen=True, tag="in"):
    """The answer is one of the values; for several countries: at least one is."""

    fact: str
    values: tuple[str, ...]


class NotIn(_Test, frozen=True, tag="not_in"):
    """The answer is none of the values; for several countries: none is."""

    fact: str
    values: tuple[str, ...]


class AtLeast(_Test, frozen=True, tag="at_least"):
    """left >= right; for days: on or after."""

    left: Term
    right: Term


class AtMost(_Test, frozen=True, tag="at_most"):
    """left <= right; for days: on or before."""

    left: Term
    right: Term


class MoreThan(_Test, frozen=True, tag="more_than"):
    """left > right."""

    left: Term
    right: Term


class Before(_Test, frozen=True, tag="before"):
    """left < right, of numbers as of days."""

    left: Term
    right: Term


class LevelAtLeast(_Test, frozen=True, tag="level_at_least"):
    """A language level reaches another on none < a1 < a2 < b1 < b2 < c1 < c2."""

    fact: str
    level: Literal["a1", "a2", "b1", "b2", "c1", "c2"]


class BeginsWith(_Test, frozen=True, tag="begins_with"):
    """A code (ISCO-08) begins with one of the prefixes."""

    fact: str
    prefixes: tuple[str, ...]


class WithinYears(_Test, frozen=True, tag="within_years"):
    """A date lies not more than so many years back, to the day."""

    fact: str
    years: int


class CountryListed(_Test, frozen=True, tag="country_listed"):
    """The country stands on a list kept with the countries (Annex to § 38 BeschV)."""

    fact: str
    list: Literal["annex_38"]


class All(_Test, frozen=True, tag="all"):
    """Every part is met."""

    of: tuple[Test, ...]


class AnyOf(_Test, frozen=True, tag="any"):
    """At least one part is met."""

    of: tuple[Test, ...]


class Not(_Test, frozen=True, tag="not"):
    """The part is unmet."""

    of: Test


class ConditionMet(_Test, frozen=True, tag="condition"):
    """A condition of the same route; only in ``requires`` of a route."""

    condition: str


class RouteIs(_Test, frozen=True, tag="route"):
    """The plan is for one of these routes; only in steps."""

    routes: tuple[str, ...]


class ProcedureIs(_Test, frozen=True, tag="procedure"):
    """The plan follows this procedure; only in steps."""

    procedure: Literal["regular", "accelerated"]


Test = (
    Is
    | In
    | NotIn
    | AtLeast
    | AtMost
    | MoreThan
    | Before
    | LevelAtLeast
    | BeginsWith
    | WithinYears
    | CountryListed
    | All
    | AnyOf
    | Not
    | ConditionMet
    | RouteIs
    | ProcedureIs
)
