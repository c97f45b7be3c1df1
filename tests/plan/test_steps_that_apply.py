"""Only what applies: steps, papers, fees and words of a plan follow what the case already has."""

from __future__ import annotations

from datetime import date

import pytest
from made_plans import Planner

from employer_assistant.plan.model import Plan, PlannedStep, Progress
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Status

ABROAD: dict[str, Answer] = {
    "job.offer": True,
    "job.purpose": "employment",
    "person.location": "abroad",
    "person.citizenship": ("PH",),
    "person.family_joins": "none",
    "qualification.country": "PH",
    "qualification.kind": "vocational",
    "qualification.german_confirmation": True,
    "job.regulated": "no",
}
NURSE: dict[str, Answer] = {**ABROAD, "job.regulated": "yes", "qualification.interim_licence": "not_needed"}
ASKED = {"recognition-scope", "recognition-application-regular"}
AWAITED = {"recognition-processing-regular", "recognition-decision"}


def step(plan: Plan, name: str) -> PlannedStep:
    return next(planned for planned in plan.steps if planned.step.id == name)


def names(plan: Plan) -> set[str]:
    return {planned.step.id for planned in plan.steps}


def road(planner: Planner, route: str, procedure: str = "regular", **answers: Answer) -> Plan:
    given = {key.replace("__", "."): value for key, value in answers.items()}
    return planner(route, procedure, {**ABROAD, **given}, status=Status.OPEN)


@pytest.mark.parametrize(
    ("recognition", "there", "missing"),
    [
        ("none", ASKED | AWAITED | {"qualification-analysis"}, set()),
        ("applied", AWAITED | {"qualification-analysis"}, ASKED),
        ("partial", {"recognition-application-regular"} | AWAITED, {"recognition-scope", "qualification-analysis"}),
        ("refused", ASKED | AWAITED, set()),
        ("full", set(), ASKED | AWAITED | {"qualification-analysis"}),
    ],
)
def test_what_is_left_of_the_recognition(
    recognition: str, there: set[str], missing: set[str], planner: Planner
) -> None:
    found = names(road(planner, "vocational-18a", qualification__recognition=recognition))
    assert there <= found
    assert not missing & found


def test_a_german_qualification_needs_no_recognition(planner: Planner) -> None:
    german = road(planner, "vocational-18a", qualification__completed_in_germany="vocational")
    assert not (ASKED | AWAITED | {"qualification-analysis"}) & names(german)
    degree = {"qualification__kind": "academic", "qualification__completed_in_germany": "degree"}
    assert not {"recognition-scope", "anabin-check", "zab-statement"} & names(road(planner, "academic-18b", **degree))


def test_a_running_recognition_does_not_hold_up_a_partnership(planner: Planner) -> None:
    """AufenthG § 16d (3): the visa needs the agreement, not the decision."""
    route = "recognition-partnership-16d3"
    fresh, running = (
        planner(route, "regular", {**NURSE, "qualification.recognition": state}, status=Status.OPEN)
        for state in ("none", "applied")
    )
    assert running.finish == fresh.finish
    awaited = step(running, "recognition-processing-regular")
    assert "Das Visum braucht diese Entscheidung nicht" in awaited.step.what.de
    assert not awaited.critical


@pytest.mark.parametrize(("level", "title"), [("a1", "erwerben"), ("a2", "bereithalten"), ("b1", "bereithalten")])
def test_a_proven_level_is_not_learned_again(level: str, title: str, planner: Planner) -> None:
    """AufenthG § 16d (3) no. 5: A2 at least; what the occupation asks for can be more."""
    found = planner("recognition-partnership-16d3", "regular", {**NURSE, "person.german_level": level})
    assert title in step(found, "language-proof").step.title.de


def test_duties_of_some_branches_are_only_for_these(planner: Planner) -> None:
    """SGB IV § 28a (4), SchwarzArbG § 2a, MiLoG § 17 (1); MiLoG § 22 (3) leaves training out."""
    duties = {"sofortmeldung", "id-carry-notice", "working-time-records"}
    assert not duties & names(road(planner, "vocational-18a", employer__checked_branch=False))
    for known in ({"employer__checked_branch": True}, {}):
        plan = road(planner, "vocational-18a", **known)
        assert duties <= names(plan)
        assert all(step(plan, duty).provisional is not bool(known) for duty in duties)
    trainee = road(planner, "training-16a", job__purpose="apprenticeship", employer__checked_branch=True)
    assert duties & names(trainee) == duties - {"working-time-records"}


