"""Answers of the case inside texts of a form: ``{person.family_name}`` becomes the name, or a line to fill in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from employer_assistant.content.desks import address_lines, postal_lines
from employer_assistant.content.model import Body, Fact, Office
from employer_assistant.content.phrases import LANGUAGES
from employer_assistant.papers.declared import BOXES, towns
from employer_assistant.papers.desk_marks import desk_marks
from employer_assistant.papers.desks import typed_web
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.words import initials, money, span
from employer_assistant.plan.desk_of_step import places
from employer_assistant.plan.selection import in_germany
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.figures_then import PAY, pay_of_hire
from employer_assistant.rules.wording import answer_text, date_text

BLANK = "_" * 22
_FACT = re.compile(r"\{([a-z0-9_.:-]+)\}")
KINDS = {"degree": ("academic",), "training": ("vocational", "higher_vocational")}
NAMES = ("person.family_name", "person.given_names")
CONTACT = "employer.contact"
"""Whom the reader may ask: stays where personal data is reduced."""


def filled(sheet: Sheet, words: str) -> str:
    """Return the words with the answers of the case; an unknown one leaves a line to fill in."""
    return _FACT.sub(lambda found: value(sheet, found[1]) or BLANK, words)


def answers(sheet: Sheet, facts: Iterable[str]) -> str:
    """Return the known answers in one line, empty if there is none."""
    facts = tuple(facts)
    if len(facts) == 1:
        return value(sheet, facts[0])
    return sheet.joined(_labelled(sheet, fact) for fact in facts)


def _labelled(sheet: Sheet, name: str) -> str:
    """Return an answer that stands beside others: "yes" alone would not say to what."""
    said, fact = value(sheet, name), sheet.inputs.library.facts.get(name)
    return f"{sheet.words(fact.label)}: {said}" if said and fact is not None and fact.kind == "yes_no" else said


def value(sheet: Sheet, name: str) -> str:
    """Return an answer, something of the case itself (``case:…``) or of the desk of a role (``desk:…``), in words.

    ``letter_to:<role>`` is the desk as an address, ``marks:<role>`` how far its details can be relied on.
    """
    kind, _, rest = name.partition(":")
    if rest and kind in OF_DESKS:
        return OF_DESKS[kind](sheet, rest)
    if rest and kind == "case":
        return BOXES[rest](sheet) if rest in BOXES else _of_case(sheet, rest)
    inputs = sheet.inputs
    fact = inputs.library.facts[name]
    known = inputs.situation.value(name)
    return "" if known is None or known == UNKNOWN else told(sheet, fact, known)


def told(sheet: Sheet, fact: Fact, answer: Answer) -> str:
    """Return an answer as this paper may tell it: Yes and No are written like the labels of other answers; where
    personal data is reduced names become initials, and what else points to one person (days, addresses) is empty.
    """
    said = answer_text(fact, answer, sheet.inputs.library, sheet.language)
    said = said.capitalize() if isinstance(answer, bool) else said
    if not sheet.initials_only or not fact.sensitive or fact.kind not in ("text", "date") or fact.id == CONTACT:
        return said
    return initials(said) if fact.id in NAMES else ""


def _of_case(sheet: Sheet, name: str) -> str:
    inputs = sheet.inputs
    match name:
        case "today":
            return date_text(inputs.on, sheet.language)
        case "route":
            return sheet.words(inputs.route.route.title) if inputs.route else ""
        case "paragraph":
            return sheet.norm(inputs.route.route.paragraph) if inputs.route else ""
        case "first_day":
            return span(inputs.plan.finish, sheet.language) if inputs.plan else ""
        case "person":
            return " ".join(part for part in (value(sheet, fact) for fact in reversed(NAMES)) if part)
        case "job":
            return _job(sheet)
        case "term":
            return _term(sheet)
        case "site":
            return _site(sheet)
        case "residence":
            return (
                sheet.say("filled.germany")
                if in_germany(inputs.situation)
                else value(sheet, "person.residence_country")
            )
        case "degree_country" | "degree_recognition" | "training_country" | "training_recognition":
            return _of_qualification(sheet, *name.split("_"))
        case "monthly_pay" | "tariff_pay":
            return _monthly(sheet) if name == "monthly_pay" else _by_agreement(sheet)
        case _:
            raise KeyError(name)


def _of_qualification(sheet: Sheet, kind: str, fact: str) -> str:
    """Return an answer on the qualification where it is of that kind: forms ask about degree and training apart."""
    held = sheet.inputs.situation.value("qualification.kind")
    if held not in KINDS[kind]:
        return ""
    return _recognised(sheet) if fact == "recognition" else value(sheet, f"qualification.{fact}")


def _recognised(sheet: Sheet) -> str:
    """Return yes or no to "recognised or comparable?", with how far it is; empty if not known."""
    state = sheet.inputs.situation.value("qualification.recognition")
    return "" if state in (None, UNKNOWN) else sheet.say(f"filled.recognition.{state}")


def _term(sheet: Sheet) -> str:
    """Return until when the contract runs: the day before the same number, counted from its first day (§ 188 BGB)."""
    months = sheet.inputs.situation.value("job.contract_months")
    if not isinstance(months, Decimal):
        return ""
    if months == 0:
        return sheet.say("filled.permanent")
    start = sheet.inputs.situation.value("job.start_wished")
    if not isinstance(start, date):
        return sheet.say("filled.from-start", months=value(sheet, "job.contract_months"))
    last = start + relativedelta(months=int(months)) - timedelta(days=1)
    return sheet.say("filled.until", day=date_text(last, sheet.language))


def _site(sheet: Sheet) -> str:
    """Return postcode and municipality of the place of work; of several that share the postcode, which these are."""
    found = places(sheet.inputs.situation).work.municipality
    town = found.name if found else value(sheet, "job.site_municipality")
    known = " ".join(part for part in (value(sheet, "job.site_postcode"), town) if part)
    return known if town else sheet.joined((known, towns(sheet)))


def _monthly(sheet: Sheet) -> str:
    """Return gross pay per month: that of the training, else a twelfth of the year's pay."""
    fact = pay_of_hire(sheet.inputs.situation)
    pay = sheet.inputs.situation.value(fact)
    if not isinstance(pay, Decimal):
        return ""
    month = (pay / 12 if fact == PAY else pay).quantize(Decimal("0.01"))
    return sheet.say("filled.per-month", amount=money(month, sheet.language))


