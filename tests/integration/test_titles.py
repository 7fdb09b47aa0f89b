"""What an event is called in the list: a noun, and its own words where they say more."""

import tomllib
from collections import Counter
from datetime import date
from importlib import resources

import pytest

from geoevents.ingest.plain_text import text_article
from geoevents.pipeline import read_article

SENTENCES = [
    ("Some 4,000 people fled Kherson on Monday.", "Fleeing"),
    ("Ukraine pulled out of Avdiivka on Monday.", "Ukraine: Withdrawal"),
    ("Kenya sent 400 soldiers to Haiti on Monday.", "Kenya: sent 400 soldiers"),
    ("About 200 families fled their homes in Kherson on Monday.", "Fled their homes"),
    ("Police arrested 40 people in Minsk on Monday.", "Police: Arrests"),
    (
        "A missile hit a school in Kherson on Monday, killing two.",
        "Shelling or missile attack",
    ),
]

# Who suffers, owns the restaurant or speaks is in the list of actors, not in the title.
SHELLED, PLANTED = "Shelling or missile attack", "Bomb or mine"
DOERS = [
    ("A mine wounded four Egyptian soldiers at Kidal on Monday.", PLANTED),
    ("A bomb killed 15 people in an Ethiopian restaurant in Kampala.", PLANTED),
    ("A bomb killed 21 people in Tunis, 14 of them Germans.", PLANTED),
    ("Egyptian soldiers shelled Gao. A mine wounded Egyptian troops at Kidal.", PLANTED),
    ("Six Indian soldiers drowned when a ferry sank off Goa.", "Transport accident"),
    ("Rebels clashed with Congolese troops in Goma.", "Rebels – DR Congo: Armed clash"),
    ("Russia, which shelled Kherson on Monday, said nothing.", f"Russia: {SHELLED}"),
    ("Police freed the Kenyan officers who had killed two people in Kisumu.",
     "Kenya: Attack on civilians"),
    ("The deaths of nine Kenyan policemen in a blast in Goma were told on Monday.",
     "Bomb or mine"),
    ("Syrian rebels captured Hama on Monday.", "Rebels: Territory taken"),
    ("A missile fired by Hamas hit a ship near Haifa on Monday.", f"Hamas: {SHELLED}"),
    (
        "Rebels fled. Nine people were killed by Kenyan jets in Goma on Monday.",
        "Kenya: Air/drone strike",
    ),
    ("A mine killed nine soldiers in Goma on Monday.", "Bomb or mine"),
    ("The army fought rebels in Goma on Monday.", "Rebels – army: Armed clash"),
    ("Soldiers took Goma from rebels on Monday.", "Soldiers: Territory regained"),
    ("Congolese police slept. The army shelled Goma.", f"Army: {SHELLED}"),
    ("Russian planes flew low and bombed Kherson.", "Russia: Air/drone strike"),
    ("Russian shelling of Kherson went on all night.", f"Russia: {SHELLED}"),
    ("Egyptian troops slept in Kidal and six men were killed by a mine.", PLANTED),
    ("Two Russian soldiers were killed by a mine near Kherson.", PLANTED),
    ("A quake killed 900 people in Herat, a Taliban spokesman said.", "Earthquake"),
    ("Russian missiles hit a school in Kherson.", f"Russia: {SHELLED}"),
    ("Ukraine was hit by 40 Russian missiles on Monday.", f"Russia: {SHELLED}"),
    ("Six people died in a Turkish air raid on Mosul.", "Turkey: Air/drone strike"),
    ("Nine French soldiers died in an Ivorian air raid on Bouake.",
     "Ivory Coast: Air/drone strike"),
    ("Fighters of the SDF shot two people dead in Raqqa.", "SDF: Attack on civilians"),
    ("Gunmen who shot two people dead in Goma fled.", "Gunmen: Attack on civilians"),
    ("The army shelled Goma on Monday.", f"Army: {SHELLED}"),
    ("Russian and Ukrainian troops fought near Kherson.",
     "Russia – Ukraine: Armed clash"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"), [*SENTENCES, *DOERS], ids=[s[0] for s in [*SENTENCES, *DOERS]]
)
def test_the_title_of_an_event(services, text, title):
    article = text_article(text, published=date(2024, 5, 10))
    assert title in [event.title for event in read_article(article, services).told()]


def test_a_verb_stands_under_one_noun():
    path = resources.files("geoevents.assemble") / "titles.toml"
    nouns = tomllib.loads(path.read_text(encoding="utf-8"))["nouns"]
    counted = Counter(verb for verbs in nouns.values() for verb in verbs)
    assert [verb for verb, count in counted.items() if count > 1] == []
