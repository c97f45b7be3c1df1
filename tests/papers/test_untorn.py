"""What stays together at the end of a line, on paper and in the twin."""

from __future__ import annotations

import pytest

from employer_assistant.papers import parts as p
from employer_assistant.papers.draw import flowables
from employer_assistant.papers.texts import markup
from employer_assistant.papers.untorn import GLUE, untorn

ADDRESS = "hwk-dresden.de/ausbildung/berufsanerkennung/anerkennung-auslaendischer-berufsabschluesse-des-handwerks.html"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("until 1 August 2027", "until 1~August~2027"),
        ("ab 1. März 2027", "ab 1.~März~2027"),
        ("Stand Mai 2025", "Stand~Mai~2025"),
        ("§ 81a Abs. 2 Satz 1 Nr. 3 AufenthG", "§~81a~Abs.~2~Satz~1 Nr.~3 AufenthG"),
        ("(§ 54 AufenthG), § 6 BeschV, (§ 54 AufenthG", "(§~54~AufenthG), §~6~BeschV, (§~54~AufenthG"),
        ("thị thực (§ 54 AufenthG), § 16d Abs. 3 AufenthG", "thị thực (§~54~AufenthG), §~16d~Abs.~3 AufenthG"),
        ("процедуре (§ 54 AufenthG), § 20 Satz", "процедуре (§~54~AufenthG), §~20 Satz"),
        ("AufenthG § 16d (AufenthV §§ 45 no. 1, 50)", "AufenthG~§~16d (AufenthV~§§~45~no.~1,~50)"),
        ("BMG § 17 (1), section 18a (2) no. 3", "BMG~§~17~(1), section~18a~(2)~no.~3"),
        ("500 € bis 1.200 €, € 93", "500~€ bis 1.200~€, €~93"),
        ("nach 24 Monaten, within 10 years, через 3 месяца", "nach 24~Monaten, within 10~years, через 3~месяца"),
        ("0341 71005-0 (2017), 0800 4 5555 20", "0341~71005-0 (2017), 0800~4~5555~20"),
        ("+49 37465 28888 · a@b.de · c.de", "+49~37465~28888~· a@b.de~· c.de"),
        ("Web: www.a.de, E-Mail: a@b.de, Telefon: 0371 1", "Web:~www.a.de, E-Mail:~a@b.de, Telefon:~0371~1"),
        ("04109 Leipzig im Jahr 2027 gibt es", "04109~Leipzig im Jahr 2027 gibt es"),
        ("SGB IV § 28a, § 28a Abs. 4 SGB IV, § 404 SGB III", "SGB~IV~§~28a, §~28a~Abs.~4 SGB~IV, §~404~SGB~III"),
        (
            "§ 18g Abs. 1 Satz 1, § 45 Nr. 1, § 18g (1) sentence 1",
            "§~18g~Abs.~1~Satz~1, §~45~Nr.~1, §~18g~(1)~sentence~1",
        ),
        ("§§ 3, 5 Abs. 1 Nr. 4 AufenthG", "§§~3, 5~Abs.~1~Nr.~4 AufenthG"),
        ("(AufenthV §§ 46 (2), 50), Art. 13 GDPR", "(AufenthV~§§~46~(2),~50), Art.~13~GDPR"),
        ("Stand 28.05.2025, as of 2 October 2023", "Stand~28.05.2025, as~of~2~October~2023"),
    ],
)
def test_a_number_stays_with_its_sign_and_its_unit(words: str, kept: str) -> None:
    assert untorn(words) == kept.replace("~", GLUE)
    assert markup(words) == kept.replace("~", GLUE)


def lines(part: p.Part, width: float) -> list[str]:
    drawn = flowables([part], "…")[0]
    drawn.wrap(width, 500)
    return ["".join(str(word.text) for word in line.words).strip() for line in drawn.blPara.lines]


@pytest.mark.parametrize("width", [150, 260, 400])
def test_an_address_breaks_only_after_a_sign(width: float) -> None:
    found = lines(p.Runs((("Telefon", "0351 1"), ("Internet", ADDRESS)), under=False), width)
    torn = [line for line in found if not line.endswith(("/", "-", ".", "1"))]
    assert torn == [ADDRESS[-len(torn[0]) :]]
    assert ADDRESS in "".join(found).replace(GLUE, "")


@pytest.mark.parametrize("width", [60, 75, 150])
def test_a_citation_wider_than_its_line_ends_it_between_words(width: float) -> None:
    citation = "Gesetz (AufenthV § 46 Abs. 2 Nr. 1), 01067 Dresden"
    found = lines(p.Runs((("Norm", citation),), under=False), width)
    assert [word for line in found for word in line.split()] == ["Norm", *citation.split()], found


def test_a_long_word_without_signs_still_breaks_anywhere() -> None:
    assert len(lines(p.Runs((("Name", "W" * 90),), under=False), 150)) > 3