@pytest.mark.parametrize("recognition", ["partial", "refused"])
def test_who_applied_before_declares_no_first_application(recognition: str, planner: Planner) -> None:
    """BQFG § 5 (1) no. 5: the declaration is that there was no application yet."""
    again = step(
        road(planner, "vocational-18a", qualification__recognition=recognition), "recognition-application-regular"
    )
    first = step(road(planner, "vocational-18a", qualification__recognition="none"), "recognition-application-regular")
    assert "no-prior-application-declaration" in first.documents
    assert "no-prior-application-declaration" not in again.documents
    assert "recognition-decision" in again.documents
    assert again.step.title != first.step.title


def test_a_pending_application_is_not_forwarded_a_second_time(planner: Planner) -> None:
    """BQFG § 14a: the short period is for applications that the foreigners authority forwards."""
    pending = road(planner, "vocational-18a", "accelerated", qualification__recognition="applied")
    fresh = road(planner, "vocational-18a", "accelerated", qualification__recognition="none")
    forwarded = {"recognition-application-accelerated", "recognition-processing-accelerated", "abh-3-day-invitation"}
    assert forwarded <= names(fresh)
    assert not forwarded & names(pending)
    assert "recognition-processing-regular" in names(pending)
    assert any("§ 14a" in hint.de for hint in step(pending, "recognition-processing-regular").step.hints)
    regular = road(planner, "vocational-18a", qualification__recognition="applied")
    assert not any("§ 14a" in hint.de for hint in step(regular, "recognition-processing-regular").step.hints)


@pytest.mark.parametrize("route", ["recognition-partnership-16d3", "placement-agreement-16d4"])
def test_recognition_that_runs_already_is_not_applied_for_after_entry(route: str, planner: Planner) -> None:
    """AufenthG § 16d (3) no. 3 a asks for the start of the procedure; it has started."""
    for state, there in (("none", True), ("refused", True), ("applied", False), ("partial", False)):
        found = planner(route, "regular", {**NURSE, "qualification.recognition": state}, status=Status.OPEN)
        assert ("recognition-after-entry" in names(found)) is there, state
        assert ("recognition-processing-regular" in names(found)) is (state == "applied"), "a running one is told"
        papers = {document.document.id for document in found.documents}
        assert ("no-prior-application-declaration" in papers) is (state == "none"), state
    applied = planner(route, "regular", {**NURSE, "qualification.recognition": "applied"}, status=Status.OPEN)
    assert not [item for item in applied.items if item.step == "recognition-after-entry"]


def test_a_statement_already_applied_for_is_awaited_and_costs_nothing_more(planner: Planner) -> None:
    degree: dict[str, Answer] = {"qualification__kind": "academic"}
    asked = road(planner, "academic-18b", qualification__recognition="none", **degree)
    awaited = road(planner, "academic-18b", qualification__recognition="applied", **degree)
    assert "anabin-check" in names(asked)
    assert "anabin-check" not in names(awaited)
    assert step(asked, "zab-statement").fee.max == 208
    assert step(awaited, "zab-statement").fee.max == 0
    assert "abwarten" in step(awaited, "zab-statement").step.title.de


@pytest.mark.parametrize("state", ["not_comparable", "refused"])
def test_what_is_not_comparable_is_not_compared_again(state: str, planner: Planner) -> None:
    """§ 6 (1) BeschV, §§ 16d (3), 20a (4) AufenthG: state-recognised at home counts, confirmed here."""
    degree: dict[str, Answer] = {
        "qualification__kind": "academic",
        "qualification__recognition": state,
        "qualification__german_confirmation": False,
    }
    closed = road(planner, "academic-18b", **degree)
    assert not {"anabin-check", "zab-statement"} & names(closed)
    for route in ("experienced-worker", "recognition-partnership-16d3", "opportunity-card-20a"):
        asked = step(road(planner, route, **degree), "zab-statement")
        assert "Bestätigung" in asked.step.title.de, route
        assert asked.fee.max is None, "what a confirmation costs is not known"
    first = step(
        road(planner, "experienced-worker", **{**degree, "qualification__recognition": "none"}), "zab-statement"
    )
    assert (first.fee.max, "beantragen" in first.step.title.de) == (208, True), "the control: a degree nobody judged"
    it = road(planner, "experienced-worker", job__is_ict=True, **degree)
    assert not {"anabin-check", "zab-statement"} & names(it), "§ 6 (1) sentence 3 BeschV: IT needs no qualification"


