"""Faults to plant in the content, one each, and what the check has to say about it.

Each row: name, file, change, beginning of the message, part of the line that the message names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Items = dict[str, Any]
Fault = tuple[str, str, Callable[[Items], object], str, str]

CARD = "routes/blue-card-regular.yaml"
SHARED = "conditions/shared.yaml"
PERMISSION = "steps/permission.yaml"
JOB = "facts/job.yaml"
ARRIVAL = "steps/arrival.yaml"
FIGURES = "figures.yaml"
PAY = {"test": "at_least", "left": {"term": "fact", "fact": "job.gross_annual_salary"}}
G8 = "general-conditions.g8"
NUMBER = {"term": "number", "value": "5"}
TODAY = {"term": "today"}


def text(words: str) -> dict[str, str]:
    """Return a text with German words."""
    return {"de": words, "en": "Text"}


def card(change: Callable[[Items], object], condition: int = 3) -> Callable[[Items], object]:
    """Change one condition of the Blue Card (its salary, unless named)."""
    return lambda items: change(items["blue-card-regular"]["conditions"][condition])


def judged_by(**test: Any) -> Callable[[Items], object]:
    """Give the salary condition of the Blue Card another test."""
    return card(lambda condition: condition.update(met_when=test))


def words(fact: str, key: str, sentence: str) -> Callable[[Items], object]:
    """Write a text of a fact."""
    return lambda items: items[fact].update({key: text(sentence)})


FORM: list[Fault] = [
    ("unknown key", JOB, lambda i: i["job.offer"].update(colour="red"), "The key 'colour' is not known", "colour"),
    ("missing language", JOB, lambda i: i["job.offer"]["why"].pop("en"), "The text has no 'en'", "why"),
    ("desk of a fact", JOB, lambda i: i["job.offer"].update(asked_when_unknown="zap"),
     "Invalid enum value 'zap'", "asked_when_unknown"),
    ("no one responsible", PERMISSION, lambda i: i["abh-fee"].pop("responsible"),
     "The key 'responsible' is", "abh-fee"),
    ("no title", PERMISSION, lambda i: i["abh-fee"].pop("title"), "The key 'title' is missing", "abh-fee"),
    ("phase", PERMISSION, lambda i: i["abh-fee"].update(phase="later"), "Invalid enum value 'later'", "phase"),
    ("figure without period", FIGURES, lambda i: i["bbg-rv-year"]["values"][0].pop("valid_from"),
     "The key 'valid_from' is missing", "value"),
    ("test unknown", CARD, judged_by(test="eval", code="1"), "Invalid value 'eval'", "test: eval"),
    ("level unknown", CARD, judged_by(test="level_at_least", fact="person.german_level", level="b3"),
     "Invalid enum value 'b3'", "level"),
    ("id twice", JOB, lambda i: i["job.level"].update(id="job.offer"), "The id 'job.offer' is used twice", "id"),
]  # fmt: skip

REFERENCES: list[Fault] = [
    ("fact of a test", CARD, judged_by(test="is", fact="job.nothing", value="true"),
     "'job.nothing' is not among the facts", "job.nothing"),
    ("state of a remark", PERMISSION, lambda i: i["abh-fee"].update(hints=[{**text("Ein Satz."), "countries": ["QQ"]}]),
     "'QQ' is not among the countries", "QQ"),
    ("fact of a note", CARD, lambda i: i["blue-card-regular"].update(pitfalls=[{**text("Ein Satz."),
     "when": {"test": "is", "fact": "job.nothing", "value": "true"}}]),
     "'job.nothing' is not among the facts", "job.nothing"),
    ("fact of a term", CARD, judged_by(**{**PAY, "left": {"term": "fact", "fact": "job.no"}}, right=NUMBER),
     "'job.no' is not among the facts", "job.no"),
    ("figure", CARD, judged_by(**PAY, right={"term": "figure", "figure": "blue-card"}),
     "'blue-card' is not among the figures", "blue-card"),
    ("remedy step", CARD, card(lambda c: c.update(remedy_steps=["raise-pay"])), "'raise-pay' is not", "raise-pay"),
    ("same_as", CARD, card(lambda c: c.update(same_as="general-conditions.g99")),
     "'general-conditions.g99' is", "g99"),
    ("condition in requires", CARD,
     lambda i: i["blue-card-regular"]["requires"]["of"].append({"test": "condition", "condition": "academic-18b.c1"}),
     "'academic-18b.c1' is no condition of this route", "test: condition"),
    ("applies_to", SHARED, lambda i: i["general-conditions.g1"]["applies_to"].append("blue-card"),
     "'blue-card' is not among the routes", "blue-card"),
    ("route of a step", PERMISSION, lambda i: i["abh-fee"]["applies_to"].append("blue-card"),
     "'blue-card' is not among the routes, nor 'all'", "blue-card"),
    ("route of a test", PERMISSION, lambda i: i["abh-fee"].update(when={"test": "route",
     "routes": ["academic-18b", "x"]}),
     "'x' is not among the routes", "- x"),
    ("depends_on", PERMISSION, lambda i: i["abh-fee"].update(depends_on=["nothing"]), "'nothing' is not", "nothing"),
    ("document", PERMISSION, lambda i: i["abh-fee"].update(documents=["bill"]),
     "'bill' is not among the docu", "bill"),
    ("role", PERMISSION, lambda i: i["abh-fee"].update(office="moon"), "'moon' is not among the roles", "moon"),
    ("deadline event", PERMISSION, lambda i: i["abh-fee"]["deadlines"][0].update(anchor_event="full_moon"),
     "'full_moon' is not among the events", "full_moon"),
    ("anchor", "events.yaml", lambda i: i["first_payroll"].update(anchors=["start:nothing"]),
     "'start:nothing' is not among the events, date facts", "start:nothing"),
    ("anchor no date", "events.yaml", lambda i: i["first_payroll"].update(anchors=["job.offer"]),
     "'job.offer' is not among the events, date facts", "job.offer"),
    ("source", SHARED, lambda i: i["general-conditions.g1"]["sources"].append("hearsay"),
     "'hearsay' is not", "hearsay"),
    ("source of a duration", PERMISSION, lambda i: i["abh-fee"]["duration"].update(source="hearsay"),
     "'hearsay' is not among the sources", "hearsay"),
    ("office", "districts.yaml", lambda i: i["14521"].update(abh="abh-nowhere"),
     "'abh-nowhere' is not", "abh-nowhere"),
    ("office district", "offices.yaml", lambda i: i["wc-erzgebirge"].update(districts=["99999"]),
     "'99999' is", "99999"),
    ("municipality district", "places/municipalities.yaml", lambda i: i["14521010"].update(district="99999"),
     "'99999' is not among the districts", "99999"),
    ("body", "occupations/regulated_health.yaml", lambda i: i["pflegefachmann"].update(bodies=["guild"]),
     "'guild' is not among the bodies", "guild"),
    ("country", CARD, judged_by(test="in", fact="person.citizenship", values=["XX"]),
     "'person.citizenship' has no value 'XX'", "met_when"),
    ("occupation", CARD, judged_by(test="in", fact="job.occupation", values=["wizard"]),
     "'job.occupation' has no value 'wizard'", "met_when"),
    ("section", JOB, lambda i: i["job.offer"].update(group="leisure"), "'leisure' is not among the sections", "group"),
    ("step of a fact", JOB, lambda i: i["job.offer"].update(steps=["nothing"]), "'nothing' is not among", "nothing"),
    ("detail", "interview.yaml", lambda i: i["details"].append("job.nothing"), "'job.nothing' is not", "job.nothing"),
]  # fmt: skip

TEXTS: list[Fault] = [
    ("placeholders differ", JOB, lambda i: i["job.offer"].update(help={"de": "Ab {n}.", "en": "From {m}."}),
     "German and English have different placeholders: m, n", "help"),
    ("placeholder without name", JOB, lambda i: i["job.offer"].update(help={"de": "Ab {}.", "en": "From {}."}),
     "A placeholder has no proper name", "help"),
    ("bracket", JOB, lambda i: i["job.offer"].update(help={"de": "Ab {n.", "en": "From {n}."}),
     "A curly bracket", "help"),
    ("empty", JOB, lambda i: i["job.offer"].update(help={"de": "Ja.", "en": ""}), "The text is empty", "en:"),
    ("doubled space", JOB, words("job.offer", "help", "Ja,  genau."), "There is a doubled", "de:"),
    ("trailing space", PERMISSION, lambda i: i["abh-fee"].update(norms=["§ 1 "]), "There is a doubled", "§ 1"),
    ("two characters for one", JOB, words("job.offer", "help", "Fu\u0308r Sie."), "A letter is composed", "de:"),
]  # fmt: skip

FIGURE_FAULTS: list[Fault] = [
    ("no value", FIGURES, lambda i: i["livelihood-16b-study-level"].update(values=[]),
     "The figure has no value", "- id"),
    ("no source", FIGURES, lambda i: i["livelihood-16b-study-level"]["values"][1].update(sources=[]),
     "The value has no source", "sources"),
    ("no norm", FIGURES, lambda i: i["livelihood-16b-study-level"]["values"][1].update(norm=""),
     "The value has no norm", "norm"),
    ("overlap", FIGURES, lambda i: i["livelihood-16b-study-level"]["values"][0].update(valid_to="2025-01-01"),
     "Two values of the status 'in_force' hold on the same day", "value"),
    ("base missing", FIGURES, lambda i: i["blue-card-regular"].update(base="ceiling"),
     "'ceiling' is not among", "base"),
    ("backwards", FIGURES, lambda i: i["livelihood-16b-study-level"]["values"][0].update(valid_to="2023-01-01"),
     "'valid_to' lies before 'valid_from'", "valid_to"),
    ("value and day", FIGURES, lambda i: i["livelihood-16b-study-level"]["values"][0].update(day="2024-01-01"),
     "A value has either", "value"),
    ("no base", FIGURES, lambda i: i["blue-card-regular"].pop("base"),
     "There is a 'percentage' but no 'base'", "percentage"),
    ("no percentage", FIGURES, lambda i: i["blue-card-regular"].pop("percentage"), "There is a 'base' but no", "base"),
    ("computed and written", FIGURES,
     lambda i: i["blue-card-regular"].update(values=[{"value": "1", "valid_from": "2026-01-01", "status": "in_force",
                                                      "norm": "§ 1", "sources": ["law-aufenthg"]}]),
     "The values are computed from 'base'", "values"),
]  # fmt: skip

KINDS: list[Fault] = [
    ("choice value", CARD, judged_by(test="is", fact="job.purpose", value="fun"),
     "'job.purpose' has no value 'fun'", "met_when"),
    ("yes_no value", CARD, judged_by(test="is", fact="job.offer", value="yes"),
     "'job.offer' has no value 'yes'", "met_when"),
    ("no level", CARD, judged_by(test="level_at_least", fact="job.purpose", level="b1"),
     "'level_at_least' needs a lang", "fact"),
    ("level of a number", CARD, judged_by(test="level_at_least", fact="job.weekly_hours", level="b1"),
     "'level_at_least' needs a language level, but 'job.weekly_hours' is of kind number", "fact"),
    ("number as a value", CARD, judged_by(test="in", fact="job.contract_months", values=["0"]),
     "'in' needs a fact", "fact"),
    ("number and day", CARD, judged_by(**PAY, right=TODAY), "A number is compared with a day", "met_when"),
    ("choice measured", CARD, judged_by(test="at_least", left={"term": "fact", "fact": "job.purpose"}, right=NUMBER),
     "'fact' needs a number or a date, but 'job.purpose' is of kind choice", "fact"),

        ("age of a number", CARD,
     judged_by(test="at_least", left={"term": "age", "fact": "job.weekly_hours"}, right=NUMBER),
     "'age' needs a date", "fact"),
    ("span of numbers", CARD,
     judged_by(test="at_least", left={"term": "days_between", "start": NUMBER, "end": TODAY}, right=NUMBER),
     "'start' must be a day", "start"),
    ("code of a choice", CARD, judged_by(test="begins_with", fact="job.purpose", prefixes=["25"]),
     "'begins_with' needs", "fact"),
    ("prefix", CARD, judged_by(test="begins_with", fact="job.isco08", prefixes=["x"]),
     "A prefix of a code", "met_when"),
    ("years of a choice", CARD, judged_by(test="within_years", fact="job.purpose", years="5"),
     "'within_years' needs", "fact"),
    ("list of countries", CARD, judged_by(test="country_listed", fact="person.citizenship", list="annex_38"),
     "'country_listed' needs one country", "fact"),
    ("empty list", CARD, judged_by(test="all", of=[]), "The list 'of' is empty", "of"),
    ("condition in a condition", CARD, judged_by(test="condition", condition="blue-card-regular.c1"),
     "A test 'condition' may stand in 'requires' of a route only", "met_when"),
    ("route in a condition", CARD, judged_by(test="route", routes=["academic-18b"]),
     "A test 'route' may stand", "met_when"),
]  # fmt: skip

ROUTE_FAULTS: list[Fault] = [
    ("rank", CARD, lambda i: i["blue-card-regular"].update(rank="99"), "The ranks run from 1 to", "rank"),
    ("ruling", CARD, lambda i: i["blue-card-regular"]["ba_approval"].update(value="maybe"),
     "'maybe' is no ruling", "value"),
    ("not required", CARD, lambda i: i["blue-card-regular"]["requires"]["of"].pop(),
     "'blue-card-regular.c7' never m", "id"),
    ("test in requires", CARD,
     lambda i: i["blue-card-regular"]["requires"]["of"].append({"test": "is", "fact": "job.offer", "value": "true"}),
     "'requires' joins conditions", "test: is"),
    ("duty required", CARD, card(lambda c: c.update(effect="duty")), "'blue-card-regular.c3' does not block", "test"),
    ("applies_to of an own one", CARD, card(lambda c: c.update(applies_to=["academic-18b"])),
     "'blue-card-regular.c3' is no shared condition", "id"),
    ("same_as elsewhere", CARD, card(lambda c: c.update(same_as="general-conditions.g4")),
     "'general-conditions.g4' does not apply to this route", "id"),
    ("not_needed of an own one", CARD, lambda i: (i["blue-card-regular"]["requires"]["of"].pop(),
     i["blue-card-regular"]["conditions"][-1].update(effect="not_needed")),
     "'blue-card-regular.c7': only a shared condition", "id"),
    ("condition id twice", CARD, lambda i: (i["blue-card-regular"]["requires"]["of"][-1].update(condition=G8),
     i["blue-card-regular"]["conditions"][-1].update(id=G8)), f"The id '{G8}' is used twice", "id"),
    ("applies_if", SHARED,
     lambda i: i["general-conditions.g4"].update(
         applies_if={"researcher-18d": {"test": "is", "fact": "job.offer", "value": "true"}}),
     "'applies_if' names 'researcher-18d', which", "id"),
    ("applies nowhere", SHARED, lambda i: i["general-conditions.g6"].update(applies_to=[]),
     "'general-conditions.g6' never", "id"),
    ("period backwards", SHARED,
     lambda i: i["general-conditions.g6"].update(valid_from="2026-01-01", valid_to="2025-01-01"),
     "'general-conditions.g6': 'valid_to' lies before", "id"),
]  # fmt: skip

RULESET_FAULTS: list[Fault] = [
    ("blocks", "rulesets.yaml", lambda i: i["already-in-germany"]["conditions"][0].pop("effect"),
     "'already-in-germany.c1' stands beside the routes", "id"),
    ("id twice", "rulesets.yaml", lambda i: i["already-in-germany"]["conditions"][0].update(id=G8),
     f"The id '{G8}' is used twice", "id"),
    ("no source", "rulesets.yaml", lambda i: i["already-in-germany"]["conditions"][0].update(sources=[]),
     "No source is named", "sources"),
    ("figure of an event", "events.yaml", lambda i: i["title_expiry"].update(contract_plus="nothing"),
     "'nothing' is not among the figures", "contract_plus"),
]  # fmt: skip

FACT_FAULTS: list[Fault] = [
    ("dead question", JOB, lambda i: i["job.title"].update(papers=[], steps=[]), "The question changes nothing", "id"),
    ("choices of yes_no", JOB, lambda i: i["job.offer"].update(choices=[{"value": "a", "label": text("Ja")}]),
     "A fact of kind choice, and no other", "choices"),
    ("choice without choices", JOB, lambda i: i["job.title"].update(kind="choice"),
     "A fact of kind choice, and", "id"),
    ("two ways to follow", JOB, lambda i: i["job.is_ict"]["derived"][0].update(fact="job.offer"),
     "A derivation has exactly one of", "when"),
    ("value that cannot follow", JOB, lambda i: i["job.is_ict"]["derived"][0].update(value="perhaps"),
     "'job.is_ict' has no value 'perhaps'", "value"),
    ("other kind", JOB, lambda i: i["job.is_ict"].update(derived=[{"fact": "job.level"}]),
     "A fact of kind choice gives no yes_no", "fact"),
    ("circle", JOB, lambda i: i["job.offer"].update(derived=[{"fact": "job.offer"}]),
     "The fact follows from itself", "derived"),
    ("no reason for the levers left out", JOB, lambda i: i["job.purpose"].pop("lever_why"),
     "'lever_why' says why", "id"),
    ("a reason for nothing", JOB, lambda i: i["job.full_time"].update(lever_why="because"),
     "'lever_why' says why", "id"),
    ("lever to a value that is none", JOB, lambda i: i["job.purpose"]["lever_to"][0].update(value="perhaps"),
     "'job.purpose' has no value 'perhaps'", "value"),
    ("lever on what nobody changes", JOB, lambda i: i["job.isco08"].update(far_reaching=True),
     "Nobody can change the fact", "id"),
    ("not in the order", "interview.yaml", lambda i: i["order"].remove("job.offer"),
     "The order of the interview names", "order"),
    ("typical of nothing", "interview.yaml", lambda i: i["typical"][0]["answers"].update({"job.level": "boss"}),
     "'job.level' is no fact, or has no value 'boss'", "answers"),
    ("twice in the order", "interview.yaml", lambda i: i["order"].append("job.offer"),
     "The order of the interview", "order"),
    ("empty section", "interview.yaml", lambda i: i["sections"].append({"id": "leisure", "title": text("Freizeit")}),
     "No fact belongs to the section 'leisure'", "id"),
]  # fmt: skip

STEP_FAULTS: list[Fault] = [
    ("circle", PERMISSION, lambda i: i["abh-fee"].update(depends_on=["abh-fee"]),
     "The step waits for itself", "depends_on"),
    ("no route", PERMISSION, lambda i: i["abh-fee"].update(applies_to=[]), "No route ever reaches", "applies_to"),
    ("no route with that procedure", PERMISSION, lambda i: i["abh-fee"].update(applies_to=["short-term-quota-15d"]),
     "No route ever reaches this step", "applies_to"),
    ("two milestones", PERMISSION, lambda i: i["abh-fee"].update(milestone="first_working_day"),
     "'first-working-day' is a milestone of the same routes", "milestone"),
    ("contingent milestone", ARRIVAL, lambda i: i["first-working-day"].update(contingent="true"),
     "The milestone ends every plan", "milestone"),
    ("half a duration", PERMISSION, lambda i: i["abh-fee"]["duration"].pop("unit"),
     "A duration has 'min'", "duration"),
    ("duration backwards", PERMISSION, lambda i: i["abh-fee"]["duration"].update(min="9"),
     "A duration runs from", "duration"),
    ("half a deadline", PERMISSION, lambda i: i["abh-fee"]["deadlines"][0].update(value="3"),
     "A deadline has both", "text"),
    ("law without norm", PERMISSION, lambda i: i["power-of-attorney"]["deadlines"][0].update(norm=""),
     "A deadline of law names", "text"),
    ("half a fee", PERMISSION, lambda i: i["abh-fee"]["fee"].pop("max"), "A fee has both", "fee"),
    ("fee backwards", PERMISSION, lambda i: i["abh-fee"]["fee"].update(max="1"), "'max' is less than 'min'", "max"),
    ("unknown fee", PERMISSION, lambda i: i["abh-fee"].update(fee={"payer": "employer"}),
     "The fee is not known", "fee"),
]  # fmt: skip

SOURCE_FAULTS: list[Fault] = [
    ("condition", SHARED, lambda i: i["general-conditions.g6"].update(sources=[]), "No source is named", "sources"),
    ("own condition", CARD, card(lambda c: c.update(sources=[])), "No source is named", "sources"),
    ("route", "routes/ict-card-19.yaml", lambda i: i["ict-card-19"].update(sources=[]),
     "No source is named", "sources"),
    ("step", PERMISSION, lambda i: i["abh-consultation"].update(sources=[]), "No source is named", "norms"),
    ("document", "documents.yaml", lambda i: i["passport-copy"].update(sources=[]),
     "No source is named. Name where this was read, or write", "id"),
    ("unchecked with source", "documents.yaml", lambda i: i["recognition-cv"].update(checked="false"),
     "The document has sources but is marked unchecked", "checked"),
    ("change of law", "law/changes.yaml", lambda i: i["visa-portal"].update(sources=[]), "No source is named",
     "sources"),
    ("disputed point", "law/disputes.yaml", lambda i: i["short-term-ten"].update(sources=[]), "No source is named",
     "sources"),
    ("user's entry", "offices.yaml", lambda i: i["abh-dresden"].update(
        checked=[{"field": "", "value": "", "content": "", "on": "2026-11-22", "by": "AB"}]),
     "What a user confirmed is never part", "checked"),
]  # fmt: skip

VI = "languages/vi.yaml"


def vietnamese(change: Callable[[dict[str, str]], object]) -> Callable[[Items], object]:
    """Change the texts of the candidate's sheet in Vietnamese."""
    return lambda items: change(items["vi"]["texts"])


