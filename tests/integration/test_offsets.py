"""Days told as so long after or before another event's."""

from datetime import date

import pytest

from geoevents.pipeline import read_article
from tests.factories import make_article

OF_SENTENCE = "counted from what the sentence tells"
OF_NAMED = "counted from the event it names"
OF_STORY = "of what was told before"

# Published on Wednesday 6 November 2024: text, the event's word, its day, and why.
COUNTED = [
    ("Troops captured Vuhledar on Saturday, six days after rebels attacked it.",
     "attacked", date(2024, 10, 27), OF_SENTENCE),
    ("Police cleared the camp on Monday, two weeks after gunmen attacked it.",
     "attacked", date(2024, 10, 21), OF_SENTENCE),
    ("The bridge in Mopti fell on Monday, hours after gunmen attacked a convoy on it.",
     "attacked", date(2024, 11, 4), OF_SENTENCE),
    ("Militia stormed the barracks in Goma on Monday. Two days before the raid, gunmen "  # noqa: ISC004
     "killed six guards in Sake.", "killed", date(2024, 11, 2), OF_NAMED),
    ("Police took the hill on Monday after a raid at dawn. On 18 October pensions were "  # noqa: ISC004
     "cut. Two days before the raid, gunmen killed six guards.",
     "killed", date(2024, 11, 2), OF_NAMED),
    ("Rebels shelled the port of Hodeidah on Monday. Hours later a drone hit a clinic.",
     "drone hit", date(2024, 11, 4), OF_STORY),
    ("Rebels shelled the port of Hodeidah on Monday. Within hours jets bombed a camp.",
     "bombed", date(2024, 11, 4), OF_STORY),
    ("Two days after the raid on 3 November, troops burned the village of Gandu.",
     "burned", date(2024, 11, 5), OF_NAMED),
    # From the day told before, where its own sentence tells none.
    ("A jet crashed near Parand on Monday. It came down hours after Iran had fired 22 "  # noqa: ISC004
     "missiles at a base near Erbil.", "fired 22 missiles at", date(2024, 11, 4),
     OF_SENTENCE),
    # The number has lost its noun.
    ("On Sunday 14 miners died in Kabwe, three days after 30 were killed in Chingola.",
     "killed", date(2024, 10, 31), OF_SENTENCE),
    # What somebody said later is no day of the story.
    ("Rebels shelled Hodeidah on 3 May. The army confirmed it on 10 May. Hours later a "  # noqa: ISC004
     "drone hit a clinic in the port.", "drone hit", date(2024, 5, 3), OF_STORY),
    ("Militia stormed the barracks in Goma on 3 May. A priest said on 10 May that the "  # noqa: ISC004
     "raid was a crime. Two days before the raid, gunmen killed six guards in Sake.",
     "killed", date(2024, 5, 1), OF_NAMED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "day", "why"), COUNTED)
def test_a_day_is_counted_from_another_events(services, text, word, day, why):
    reading = read_article(make_article(text), services)
    (report,) = [r for r in reading.reports if r.trigger_text == word]
    assert (report.date_start, report.date_end) == (day, day)
    assert any(why in r for r in report.reasons)


# Text, the event's word, its first and last day: whole months and years.
LONG_AGO = [
    ("On Sunday 14 miners died in Kabwe, a year after 30 were killed in Chingola.",
     "killed", date(2023, 1, 1), date(2023, 12, 31)),
    ("A month after 30 miners were killed in Chingola, 14 died in Kabwe on Sunday.",
     "killed", date(2024, 10, 1), date(2024, 10, 31)),
    ("Police cleared the camp on 4 May, three months before gunmen attacked it.",
     "attacked", date(2024, 8, 1), date(2024, 8, 31)),
    ("Tourists lay siege to Luxor, ten years after gunmen murdered 62 people, 58 of "  # noqa: ISC004
     "them foreigners, among its columns on 17 November 1997.",
     "murdered", date(1997, 11, 17), date(1997, 11, 17)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "first", "last"), LONG_AGO)
def test_months_and_years_off_are_whole_ones(services, text, word, first, last):
    reading = read_article(make_article(text), services)
    (report,) = [r for r in reading.reports if r.trigger_text == word]
    assert (report.date_start, report.date_end) == (first, last)


UNCOUNTED = ["weeks", "nearly a decade", "less than a week", "900000 days"]


@pytest.mark.parametrize("length", UNCOUNTED)
def test_how_long_before_is_not_known(services, length):
    text = f"On Sunday 14 miners died in Kabwe, {length} after 30 were killed in Ndola."
    reading = read_article(make_article(text), services)
    days = [(r.trigger_text, r.date_start) for r in reading.reports]
    assert days == [("died", date(2024, 11, 3)), ("killed", None)]