@pytest.mark.parametrize("route", ["opportunity-card-20a", "training-search-17"])
def test_who_searches_needs_no_contract_for_the_visa(route: str, planner: Planner) -> None:
    found = road(planner, route)
    for name in ("visa-application-regular", "visa-documents"):
        assert "Arbeitsvertrag" in step(found, name).step.what.de
        assert "je nach Weg" not in step(found, name).step.what.de.lower()
        assert "je nach weg" in step(road(planner, "experienced-worker"), name).step.what.de.lower(), "the control"
    here = road(planner, route, person__location="germany", person__status_in_germany="study")
    assert "kein Arbeitsvertrag" in step(here, "title-application-in-germany").step.what.de
    follow = road(
        planner, "opportunity-card-20a", person__location="germany", person__status_in_germany="opportunity_card"
    )
    assert "Sie liefern den Arbeitsvertrag" in step(follow, "title-application-in-germany").step.what.de


def test_only_papers_that_exist_go_to_the_authority(planner: Planner) -> None:
    for state, there in (("none", False), ("full", True)):
        found = road(planner, "vocational-18a", "accelerated", qualification__recognition=state)
        papers = step(found, "abh-document-submission").documents
        assert ("recognition-decision" in papers) is there


def test_a_procedure_that_is_chosen_is_not_asked_for(planner: Planner) -> None:
    chosen = Progress({}, {}, procedure_chosen=True)
    day = date(2026, 11, 20)
    dated = Progress({"choose-procedure": day}, {}, procedure_chosen=True)
    assert "choose-procedure" in names(road(planner, "vocational-18a"))
    assert "choose-procedure" not in names(planner("vocational-18a", "accelerated", ABROAD, progress=chosen))
    done = step(planner("vocational-18a", "accelerated", ABROAD, progress=dated), "choose-procedure")
    assert done.status == "done"


def desk_role(planner: Planner, route: str, procedure: str = "regular", **answers: Answer) -> str | None:
    return step(road(planner, route, procedure, **answers), "employment-declaration").step.office


def test_the_declaration_goes_to_where_the_title_is_asked_for(planner: Planner) -> None:
    """AufenthG § 39 (4): it is data for an approval; the paper is handed in with the application."""
    assert desk_role(planner, "blue-card-regular") == "mission"
    assert desk_role(planner, "blue-card-regular", "accelerated") == "abh"
    assert desk_role(planner, "vocational-18a", person__location="germany") == "abh"
    assert desk_role(planner, "vocational-18a", person__citizenship=("US",)) == "abh", "no visa, AufenthV § 41"
    assert desk_role(planner, "blue-card-mobility-18i") == "abh"
    assert step(road(planner, "vocational-18a"), "ba-approval-regular").step.office == "ba_admission", "control"


def said(plan: Plan) -> str:
    """Return all that the plan says of its steps, in German."""
    return "\n".join(
        text.de for planned in plan.steps for text in (planned.step.title, planned.step.what, *planned.step.hints)
    )


def test_where_no_approval_is_needed_none_is_spoken_of(planner: Planner) -> None:
    """AufenthG § 18g (1) sentence 1 needs no approval, sentence 2 does."""
    for words in ("auf der ihre Zustimmung beruht", "die Zustimmung widerrufen", "Bei Leiharbeit muss die Agentur"):
        assert words not in said(road(planner, "blue-card-regular")), words
        assert words in said(road(planner, "blue-card-reduced")), words


def test_a_search_card_supposes_no_job(planner: Planner) -> None:
    """AufenthG § 4a (5) no. 3, § 82 (6): only the end of a job for which the title was granted is reported."""
    card = planner("opportunity-card-20a", "regular", {**ABROAD, "job.purpose": "scouting", "job.offer": False})
    skilled = road(planner, "vocational-18a")
    jobs = {"early-end-employer", "early-end-worker", "job-change", "posting-a1"}
    assert not jobs & names(card)
    assert jobs <= names(skilled)
    papers = {document.document.id for document in card.documents}
    assert "payslips" not in step(card, "residence-title-application").documents
    assert "funds-proof" in papers
    assert "employment-contract" not in papers
    assert "während die Person im Ausland lebt" in step(card, "info-45c").step.what.de
    assert "während die Person im Ausland lebt" not in step(skilled, "info-45c").step.what.de


@pytest.mark.parametrize("route", ["ict-card-19", "mobile-ict-19b"])
def test_a_posted_person_keeps_the_contract_abroad(route: str, planner: Planner) -> None:
    """AufenthG § 19 (2) no. 4: the contract is with the sending company; wages and notice are not the host's."""
    posted = planner(route, "regular", {**ABROAD, "job.purpose": "secondment"}, status=Status.OPEN)
    papers = {document.document.id for document in posted.documents}
    assert "group-employment-contract" in papers
    assert "employment-contract" not in papers
    assert not {"bank-account", "info-45c", "nachweis", "job-change", "posting-a1"} & names(posted)
    assert "entsendenden Unternehmen" in step(posted, "cost-agreement").step.what.de
    assert "cost-agreement" not in papers
    here = road(planner, "vocational-18a")
    assert "employment-contract" in {document.document.id for document in here.documents}
    assert {"bank-account", "info-45c", "nachweis"} <= names(here)