NAMED: list[Fault] = [
    ("page without source", CARD,
     lambda i: i["blue-card-regular"].update(pitfalls=[text("So steht es auf beispiel.eu.")]),
     "A text names 'beispiel.eu'", "sources"),
    ("law without source", CARD, card(lambda c: c.update(explain=text("So sagt es § 72 SGB XI."))),
     "A text names 'SGB XI'", "sources"),
]  # fmt: skip

DESKS = "offices.yaml"
REACHED: list[Fault] = [
    ("phone of another town", DESKS,
     lambda i: i["faire-integration"].update(address={"street": "Egelstraße 4", "city": "Leipzig"}),
     "The desk is in Leipzig, its phone in Dresden", "phone"),
    ("channel without address", DESKS, lambda i: i["wc-dresden"].update(note=text("Termine laufen per E-Mail.")),
     "A text sends people to a way of which 'email' knows nothing", "note"),
    ("host of before", DESKS, lambda i: i["abh-meissen"].update(web="http://www.kreis-meissen.org/17218.html"),
     "The desk names 'kreis-meissen.de' and 'kreis-meissen.org'", "web"),
    ("missing and there", DESKS, lambda i: i["abh-meissen"].update(missing_fields=["phone"]),
     "'phone' is said to be missing and stands there", "missing_fields"),
]  # fmt: skip

