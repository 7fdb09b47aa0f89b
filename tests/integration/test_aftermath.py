"""The day of a trial, a funeral or a count is none of the event's."""

from datetime import date

import pytest

from geoevents.pipeline import read_article
from tests.factories import make_article

# Published on Wednesday 6 November 2024: text, the event's word, its day.
DAYS = [
    ("A court in Bern convicted him on Monday of the murder of 80 men.", "murder", None),
    ("A farmer who stabbed three girls in Derby was jailed on Monday.", "stabbed", None),
    ("Relatives on Friday mourned the victims of the blast in Beirut.", "victims", None),
    ("A boy shot dead in Lille was buried on Saturday.", "shot dead", None),
    ("He apologised on Monday for the massacre of 500 villagers in Mueda.",
     "massacre", None),
    ("Envoys on Tuesday blamed Iran for the attack on a tanker off Fujairah.",
     "attack", None),
    ("A memorial to the bombing of Guernica was opened on Saturday.", "bombing", None),
    ("Officials on Monday opened an inquiry into the shooting of nine men in Lekki.",
     "shooting", None),
    ("An amnesty was granted on Monday to rebels who killed 20 policemen in Ituri.",
     "killed", None),
    ("The number of dead in Derna reached 900 on Monday.", "dead", None),
    ("Amnesty had on 2 November reported killings in Bama.", "killings", None),
    # Of the event itself.
    ("Fighting was reported on Monday in Torit.", "Fighting", date(2024, 11, 4)),
    ("The army reported an attack on its base at Gao on Monday.", "attack",
     date(2024, 11, 4)),
    ("A landslide buried five shepherds in Badghis on Friday.", "landslide",
     date(2024, 11, 1)),
    ("Police searched his flat in Lyon on Friday and arrested his wife.", "arrested",
     date(2024, 11, 1)),
    ("A court convicted him of the murder of a nurse in Luton on 3 May.", "murder",
     date(2024, 5, 3)),
    ("In May the group was accused of shooting 30 villagers in Baksa.", "shooting",
     date(2024, 5, 1)),
    ("The death toll of the floods in Jalpa on 2 November has reached 57.", "toll",
     date(2024, 11, 2)),
    ("Widows recalled the ruin of Agadir on 29 February 1960, when 90 people perished.",
     "perished", date(1960, 2, 29)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "day"), DAYS, ids=[d[0][:40] for d in DAYS])
def test_the_day_of_the_event(services, text, word, day):
    reading = read_article(make_article(text), services)
    (report,) = [r for r in reading.reports if r.trigger_text == word]
    assert report.date_start == day


def test_whose_day_it_is_stands_among_the_reasons(services):
    text = "A court in Bern convicted him on Monday of the murder of 80 men."
    (report,) = read_article(make_article(text), services).reports
    assert "'Monday' is the day of 'convicted' alone" in report.reasons
