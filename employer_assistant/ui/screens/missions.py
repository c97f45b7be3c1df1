"""The German missions in the country where the person lives, and how papers from there are authenticated."""

from __future__ import annotations

from employer_assistant.content.desks import mission_name
from employer_assistant.papers.words import as_of
from employer_assistant.plan.fitting import home_abroad
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.widgets import Card, PlainLabel
from employer_assistant.ui.screens.parts import labelled


def mission_card(context: Context) -> Card | None:
    """Return the card, or None for a person in Germany or a country without an entry."""
    country = home_abroad(context.controller.situation())
    if country is None or not country.missions:
        return None
    t = context.t
    card = Card(t("page.missions.title", country=context.words(country.name)))
    for mission in country.missions:
        card.add(labelled(mission_name(mission, context.language), *([mission.web] if mission.web else [])))
    for title, text in (
        ("page.missions.centre", country.centre),
        ("page.missions.authentication", country.authentication_text),
    ):
        if text is not None:
            card.add(labelled(t(title), context.words(text)))
    if country.as_of:
        card.add(PlainLabel(t("page.office.as_of", day=as_of(country.as_of, context.language)), "small"))
    return card