def test_housing_is_named_only_where_it_has_to_be_proved(planner: Planner) -> None:
    """AufenthG § 29 (1) no. 2 with (5): no proof of housing for the family of skilled workers and posted persons."""
    for route, there in (("vocational-18a", False), ("ict-card-19", False), ("care-assistant-22a", True)):
        later = step(planner(route, "regular", ABROAD, status=Status.OPEN), "family-later")
        assert ("rental-contract" in later.documents) is there, route


def test_a_search_brings_family_with_proof_of_funds_not_with_payslips(planner: Planner) -> None:
    for route, searches in (("opportunity-card-20a", True), ("care-assistant-22a", False)):
        later = step(planner(route, "regular", ABROAD, status=Status.OPEN), "family-later")
        assert ("payslips" in later.documents) is not searches, route
        assert ("funds-proof" in later.documents) is searches, route
        assert ("Lohnabrechnungen" in later.step.what.de) is not searches, route


def test_the_four_months_of_health_professions_stand_only_with_these(planner: Planner) -> None:
    """§ 13 (3) BQFG: three months; the longer period of health law is no remark for an electrician."""
    for occupation, health in (("elektroniker-fuer-betriebstechnik", False), ("pflegefachmann", True)):
        found = planner("vocational-18a", "regular", {**ABROAD, "job.occupation": occupation}, status=Status.OPEN)
        told = [one.deadline for one in step(found, "recognition-application-regular").deadlines]
        decision = [clause for clause in told if clause.anchor_event == "recognition_complete"]
        assert len(decision) == 1, occupation
        assert ("vier Monate" in decision[0].text.de) is health, occupation


def test_the_firm_includes_the_family_and_children_need_no_marriage(planner: Planner) -> None:
    found = road(planner, "vocational-18a", "accelerated", person__family_joins="children")
    family = step(found, "family-in-procedure")
    assert family.step.responsible == "employer"
    assert "marriage-certificate" not in family.documents
    both = road(planner, "vocational-18a", "accelerated", person__family_joins="spouse_and_children")
    assert "marriage-certificate" in step(both, "family-in-procedure").documents


@pytest.mark.parametrize(
    ("route", "lives", "asked"),
    [
        ("vocational-18a", "XK", True),
        ("training-16a", "VN", True),
        ("vocational-18a", "VN", False),
        ("blue-card-regular", "XK", False),
        ("vocational-18a", "PH", False),
    ],
)
def test_family_status_is_asked_for_where_a_mission_asks(route: str, lives: str, asked: bool, planner: Planner) -> None:
    """Lists of Pristina (skilled workers, training) and Hanoi (training); no other list of worker's papers names it."""
    found = planner(route, "regular", {**ABROAD, "person.residence_country": lives}, status=Status.OPEN)
    papers = {paper.document.id: paper for paper in found.documents}
    assert ("civil-status-docs" in papers) is asked
    if asked:
        assert papers["civil-status-docs"].only_if is None
        assert papers["civil-status-docs"].steps[0] == "collect-candidate-docs"
        assert "visa-documents" in papers["civil-status-docs"].steps


@pytest.mark.parametrize(
    ("route", "regulated", "asked"),
    [
        ("blue-card-regular", "no", False),
        ("academic-18b", "no", False),
        ("experienced-worker", "no", False),
        ("vocational-18a", "no", True),
        ("blue-card-regular", "yes", True),
    ],
)
def test_a_language_certificate_is_asked_for_by_the_law_of_the_work_or_a_mission(
    route: str, regulated: str, asked: bool, planner: Planner
) -> None:
    """AufenthG §§ 18a, 18b, 18g ask for none; lists of missions for § 18a do, lists for degrees do not."""
    found = road(planner, route, job__regulated=regulated)
    assert ("language-certificate" in {paper.document.id for paper in found.documents}) is asked


