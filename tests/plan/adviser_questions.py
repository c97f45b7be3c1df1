"""Questions that an adviser in Saxony asks the directory, with the answers that public sources give.

Each row: place (postcode, key or name), occupation or "", role, ids expected of that role, source.
Sources: the offices' own pages and the ordinances as named in ``resources/content/sources.yaml``.
"""

from __future__ import annotations

from typing import NamedTuple


class Asked(NamedTuple):
    """One question and its answer."""

    place: str
    occupation: str
    role: str
    desks: tuple[str, ...]


def who(place: str, role: str, *desks: str, job: str = "") -> Asked:
    """Return a question."""
    return Asked(place, job, role, desks)


IN_CHARGE = [
    who("08523", "abh", "abh-vogtlandkreis"),  # Plauen has had no authority of its own since 2008
    who("Zwickau", "abh", "abh-lk-zwickau"),  # so has the city of Zwickau
    who("Hoyerswerda", "abh", "abh-bautzen"),
    who("02627", "abh", "abh-bautzen"),  # villages east of Bautzen
    who("Görlitz", "abh", "abh-goerlitz"),
    who("04109", "abh", "abh-leipzig"),
    who("Borna", "abh", "abh-lk-leipzig"),
    who("Markkleeberg", "abh", "abh-lk-leipzig"),  # a suburb of the city, but of the district
    who("Torgau", "abh", "abh-nordsachsen"),
    who("01067", "abh", "abh-dresden"),
    who("Radebeul", "abh", "abh-meissen"),
    who("Freital", "abh", "abh-soe"),
    who("Döbeln", "abh", "abh-mittelsachsen"),
    who("Aue-Bad Schlema", "abh", "abh-erzgebirgskreis"),
    who("09111", "abh", "abh-chemnitz"),
    who("D-09111", "ihk", "ihk-chemnitz"),
    who("Döbeln", "ihk", "ihk-chemnitz"),  # close to Leipzig, yet Chemnitz (ordinance on the chamber districts)
    who("Döbeln", "hwk", "hwk-chemnitz"),
    who("08523", "ihk", "ihk-chemnitz"),
    who("Riesa", "ihk", "ihk-dresden"),
    who("Riesa", "hwk", "hwk-dresden"),
    who("02763", "hwk", "hwk-dresden"),
    who("Oschatz", "ihk", "ihk-leipzig"),
    who("Oschatz", "hwk", "hwk-leipzig"),
    who("Grimma", "hwk", "hwk-leipzig"),
    who("Grimma", "employment_agency", "aa-oschatz"),  # not Leipzig
    who("Delitzsch", "employment_agency", "aa-oschatz"),
    who("04109", "employment_agency", "aa-leipzig"),
    who("Weißwasser/O.L.", "employment_agency", "aa-bautzen"),  # one agency for both Lusatian districts
    who("Radebeul", "employment_agency", "aa-riesa"),
    who("Freital", "employment_agency", "aa-pirna"),
    who("Döbeln", "employment_agency", "aa-freiberg"),
    who("02763", "welcome_center", "wc-goerlitz-zittau"),
    who("01067", "welcome_center", "wc-dresden"),
    who("Döbeln", "welcome_center", "wc-mittelsachsen"),
    who("08523", "welcome_center", "fallback-vogtland"),  # none known; who stands in
    who("Kamenz", "welcome_center", "fallback-bautzen-servicestelle-heimat"),
    who("Zwickau", "advice", "fizu-zwickau", "fizu-chemnitz"),
    who("04109", "recognition_advice", "ibas-leipzig", job="koch"),
    who("Torgau", "ba_admission", "ba-amz"),
]

RECOGNITION = [
    who("02625", "recognition_body", "ksv-sachsen", job="pflegefachmann"),
    who("02625", "recognition_body", "ksv-sachsen", job="hebamme"),
    who("02625", "recognition_body", "ksv-sachsen", job="pharmazeutisch-technischer-assistent-assistentin"),
    who("04109", "recognition_body", "lds-approbation", job="arzt"),
    who("04109", "recognition_body", "lds-approbation", job="zahnarzt"),
    who("04109", "recognition_body", "lds-approbation", job="apotheker"),
    who("04109", "recognition_body", "sms", job="tierarzt"),
    who("01067", "recognition_body", "lasub-zast-lehrer", job="lehrer-an-oberschulen"),
    who("01067", "recognition_body", "lasub-zast-berufe", job="staatlich-anerkannter-erzieher-anerkannte-erzieherin"),
    who("01067", "recognition_body", "lds-sozialberufe", job="sozialarbeiter-sozialarbeiterin"),
    who("01067", "recognition_body", "lds-sozialberufe", job="kindheitspaedagoge"),
    who("09111", "recognition_body", "ingks", "zab", job="ingenieur-fuer-maschinenbau"),
    who("09111", "recognition_body", "aksachsen", "zab", job="architekt"),
    who("09111", "recognition_body", "zab", job="softwareentwickler"),
    who("Torgau", "recognition_body", "hwk-leipzig", job="metallbauer"),
    who("Plauen", "recognition_body", "hwk-chemnitz", job="metallbauer"),
    who("Zittau", "recognition_body", "ihk-fosa", job="koch"),  # Nuremberg, never the local chamber
    who("Zittau", "recognition_body", "ihk-fosa", job="industriemechaniker"),
    who(
        "Zittau",
        "recognition_body",
        "ihk-fosa",
        "hwk-dresden",
        job="anlagenmechaniker-fuer-sanitaer-heizungs-und-klimatechnik",
    ),
    who("Zittau", "recognition_body", "lfulg", job="landwirt"),
    who("Zittau", "recognition_body", "sachsenforst", job="forstwirt"),
    who("Zittau", "recognition_body", "slaek", "aekwl", job="medizinischer-fachangestellter"),
    who("Zittau", "recognition_body", job="lagerhelfer"),  # nothing to recognise
]

SEVERAL = [
    ("09573", ["Augustusburg", "Gornau", "Leubsdorf"]),
    ("Bernsdorf", ["Bernsdorf", "Bernsdorf"]),
    ("Auerbach", ["Auerbach", "Auerbach/Vogtland"]),
    ("Neustadt", ["Neustadt in Sachsen", "Neustadt/Vogtland"]),
    ("Reichenbach", ["Reichenbach", "Reichenbach/Oberlausitz"]),
]
"""Places that lie in two districts: the candidates are named and nobody is called in charge."""

OUTSIDE = ["10115", "07545", "39104", "0852", "085233", "00000", "11000000", "Berlin", "15", "145233201"]
"""Places that are not in Saxony or do not exist."""

SAME_PLACE = ["14523320", "14 5 23 320", "14_523_320", " 14523320 ", "14 5 23 0320 320", "145230320320", "plauen"]
"""Ways to write Plauen: key of eight digits, regional key of twelve, name."""
