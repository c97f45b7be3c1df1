"""Finding names in long lists: exact, other names, and sixty misspellings."""

from __future__ import annotations

import pytest

from employer_assistant.content.library import Library
from employer_assistant.ui.wizard import search

COUNTRIES = {
    "vietnm": "VN", "Viet Nam": "VN", "vitnam": "VN", "wietnam": "VN", "phillippinen": "PH", "Philipinen": "PH",
    "filipinen": "PH", "indein": "IN", "indian": "IN", "Usbekistahn": "UZ", "uzbekistan": "UZ", "ukraina": "UA",
    "ukrainne": "UA", "türkei": "TR", "tuerkei": "TR", "turkei": "TR", "Turkey": "TR", "marroko": "MA", "marokko": "MA",
    "morocco": "MA", "tunesin": "TN", "tunisien": "TN", "agypten": "EG", "aegypten": "EG", "egypt": "EG",
    "brasilen": "BR", "brazil": "BR", "kolumbin": "CO", "columbien": "CO", "mexico": "MX", "georgen": "GE",
    "geogien": "GE", "kasachtan": "KZ", "kazakhstan": "KZ", "serbin": "RS", "bosnien": "BA", "albanin": "AL",
    "kosowo": "XK", "nordmazedonin": "MK", "indonesin": "ID", "syrin": "SY", "afganistan": "AF", "pakstan": "PK",
    "nepahl": "NP", "kamerunn": "CM",
}  # fmt: skip
TOWNS = {"zitau": "Zittau", "görliz": "Görlitz", "goerlitz": "Görlitz", "lobau": "Löbau", "leipzg": "Leipzig",
         "dreden": "Dresden", "chemniz": "Chemnitz", "bauzen": "Bautzen", "plaun": "Plauen"}  # fmt: skip
JOBS = {"metalbauer": "Metallbauer", "altenpflger": "Altenpfleg", "elektronicker": "Elektroniker",
        "mechatronicker": "Mechatroniker", "tischla": "Tischler", "berufskraftfahre": "Berufskraftfahrer"}  # fmt: skip


def test_sixty_misspellings() -> None:
    assert len(COUNTRIES) + len(TOWNS) + len(JOBS) >= 60


@pytest.mark.parametrize(("typed", "code"), COUNTRIES.items())
def test_country_is_among_the_first_three(library: Library, typed: str, code: str) -> None:
    hits = search.find(typed, search.countries(library, "de"))
    assert code in [hit.id for hit in hits[:3]]


@pytest.mark.parametrize(("typed", "name"), TOWNS.items())
def test_town_is_among_the_first_three(library: Library, typed: str, name: str) -> None:
    hits = search.find(typed, search.municipalities(library, "de"))
    assert any(hit.label.startswith(name) for hit in hits[:3])


@pytest.mark.parametrize(("typed", "name"), JOBS.items())
def test_occupation_is_among_the_first_five(library: Library, typed: str, name: str) -> None:
    hits = search.find(typed, search.occupations(library, "de"))
    assert any(name in hit.label for hit in hits[:5]), [hit.label for hit in hits]


def test_every_country_is_found_by_every_name(library: Library) -> None:
    entries = search.countries(library, "de")
    lost = [
        (country.id, name)
        for country in library.countries.values()
        for name in (country.name.de, country.name.en, *country.also)
        if country.id not in [hit.id for hit in search.find(name, entries)]
    ]
    assert not lost


def test_nonsense_finds_nothing(library: Library) -> None:
    assert search.find("qqxzy", search.countries(library, "de")) == []
    assert search.find("  ", search.countries(library, "de")) == []


def test_names_are_shown_in_the_language(library: Library) -> None:
    assert search.find("Ägypten", search.countries(library, "en"))[0].label == library.countries["EG"].name.en