@pytest.mark.parametrize(
    ("route", "answers", "asked"),
    [
        ("blue-card-regular", {"qualification.recognition": "comparable"}, True),
        ("academic-18b", {"qualification.recognition": "full", "job.regulated": "yes"}, False),
        ("academic-18b", {"qualification.completed_in_germany": "degree"}, False),
        ("experienced-worker", {"qualification.recognition": "none"}, True),
        ("experienced-worker", {"qualification.recognition": "none", "job.is_ict": True}, False),
        ("recognition-partnership-16d3", {"qualification.german_confirmation": True}, True),
    ],
)
def test_a_statement_on_the_degree_is_for_who_has_to_prove_it_that_way(
    route: str, answers: dict[str, Answer], asked: bool, planner: Planner
) -> None:
    """AufenthG § 18 (2) no. 4 and (3); BeschV § 6 (1): in IT no qualification; § 16d (3): the confirmation stays."""
    found = planner(route, "regular", {**ABROAD, "qualification.kind": "academic", **answers}, status=Status.OPEN)
    assert ("zab-statement" in {paper.document.id for paper in found.documents}) is asked


@pytest.mark.parametrize(("isco", "told"), [("3221", False), ("5321", False), ("7212", True), ("2512", True)])
def test_work_abroad_is_no_subject_at_the_bedside(isco: str, told: bool, planner: Planner) -> None:
    assert ("posting-a1" in names(road(planner, "vocational-18a", job__isco08=isco))) is told


@pytest.mark.parametrize(("level", "there"), [("none", True), ("a2", True), ("b1", False), ("c1", False)])
def test_with_b1_there_is_no_claim_to_an_integration_course(level: str, there: bool, planner: Planner) -> None:
    """AufenthG § 44 (3) sentence 1 no. 3 with § 2 (11)."""
    assert ("integration-course" in names(road(planner, "vocational-18a", person__german_level=level))) is there


def test_the_year_of_the_course_runs_from_the_title_that_gives_the_claim(planner: Planner) -> None:
    """AufenthG § 44 (2): not from a title of another kind held before, such as § 24."""
    here = {"person__location": "germany", "person__status_in_germany": "temporary_protection"}
    sheltered = step(road(planner, "vocational-18a", **here), "integration-course")
    assert "der den Anspruch gibt" in sheltered.deadlines[0].deadline.text.de
    abroad = step(road(planner, "vocational-18a"), "integration-course")
    assert any("§ 24" in hint.de for hint in sheltered.step.hints)
    assert not any("§ 24" in hint.de for hint in abroad.step.hints)


def test_training_follows_the_vocational_training_act(planner: Planner) -> None:
    """BBiG § 11: the contract is handed over before the training begins; the NachwG is for employees."""
    trained = planner("training-16a", "regular", {**ABROAD, "job.purpose": "apprenticeship"}, status=Status.OPEN)
    employed = road(planner, "vocational-18a")
    for plan, norm, paper in ((trained, "§ 11 BBiG", "training-contract"), (employed, "§ 2 Abs. 1 NachwG", "nachweis")):
        duty = step(plan, "nachweis")
        assert {clause.deadline.norm for clause in duty.deadlines} == {norm}
        assert duty.documents == (paper,)
    note = step(trained, "nachweis").step.deadline_note
    assert note is not None
    assert "Berufsbildungsgesetz" in note.de
    assert "Abschlusszeugnis" in step(trained, "change-of-purpose").step.what.de
    assert "Anerkennungsbescheid" not in step(trained, "change-of-purpose").step.what.de


@pytest.mark.parametrize(("citizenship", "told"), [("UA", True), ("PH", False)])
def test_a_ukrainian_card_under_24_runs_on_by_ordinance(citizenship: str, told: bool, planner: Planner) -> None:
    """UkraineAufenthFGV § 2: without further conditions only for Ukrainian nationals."""
    here = {
        "person__location": "germany",
        "person__status_in_germany": "temporary_protection",
        "person__document_allows_this_job": "yes",
    }
    plan = road(planner, "vocational-18a", **here, person__citizenship=(citizenship,))
    clauses = [clause.deadline.text.de for clause in step(plan, "residence-title-application").deadlines]
    assert len(clauses) == 1
    assert ("04.03.2027" in clauses[0]) is told


def test_who_searches_with_a_card_may_ask_for_recognition(planner: Planner) -> None:
    """Section 20a (3): full recognition needs no points, but nobody has to ask for it."""
    found = road(planner, "opportunity-card-20a", qualification__recognition="none", qualification__kind="vocational")
    asked = step(found, "recognition-application-regular")
    assert asked.optional, "the points are another way, so nothing has to be made up for"
    assert [hint for hint in asked.step.hints if "freiwillig" in hint.de]
    full = road(planner, "opportunity-card-20a", qualification__recognition="full", qualification__kind="vocational")
    assert "recognition-application-regular" not in [planned.step.id for planned in full.steps]