AGREEMENT: list[Fault] = [
    ("fee and figure", PERMISSION, lambda i: i["abh-fee"]["fee"].update(min="420", max="420"),
     "The figure 'fee-81a' is 411 €", "fee"),
    ("figure of a fee", PERMISSION, lambda i: i["abh-fee"]["fee"].update(figures=["fee-81b"]),
     "'fee-81b' is not among the figures", "fee-81b"),
    ("desk of a list", "desk_lists/missions-asia.yaml",
     lambda i: i["visa-taschkent-16a"].update(desks=["mission:Taschkent"]),
     "There is no desk 'mission:Taschkent'", "Tasch"),
    ("body of a list", "desk_lists/recognition.yaml",
     lambda i: i[next(iter(i))].update(desks=["ihk-dresden"]), "There is no desk 'ihk-dresden'", "ihk-dresden"),
    ("twins", "bodies.yaml", lambda i: i["ihk-fosa"].update(phone="0911 1"),
     "The office of the same id says '0911 81506-0'", "0911 1"),
    ("twins' address", "bodies.yaml", lambda i: i["hwk-leipzig"].update(address="Weg 1, 04103 Leipzig"),
     "The office of the same id says 'Dresdner", "Weg 1"),
    ("role of a competence", "competence.yaml", lambda i: i["visa"].update(role="consul"),
     "'consul' is not among the roles of offices", "consul"),
    ("competence without source", "competence.yaml", lambda i: i["visa"].update(sources=[]),
     "No source is named", "sources"),
    ("key of no text", VI, vietnamese(lambda t: t.update({"documents.passports.title": "Hộ chiếu"})),
     "'documents.passports.title' names no text", "documents.passports.title"),
    ("text missing in one language", VI, vietnamese(lambda t: t.pop("documents.passport.title")),
     "'documents.passport.title' has no text here", "texts"),
    ("other words missing in one language", VI, vietnamese(lambda t: t.pop("steps.zab-statement.instead.applied.what")),
     "'steps.zab-statement.instead.applied.what' has no text here", "texts"),
    ("other words without a key", "steps/recognition.yaml",
     lambda i: i["dab"].update(instead=[{"when": dict(IS_OFFER), "what": text("Warten Sie.")}]),
     "Other words for a step of the worker need a key", "when"),
    ("name of a route missing in one language", VI, vietnamese(lambda t: t.pop("routes.vocational-18a.short")),
     "'routes.vocational-18a.short' has no text here", "texts"),
    ("condition missing in one language", VI, vietnamese(lambda t: t.pop("only_if.mission")),
     "'only_if.mission' has no text here", "texts"),
    ("condition of nothing", VI, vietnamese(lambda t: t.update({"only_if.rain": "Khi trời mưa"})),
     "'only_if.rain' names no text", "only_if.rain"),
    ("condition of the worker without a key", "steps/visa.yaml",
     lambda i: i["visa-documents"]["documents_if"].append({"document": "passport", "text": text("bei Regen")}),
     "A condition of a paper of the worker needs a key", "passport"),
    ("one key for two conditions", "steps/visa.yaml",
     lambda i: i["visa-documents"]["documents_if"].append(
         {"document": "passport", "key": "mission", "text": text("bei Regen")}),
     "'mission' has other words elsewhere", "passport"),
    ("official key", VI, lambda i: i["vi"]["official"].append("forms.gold"),
     "'forms.gold' is called official", "forms.gold"),
    ("placeholder", VI, vietnamese(lambda t: t.update({"documents.passport.title": "Hộ chiếu {n}"})),
     "'documents.passport.title' has other placeholders", "documents.passport.title"),
    ("source without address", "sources.yaml", lambda i: i["law-aufenthg"].pop("url"),
     "Nobody can open this source", "law-aufenthg"),
    ("state without source", "countries.yaml", lambda i: i["VN"].pop("as_of"),
     "What is said of this state needs", "VN"),
]  # fmt: skip

