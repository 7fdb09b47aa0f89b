"""States that act without being named, and what of it may not be guessed."""

from datetime import date

import pytest

from geoevents.assemble.merge import merge_events
from geoevents.ingest.plain_text import text_article
from geoevents.pipeline import read_article
from geoevents.render.rows import actor_texts

SENTENCES = [
    ("The army captured Kupiansk on Monday.", ("Ukraine",)),
    ("Russian soldiers captured Kupiansk on Monday.", ("Russia",)),
    ("Rwanda's army captured Goma on Monday.", ("Rwanda",)),
    ("Soldiers were killed in Kupiansk on Monday.", ("Ukraine",)),
    ("Foreign soldiers captured Kupiansk on Monday.", ()),
    ("Kurdish soldiers captured Mosul on Monday.", ()),
    ("Kyiv denies that a military depot near Sumy was hit.", ()),
    ("According to the army a rocket killed two people in Goma.", ()),
    ("A rocket hit a market in Goma while soldiers slept.", ()),
    ("Goma fell to rebels on Monday.", ("rebels",)),
    ("Kenya, which sent 400 soldiers to Haiti on Monday, promised more.", ("Kenya",)),
    ("Kenya promised to send 400 soldiers to Haiti.", ("Kenya",)),
    ("Pyongyang sent 15,000 men to Kursk on Monday.", ("North Korea",)),
    ("Turkey's army command claims it bombed Mosul on Monday.", ("Turkey",)),
    ("The ministry in Moscow said its troops had taken Avdiivka.", ("Russia",)),
    ("Moscow said that rebels had attacked its troops in Kupiansk.", ("rebels",)),
    ("Government forces captured Goma on Monday.", ("DR Congo",)),
    ("Kurdish security forces captured Mosul on Monday.", ()),
    ("Anti-government forces captured Goma on Monday.", ()),
    ("US troops killed five insurgents near Mosul.", ("insurgents", "United States")),
    ("A U.K. air strike hit a depot near Mosul on Monday.", ("United Kingdom",)),
    ("A mortar bomb killed four people in Mosul, the US military said.", ()),
    ("A mortar bomb killed four people near the US embassy in Mosul.", ()),
    ("The Indian defence ministry said it had shelled Lahore on Monday.", ("India",)),
    ("Russia's defence ministry said its missiles had hit Kupiansk.", ("Russia",)),
    ("Hamas said its men had shelled Haifa on Monday.", ("Hamas",)),
    ("Hamas said two of its guards had stabbed a guard to death in Haifa.", ("Hamas",)),
    ("Police said they had arrested 113 people in Harare.", ("police",)),
    ("Its men had shelled Haifa on Monday, Hamas said.", ()),
    ("Residents said they had shelled Haifa on Monday.", ()),
    ("The army said it had shelled Goma on Monday.", ("DR Congo",)),
    ("The rebel army said it had shelled Goma on Monday.", ()),
    ("Hooded youths threw stones at a church in Goma on Monday.", ("hooded youths",)),
    ("On Monday several looters set fire to a depot in Goma.", ("looters",)),
    ("Armed men killed nine people in Goma on Monday.", ("armed men",)),
    ("Two men killed nine people in Goma on Monday.", ()),
    ("Nine people were killed by tribesmen in Goma on Monday.", ("tribesmen",)),
    ("Congolese youths threw stones at a church in Goma.", ("DR Congo",)),
    ("Nine villagers died in an attack in Goma on Monday.", ()),
    ("Twelve refugees fled Goma on Monday.", ()),
    ("Hamas said it had tried to shell Haifa and hit a bus on Monday.", ("Hamas",)),
    ("Moscow said its army had taken Avdiivka on Monday.", ("Russia",)),
    ("Special forces captured Goma on Monday.", ()),
    (("Rebels shelled Goma on Monday, an official said, as a court in Paris ruled that a "
     "firm which had sold US jets must pay."), ("rebels",)),
    ("Ukrainian officials said they had shelled Goma on Monday.", ()),
    ("Residents who fled Hamas said they had shelled Haifa on Monday.", ()),
    ("Rebels of the FNL said they had attacked Goma on Monday.", ("FNL",)),
    ("A spokesman for the FNL said it had attacked Goma on Monday.", ("FNL",)),
    ("On Wednesday mobs set fire to a depot in Goma.", ("mobs",)),
    ("Rebels armed by the US shelled Goma on Monday.", ("rebels",)),
    ("Rebels shelled the Congolese city of Goma on Monday.", ("rebels",)),
    ("Nine people were killed by tribesmen and gendarmes in Goma on Monday.",
     ("tribesmen", "gendarmes")),
    ("US students threw stones at a church in Goma.", ("United States",)),
    ("Goma youths threw stones at a church in Kisangani.", ("goma youths",)),
    ("Gendarmes and tribesmen attacked Goma on Monday.", ("gendarmes", "tribesmen")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), SENTENCES)
def test_the_sides_of_an_event(services, text, actors):
    article = text_article(text, published=date(2024, 5, 16))
    assert read_article(article, services).told()[0].actors == actors


def test_a_side_taken_from_the_place_says_so(services):
    article = text_article(SENTENCES[0][0], published=date(2024, 5, 16))
    (event,) = read_article(article, services).told()
    assert "'army': taken for Ukraine's, as nothing says whose" in event.reasons


def test_a_guess_is_told_as_one(services):
    article = text_article(SENTENCES[0][0], published=date(2024, 5, 16))
    (event,) = read_article(article, services).told()
    assert event.known_actors == ()
    assert actor_texts(event) == ["Ukraine (by the place; the text says 'army')"]


def test_what_is_named_is_no_guess(services):
    text = "Ukrainian tanks and soldiers captured Kupiansk on Monday."
    article = text_article(text, published=date(2024, 5, 16))
    (event,) = read_article(article, services).told()
    assert event.known_actors == ("Ukraine",)


def test_who_tells_of_one_thing_did_not_do_the_next(services):
    text = (
        "A rocket killed 14 people in Kupiansk, according to the rebels; "
        "the ministry said its planes had bombed Kherson on Monday."
    )
    article = text_article(text, published=date(2024, 5, 16))
    assert all(e.actors == () for e in read_article(article, services).told())


def test_two_places_of_one_sentence_are_two_events(services):
    text = "Soldiers shot three youths in Bucha and Irpin on Monday."
    article = text_article(text, published=date(2024, 5, 16))
    assert len(merge_events(read_article(article, services).told())) == 2