def _by_agreement(sheet: Sheet) -> str:
    """Return whether pay follows the collective agreement; a form asks this only where the firm is not free of one."""
    bound = sheet.inputs.situation.value("employer.collective_agreement")
    return "" if bound is False else value(sheet, "job.tariff_pay")


def _job(sheet: Sheet) -> str:
    """Return what the person is to do: the title of the job, else the occupation; training is named as such."""
    situation = sheet.inputs.situation
    title, occupation = value(sheet, "job.title"), value(sheet, "job.occupation")
    job = title or occupation
    if title and occupation and sheet.language in LANGUAGES[1:]:
        # the title is as typed, mostly German: the occupation says what it means
        job = sheet.say("filled.job", title=title, occupation=occupation)
    in_training = job and situation.value("job.purpose") == "apprenticeship"
    return sheet.say("filled.apprenticeship", job=job) if in_training else job


def _desk(sheet: Sheet, role: str) -> Office | Body | None:
    """Return the first desk of a role near the place of work."""
    found = places(sheet.inputs.situation).work.of_role(role)
    return found[0].desk if found else None


def desk_lines(sheet: Sheet, role: str) -> str:
    """Return name, address, phone, e-mail and web of the desk of a role, a line each."""
    desk = _desk(sheet, role)
    if desk is None:
        return ""
    address = ", ".join(address_lines(desk, sheet.spoken))
    return "\n".join((sheet.words(desk.name), address, *_ways(sheet, desk, desk.phone, desk.web)))


def desk_from_abroad(sheet: Sheet, role: str) -> str:
    """Return a desk in few lines for somebody abroad: the bare address, the phone number with the country's code."""
    desk = _desk(sheet, role)
    if desk is None:
        return ""
    phone = f"+49 {desk.phone[1:]}" if desk.phone.startswith("0") else desk.phone
    *calls, web = _ways(sheet, desk, phone, typed_web(desk.web)) or [""]
    place = ", ".join(part for part in (sheet.words(desk.name), *postal_lines(desk)) if part)
    return "\n".join(line for line in (place, web, ", ".join(calls)) if line)


def _ways(sheet: Sheet, desk: Office | Body, phone: str, web: str) -> list[str]:
    return [
        sheet.say("filled.way", label=sheet.say(f"contacts.{way}"), value=found)
        for way, found in (("phone", phone), ("email", desk.email), ("web", web))
        if found
    ]


def letter_to(sheet: Sheet, role: str) -> str:
    """Return the desk of a role as an address on a letter (DIN 5008): name, street, place, in German for the post."""
    desk = _desk(sheet, role)
    return "\n".join((desk.name.de, *postal_lines(desk))) if desk else ""


def _marks(sheet: Sheet, role: str) -> str:
    desk = _desk(sheet, role)
    return ", ".join(desk_marks(desk, sheet.inputs.on, sheet.language)) if desk else ""


OF_DESKS: dict[str, Callable[[Sheet, str], str]] = {"desk": desk_lines, "letter_to": letter_to, "marks": _marks}