IS_OFFER = {"test": "is", "fact": "job.offer", "value": "true"}
NO_OFFER = {"test": "is", "fact": "job.offer", "value": "false"}
YOUNG = {
    "test": "before",
    "left": {"term": "age", "fact": "person.birth_date"},
    "right": {"term": "number", "value": "45"},
}
OLD = {
    "test": "at_least",
    "left": {"term": "age", "fact": "person.birth_date"},
    "right": {"term": "number", "value": "45"},
}
NEVER, ALWAYS = "No answers can meet this test", "All answers meet this test"

JUDGED: list[Fault] = [
    ("never met", CARD, judged_by(test="all", of=[IS_OFFER, NO_OFFER]), NEVER, "met_when"),
    ("always met", CARD, judged_by(test="any", of=[IS_OFFER, {"test": "not", "of": IS_OFFER}]), ALWAYS, "met_when"),
    ("ages apart", CARD, judged_by(test="all", of=[YOUNG, OLD]), NEVER, "met_when"),
    ("ages together", CARD, judged_by(test="any", of=[YOUNG, OLD]), ALWAYS, "met_when"),
    ("figures apart", CARD,
     judged_by(test="all", of=[
         {**PAY, "right": {"term": "figure", "figure": "blue-card-regular"}},
         {**PAY, "test": "before", "right": {"term": "figure", "figure": "blue-card-reduced"}}]),
     NEVER, "met_when"),
    ("all countries", CARD,
     judged_by(test="any", of=[{"test": "in", "fact": "person.citizenship", "values": ["VN"]},
                             {"test": "not_in", "fact": "person.citizenship", "values": ["VN"]}]),
     ALWAYS, "met_when"),
    ("ruling", CARD,
     lambda i: i["blue-card-regular"]["ba_approval"].update(
         cases=[{"value": "required", "when": {"test": "all", "of": [IS_OFFER, NO_OFFER]}}]),
     NEVER, "when"),
    ("applies_if", SHARED,
     lambda i: i["general-conditions.g4"].update(
         applies_if={"vocational-18a": {"test": "all", "of": [IS_OFFER, NO_OFFER]}}),
     NEVER, "vocational-18a"),
    ("derivation", JOB,
     lambda i: i["job.is_ict"].update(derived=[{"when": {"test": "any", "of": [IS_OFFER, NO_OFFER]}, "value": "true"}]),
     ALWAYS, "when"),
    ("step in no plan", PERMISSION,
     lambda i: i["abh-3-day-invitation"].update(when={"test": "procedure", "procedure": "regular"}),
     NEVER, "when"),
    ("document against its step", PERMISSION,
     lambda i: i["abh-fee"].update(documents_if=[{"document": "passport-copy", "when":
         {"test": "is", "fact": "person.location", "value": "germany"}}]),
     NEVER, "when"),
    ("document as its step", "steps/arrival.yaml",
     lambda i: i["check-title-before-work"].update(
         when={"test": "in", "fact": "person.location", "values": ["germany"]},
         documents_if=[{"document": "visa", "when": {"test": "is", "fact": "person.location", "value": "germany"}}]),
     ALWAYS, "when"),
    ("span of an event", "events.yaml", lambda i: i["visa_expiry"]["cases"][0].update(when={"test": "all", "of": [
        {"test": "procedure", "procedure": "regular"}, {"test": "procedure", "procedure": "accelerated"}]}),
     NEVER, "when"),
    ("ruleset", "rulesets.yaml",
     lambda i: i["already-in-germany"].update(when={"test": "any", "of": [IS_OFFER, NO_OFFER]}), ALWAYS, "when"),
    ("event twice in a plan", PERMISSION, lambda i: i["abh-fee"].update(finish_event="precheck_sent"),
     "The event 'precheck_sent' is also that of 'abh-first-contact'", "finish_event"),
    ("two derivations at once", JOB, lambda i: i["job.tariff_pay"].update(derived=[
        {"when": {"test": "is", "fact": "employer.collective_agreement", "value": "true"}, "value": "true"},
        {"when": {"test": "is", "fact": "employer.church_rules", "value": "true"}, "value": "false"}]),
     "Entries 1 and 2 can hold at once and say different things.", "when"),
    ("two rulings at once", "routes/training-16a.yaml", lambda i: i["training-16a"]["ba_approval"]["cases"].append(
        {"value": "none", "when": {"test": "is", "fact": "job.offer", "value": "true"}}),
     "Entries 1 and 3 can hold at once and say different things.", "value: none"),
    ("two durations at once", "steps/recognition.yaml",
     lambda i: i["zab-statement"]["variants"][1].update(when={"test": "procedure", "procedure": "accelerated"}),
     "Entries 1 and 2 can hold at once and say different things.", "when"),
]  # fmt: skip
