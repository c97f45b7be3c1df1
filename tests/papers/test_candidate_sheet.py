"""The candidate's sheet: every language, German terms beside, nothing of the employer's own business."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from made_up_hire import METALWORKER, Maker
from msgspec import structs
from pypdf import PdfReader

from employer_assistant.cases.case_file import read_case
from employer_assistant.content.library import Library
from employer_assistant.content.model import Language
from employer_assistant.content.pack import installed
from employer_assistant.papers.candidate import spoken_key
from employer_assistant.papers.form import FormError, form
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.printing import languages_of, render, unprintable

SHEET = "candidate-sheet"
FURTHER = tuple(language.id for language in installed().languages if language.id not in ("de", "en"))


def words_of(data: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


def test_every_language_of_the_content_is_offered(library: Library) -> None:
    assert languages_of(form(SHEET), library) == ("de", "en", *FURTHER)
    assert languages_of(form("result"), library) == ("de", "en")
    assert {"es", "fr", "tr", "vi", "uk", "ru", "uz"} <= set(FURTHER)


@pytest.mark.parametrize("language", FURTHER)
def test_titles_stand_beside_the_german_term(language: str, make: Maker, library: Library) -> None:
    inputs = make()
    assert inputs.plan is not None
    data = render(SHEET, inputs, language)
    words, texts, german = words_of(data), library.languages[language].texts, library.languages["de"].texts
    squeezed = words.replace(" ", "")
    assert texts["sheet.own_translation"].replace(" ", "") in squeezed
    assert "Faire Integration" in words
    for found in inputs.plan.documents:
        if found.document.who in ("worker", "both"):
            assert found.document.title.de.replace(" ", "") in squeezed
            translated = texts.get(f"documents.{found.document.id}.title", "")
            assert translated.replace(" ", "") in squeezed
    for step in inputs.plan.steps:
        if step.step.responsible == "worker" and not step.optional and not step.contingent:
            assert german[f"steps.{step.step.id}.title"].replace(" ", "") in squeezed
    assert PdfReader(BytesIO(data)).root_object["/Lang"] == language
    assert unprintable(SHEET, inputs, language) == set()


@pytest.mark.parametrize("language", ["de", "en"])
def test_german_and_english_speak_to_the_worker_too(language: str, make: Maker, library: Library) -> None:
    words, texts = words_of(render(SHEET, make(), language)), library.languages[language].texts
    assert texts["steps.collect-candidate-docs.what"] in words
    assert "Die Person" not in words
    assert "The person" not in words
    assert (texts["sheet.own_translation"] in words) == (language == "en")


@pytest.mark.parametrize(("language", "day"), [("vi", "%d/%m/%Y"), ("es", "%d/%m/%Y"), ("ru", "%d.%m.%Y")])
def test_days_stand_as_the_language_writes_them(language: str, day: str, make: Maker) -> None:
    inputs = make()
    words = words_of(render(SHEET, inputs, language))
    assert inputs.on.strftime(day) in words
    other = r"\d\d\.\d\d\.\d{4}" if "/" in day else r"\d\d/\d\d/\d{4}"
    assert not re.search(other, words)


def test_who_says_which_papers_are_needed_depends_on_where_the_worker_is(make: Maker, library: Library) -> None:
    texts = library.languages["vi"].texts
    mission, authority = (texts[f"sheet.check_with_{one}"] for one in ("mission", "authority"))
    abroad = words_of(render(SHEET, make(), "vi"))
    here = words_of(render(SHEET, make(answers={**METALWORKER.answers, "person.location": "germany"}), "vi"))
    assert (mission in abroad, authority in abroad) == (True, False)
    assert (mission in here, authority in here) == (False, True)


def test_without_a_plan_the_sheet_says_so(make: Maker, library: Library) -> None:
    said = library.languages["uk"].texts["sheet.no_plan"]
    assert said in words_of(render(SHEET, replace(make(), plan=None), "uk"))
    assert said not in words_of(render(SHEET, make(), "uk"))


@pytest.mark.parametrize("language", FURTHER)
def test_statutory_days_are_named(language: str, library: Library) -> None:
    """The worker registers within two weeks (BMG § 17), names the health insurer at the latest after two
    (SGB V § 175) and applies before the visa expires (AufenthG § 81).
    """
    two_weeks = {
        "es": "dos semanas",
        "fr": "deux semaines",
        "ru": "двух недель",
        "tr": "iki hafta",
        "uk": "двох тижнів",
    }
    two_weeks |= {"uz": "ikki hafta", "vi": "hai tuần"}
    visa = {"es": "visa", "fr": "visa", "ru": "визы", "tr": "vizenizin", "uk": "візи", "uz": "viza", "vi": "thị thực"}
    texts = library.languages[language].texts
    assert two_weeks[language] in texts["steps.registration.what"]
    assert {**two_weeks, "ru": "две недели", "uk": "два тижні"}[language] in texts["steps.health-insurance.what"]
    assert visa[language] in texts["steps.residence-title-application.what"]


@pytest.mark.parametrize("language", FURTHER)
def test_words_the_worker_has_to_ask_for_stand_in_german(language: str, library: Library) -> None:
    texts = library.languages[language].texts
    asked = {"registration": "Wohnungsgeberbestätigung", "visa-documents": "Erklärung zum Beschäftigungsverhältnis"}
    asked |= {"appointment-accelerated": "Vorabzustimmung", "health-insurance": "Krankenkasse"}
    for step, german in asked.items():
        assert german in texts[f"steps.{step}.what"], step


def test_nothing_internal_is_on_it(make: Maker) -> None:
    answers = {**METALWORKER.answers, "job.gross_annual_salary": Decimal(98765)}
    words = words_of(render(SHEET, make(answers=answers), "vi"))
    assert METALWORKER.title not in words
    assert "98.765" not in words
    assert "Seite 2 fehlt" not in words


def test_a_language_that_is_not_there_is_refused(make: Maker) -> None:
    with pytest.raises(FormError, match="xx"):
        render(SHEET, make(), "xx")


def test_papers_that_not_everybody_needs_say_so(make: Maker, library: Library) -> None:
    assert "Nur wenn sich Ihr Name geändert hat" in words_of(render(SHEET, make(), "de"))
    assert "Only if your name has changed" in words_of(render(SHEET, make(), "en"))
    assert library.languages["vi"].texts["only_if.name-changed"] in words_of(render(SHEET, make(), "vi"))


def test_advice_can_be_reached_from_abroad(make: Maker) -> None:
    words = words_of(render(SHEET, make(), "vi"))
    assert "+49 351" in words
    assert "Hauptsitz" not in words


def test_the_day_the_firm_wants_stands_beside_the_possible_days(make: Maker, library: Library) -> None:
    wished = library.languages["vi"].texts["sheet.start_wished"]
    with_day = words_of(
        render(SHEET, make(answers={**METALWORKER.answers, "job.start_wished": date(2027, 10, 1)}), "vi")
    )
    assert f"{wished} 01/10/2027".replace(" ", "") in with_day.replace(" ", "")
    answers = {fact: found for fact, found in METALWORKER.answers.items() if fact != "job.start_wished"}
    assert wished not in words_of(render(SHEET, make(answers=answers), "vi"))


@pytest.mark.parametrize("language", ["es", "fr", "ru", "tr", "uk", "uz", "vi"])
def test_day_of_print_and_state_of_law_are_told_apart(language: str, make: Maker, library: Library) -> None:
    texts = library.languages[language].texts
    assert texts["sheet.printed"] != texts["sheet.law_as_of"]
    printed = words_of(render(SHEET, make(), language)).replace(" ", "")
    for key, german in (
        ("sheet.printed", "Gedruckt am"),
        ("sheet.law_as_of", "Rechtsstand"),
        ("sheet.data", "Datenstand"),
    ):
        assert f"{texts[key]} ({german}): ".replace(" ", "") in printed


@pytest.mark.parametrize("language", ["de", "vi"])
def test_a_pack_whose_languages_lack_a_word_still_prints(language: str, make: Maker, library: Library) -> None:
    """A pack made before the program learned a new word: the German of the program stands in."""
    lacking = ("sheet.check_with_mission", "sheet.fee_agree", "sheet.data")
    older = tuple(
        structs.replace(one, texts={key: words for key, words in one.texts.items() if key not in lacking})
        for one in library.content.languages
    )
    inputs = replace(make(), library=Library(structs.replace(library.content, languages=older)))
    words = words_of(render(SHEET, inputs, language)).replace(" ", "")
    german = library.languages["de"].texts["sheet.check_with_mission"].replace(" ", "")
    assert german in words
    assert ("dịch" in words) == (language == "vi"), "the own translation stays marked as such"


SAMPLES = sorted(Path(__file__).parents[2].joinpath("resources", "samples").glob("*.yaml"))
STATES = ("none", "applied", "full", "partial", "refused", "comparable", "not_comparable")
WORK = ("academic-18b", "vocational-18a", "experienced-worker", "recognition-partnership-16d3", "opportunity-card-20a")


def lacking(inputs: PaperInput, languages: Mapping[str, Language]) -> set[str]:
    """Return the keys of what the plan asks of the worker that a further language has no words for."""
    assert inputs.plan is not None
    mine = [planned.step for planned in inputs.plan.steps if planned.step.responsible == "worker"]
    keys = {spoken_key(step, "title") for step in mine} | {spoken_key(step, "what") for step in mine}
    papers = (found.document for found in inputs.plan.documents if found.document.who in ("worker", "both"))
    keys |= {f"documents.{paper.id}.title" for paper in papers}
    return {f"{one} {key}" for one in FURTHER for key in keys if not languages[one].texts.get(key)}


def test_no_step_of_the_worker_lacks_its_words_whatever_the_recognition(library: Library) -> None:
    """Every sample with every state of recognition, on its own route and on those where the degree counts."""
    read: set[str] = set()
    languages = library.languages
    for path in SAMPLES:
        case = read_case(path.read_bytes(), path.name, library)
        for state, route in product(STATES, (case.route, *WORK)):
            changed = replace(case, answers={**case.answers, "qualification.recognition": state}, route=route)
            inputs = input_of(changed, library, date(2026, 11, 22), "0")
            if inputs.plan is not None:
                assert lacking(inputs, languages) == set(), (path.name, state, route)
                read |= {other.key for planned in inputs.plan.steps for other in planned.step.instead if other.key}
    assert {"applied", "confirmation", "partial", "search"} <= read, "the cases read what they are to show"


def test_words_that_a_language_lacks_are_found(make: Maker, library: Library) -> None:
    """The control of the check above."""
    inputs = make(answers={**METALWORKER.answers, "qualification.recognition": "partial"}, procedure="regular")
    key = "steps.recognition-application-regular.instead.partial.what"
    assert lacking(inputs, library.languages) == set()
    vietnamese = library.languages["vi"]
    texts = {name: words for name, words in vietnamese.texts.items() if name != key}
    assert lacking(inputs, {**library.languages, "vi": structs.replace(vietnamese, texts=texts)}) == {f"vi {key}"}


@pytest.mark.parametrize("language", ["de", "en", *FURTHER])
def test_other_words_of_a_step_speak_to_the_worker(language: str, make: Maker, library: Library) -> None:
    """A follow-up application stands in the language of the sheet, the German term beside it."""
    inputs = make(answers={**METALWORKER.answers, "qualification.recognition": "partial"}, procedure="regular")
    words = words_of(render(SHEET, inputs, language)).replace(" ", "")
    key = "steps.recognition-application-regular.instead.partial"
    for part in ("title", "what"):
        assert library.languages[language].texts[f"{key}.{part}"].replace(" ", "") in words
    assert "FolgeantragaufvolleAnerkennungstellen" in words
    assert library.languages[language].texts["steps.recognition-application-regular.what"].replace(" ", "") not in words


def test_tasks_stand_by_day_and_training_is_named(library: Library, project: Path) -> None:
    """The letter beside the sheet speaks of the right order."""
    path = project / "resources" / "samples" / "auszubildender-koch.yaml"
    inputs = input_of(read_case(path.read_bytes(), path.name, library), library, date(2026, 11, 22), "0")
    words = words_of(render(SHEET, inputs, "de"))
    assert "Ausbildung im Beruf Koch" in words
    days = [date(int(y), int(m), int(d)) for d, m, y in re.findall(r"wahrscheinlich (\d\d)\.(\d\d)\.(\d{4})", words)]
    tasks = days[1:]  # the first is the possible start of work
    assert len(tasks) > 9
    assert tasks == sorted(tasks)


def drawn(name: str, language: str, library: Library, project: Path) -> bytes:
    path = project / "resources" / "samples" / f"{name}.yaml"
    return render(
        SHEET,
        input_of(read_case(path.read_bytes(), path.name, library), library, date(2026, 11, 22), "0"),
        language,
    )


@pytest.mark.parametrize("language", ["de", "en", *FURTHER])
def test_whoever_is_posted_reads_of_both_firms_and_only_of_who_comes_along(
    language: str, library: Library, project: Path
) -> None:
    """The contract of a posted worker comes from the sending company; here a spouse comes along, and no child."""
    words = words_of(drawn("konzern-ingenieurin", language, library, project)).replace(" ", "")
    texts = library.languages[language].texts
    for other in ("visa-documents.instead.secondment", "visa-application-regular.instead.secondment"):
        assert texts[f"steps.{other}.what"].replace(" ", "") in words
    assert texts["steps.family-visa.instead.spouse-no-language.what"].replace(" ", "") in words
    assert texts["sheet.firm_in_germany"].replace(" ", "") in words
    assert texts["sheet.your_employer"].replace(" ", "") + "Fahrzeugteile" not in words
    family = words_of(drawn("elektriker", language, library, project)).replace(" ", "")
    assert texts["steps.family-visa.what"].replace(" ", "") in family, "control: spouse and children"


@pytest.mark.parametrize("language", ["de", "en", *FURTHER])
def test_who_comes_for_recognition_reads_that_the_stay_has_an_end(
    language: str, library: Library, project: Path
) -> None:
    assert "§ 16d AufenthG" in words_of(drawn("pflegefachfrau", language, library, project)).replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "§ 16d AufenthG" not in words_of(drawn("pflegehelfer", language, library, project))


def test_what_is_due_on_top_stands_on_the_page_of_its_fee(library: Library, project: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(drawn("elektriker", "de", library, project))).pages]
    assert [("Visa für Ihre Familie" in page, "jedes weitere Kind" in page) for page in pages].count((True, True)) == 1


@pytest.mark.parametrize("language", ["de", "en", *FURTHER])
def test_what_is_due_on_top_is_said_in_every_language_with_the_same_figures(
    language: str, library: Library, project: Path
) -> None:
    texts, words = library.languages[language].texts, words_of(drawn("elektriker", language, library, project))
    for step in library.steps.values():
        for one in step.on_top if step.responsible == "worker" else ():
            said = texts[f"on_top.{one.key}"]
            assert sorted(re.findall(r"\d+", said)) == sorted(re.findall(r"\d+", one.text.de))
    squeezed = re.sub(r"\s", "", words)
    for key in ("further-child-title", "further-child"):
        assert re.sub(r"\s", "", texts["sheet.on_top"] + texts[f"on_top.{key}"]) in squeezed
    assert ("Dazu kommt" in words) == (language == "de")


def test_what_others_give_out_and_the_desk_wants_to_see_stands_apart(library: Library, project: Path) -> None:
    """Recognition notice and statement of the ZAB belong to the visa papers; visa and card are never to be brought."""
    for name, brought in (("pflegehelfer", "Anerkennungsbescheid"), ("elektriker", "Berufsqualifikation (DAB)")):
        words = words_of(drawn(name, "de", library, project))
        first, issued = words.split(library.languages["de"].texts["sheet.issued_by_others"])
        assert brought in issued
        assert "Meldebestätigung" in issued
        assert "Nationales Visum" not in words
        assert brought not in first.split("Ihre Unterlagen Form")[1]
