"""Numbers that are no figures; and whose figures, over what, and why."""

from datetime import date

import pytest

from geoevents.extract.figures import find_figures
from geoevents.extract.timexes import find_timexes

NO_FIGURES = [
    "The fund has $3.2 million left.",
    "The ransom was 110 million naira.",
    "Damage reached 40 billion euros.",
    "He raised 500 dollars for them.",
    "Some 40% of them fled.",
    "About 45 per cent of those killed were children.",
    "The town lies 25 km west of the river.",
    "The tanker was 55 nautical miles off the coast.",
    "The ship carried 21,000 tonnes of wheat.",
    "A man of 67 was hurt.",
    "A man aged 67 was hurt.",
    "A 67-year-old man was hurt.",
    "Anna Ivanova, 62, was hurt.",
    "A baby of six weeks was hurt.",
    "The 12th brigade was destroyed.",
    "The third soldier died.",
    "The raid in 2014 killed nobody.",
    "The city fell in 1945.",
    "He was killed on 12 May.",
    "They fought for 30 days.",
    "The home side won 3-2.",
    "They lost 2-0.",
    "The army reported 168 attacks.",
    "Shells damaged 45 houses.",
    "The flood killed 300 cattle.",
    "Fire killed 12 cows and 40 sheep.",
    "Fighters burned three villages.",
    "The army lost two battalions.",
    "The town has 12,000 inhabitants.",
    "No one was hurt.",
    "One of the largest raids hit the port.",
    "It was the first one.",
    "The M23 attacked at dawn.",
    "An F-16 was shot down.",
    "They use S-300 systems.",
    "Resolution 1701 was adopted.",
    "Flight 370 vanished.",
    "He ran 26 miles.",
    "Winds of 120 mph hit the coast.",
    "The quake had a magnitude of 7.1.",
    "The index fell 12 points.",
    "Parliament has 150 seats.",
    "Two weeks passed.",
    "The ridge is 400 metres high.",
    "The two leaders met.",
    "Two diplomats said the talks failed.",
    "None of the 11 crew was hurt.",
    "Members of one family died in the raid.",
    "The factory made 4,000 shoes.",
    "A net loss of 12,427,000 stood in its books.",
    "Profit rose to 23 million.",
    "Airlines ordered 747-400 models.",
    "The sales force of 900 people was cut.",
]


def figures_of(engine, text, published=None):
    parse = engine.parse(text)
    return find_figures(parse, find_timexes(parse, published=published))


@pytest.mark.parametrize("sentence", NO_FIGURES)
def test_numbers_that_count_no_people_or_arms(engine, sentence):
    assert [(f.text, f.kind.value) for f in figures_of(engine, sentence)] == []


SCOPES = [
    ("The blast killed 12 people.", ["incident"]),
    ("The war has killed 12,000 people since 2014.", ["cumulative"]),
    ("So far 12 people have been killed.", ["cumulative"]),
    ("Some 400 soldiers are stationed there.", ["stock"]),
    ("About 10,000 troops are now in the region.", ["stock"]),
    ("Kenya sent 400 officers.", ["flow"]),
    ("France withdrew 1,500 soldiers.", ["flow"]),
    ("The blast killed 12 people, including three children.", ["incident", "subset"]),
    ("They stationed 900 men there, among them 50 officers and two generals.", ["stock", "subset", "subset"]),
    ("The blast killed 12 people, two of them nurses.", ["incident", "subset"]),
    ("The blast killed 12 people, among them two nurses.", ["incident", "subset"]),
    ("It was the worst raid since 2014, killing 12 people.", ["incident"]),
    ("Two of the dead were nurses.", ["subset"]),
    ("Two nurses were among the dead.", ["subset"]),
    ("The blast hurt 80 people: 60 soldiers and 20 nurses were hurt.", ["incident", "subset", "subset"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "scopes"), SCOPES)
def test_a_figure_says_over_what_it_counts(engine, sentence, scopes):
    assert [f.scope for f in figures_of(engine, sentence)] == scopes


OWNERS = [
    ("The blast killed 12 North Korean soldiers.", "North Korean soldiers", "PRK", "soldiers"),
    ("The blast killed 12 soldiers.", "soldiers", None, "soldiers"),
    ("Some 40 Kenyan officers were sent.", "Kenyan officers", "KEN", "officers"),
    ("The army destroyed two Ukrainian tanks.", "Ukrainian tanks", "UKR", "tanks"),
    ("The blast killed 12.", None, None, "people"),
    ("Dozens of civilians were killed.", "civilians", None, "civilians"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "of_text", "iso3", "unit"), OWNERS)
def test_a_figure_names_what_it_counts(engine, sentence, of_text, iso3, unit):
    (figure,) = figures_of(engine, sentence)
    assert (figure.of_text, figure.of_iso3, figure.unit) == (of_text, iso3, unit)


def test_nationalities_may_be_given(engine):
    parse = engine.parse("The blast killed 12 Ruritanian soldiers.")
    (figure,) = find_figures(parse, (), nationalities={"ruritanian": "RUR"})
    assert figure.of_iso3 == "RUR"


def test_a_bare_number_inherits_what_it_counts(engine):
    first, second = figures_of(
        engine,
        "Kyiv said 180 Russian soldiers were killed; Moscow put the figure at 14.",
    )
    assert (second.kind, second.unit, second.of_iso3) == ("killed", "soldiers", "RUS")
    assert second.of_text is None
    assert first.of_text == "Russian soldiers"


def test_head_and_governor_point_at_the_noun_and_the_deciding_word(engine):
    parse = engine.parse("The blast killed at least 12 soldiers.")
    (figure,) = find_figures(parse, ())
    assert figure.head is not None
    assert figure.governor is not None
    assert parse.tokens[figure.head].text == "soldiers"
    assert parse.tokens[figure.governor].text == "killed"


def test_a_reason_says_what_decided_the_kind(engine):
    (figure,) = figures_of(engine, "The blast killed 12 soldiers.")
    assert figure.reasons == ("killed: object of 'killed'",)


def test_a_dateline_day_never_joins_the_number_after_it(engine):
    text = "KAMPALA, June 4 - Fifty-four peacekeepers died."
    (figure,) = figures_of(engine, text, published=date(2023, 6, 4))
    assert (figure.text, figure.value) == ("Fifty-four", 54)


def test_figures_never_overlap_a_time(engine):
    text = "On 12 May 2023 some 40 soldiers fled; in 2024 another 30 did."
    parse = engine.parse(text)
    timexes = find_timexes(parse, published=None)
    for figure in find_figures(parse, timexes):
        assert not any(figure.span.overlaps(timex.span) for timex in timexes)
