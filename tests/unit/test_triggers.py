"""Which words evoke which events, and how many happenings a sentence tells."""

import pytest

from geoevents.extract.triggers import find_triggers

B, X, V = "Battles", "Explosions/Remote violence", "Violence against civilians"
P, S, D = "Protests", "Strategic developments", "Disaster"
R = "Riots"

SENTENCES = [
    ("A leader of the union died of bullet wounds at a platinum mine.", [V]),
    ("A mine killed two herders by the well.", [X]),
    ("Rebels clashed with soldiers near the town.", [B]),
    ("A drone strike killed five people in the city.", [X]),
    ("Artillery fire wounded two soldiers.", [X]),
    ("Gunmen shot dead four villagers at a market.", [V]),
    ("Gunmen opened fire on the crowd.", [V]),
    ("Rebels opened fire on soldiers.", [B]),
    ("Thousands of people protested against the law in the capital.", [P]),
    ("The army withdrew its troops from the town.", [S]),
    ("The two sides agreed on a ceasefire.", [S]),
    ("Police arrested 19 demonstrators.", [S]),
    ("Floods killed 12 people in the valley.", [D]),
    ("Two trains collided and 30 passengers died.", [D]),
    ("An explosion at a refinery injured 14 workers.", [D]),
    ("A car bomb exploded outside the ministry.", [X]),
    ("About 11,000 soldiers are in the region.", [S]),
    ("Some 14,000 residents fled the fighting.", [S]),
    ("Militants abducted 30 pupils from a school.", [V]),
    (
        "An air strike on a market killed 54 people, including nine children, and wounded 158.",
        [X],
    ),
    ("Shelling left at least six people dead.", [X]),
    ("Drones set a large grain store on fire.", [X]),
    ("Insurgents entered the village and burned down 40 houses.", [B]),
    ("A fire burned down a hotel on the coast.", [D]),
    ("Three policemen were killed in a mine explosion on the road.", [X]),
    ("An explosion at a coal mine killed nine miners.", [D]),
    ("The conflict has killed 9,000 people.", [B]),
    ("A crowd broke into the governor's house.", [R]),
    ("Gunmen ambushed villagers on the way to market.", [V]),
    ("Nine fans were crushed to death at the gate.", [D]),
    ("A crowd surge at the gate left nine fans dead.", [D]),
    ("Nine fans were trampled to death at the gate.", [D]),
    ("Marches were held in four towns.", [P]),
    ("The airport stayed shut.", [S]),
    ("The navy seized a tanker in the strait.", [S]),
    ("Rebels seized the hills.", [B]),
    ("Some 150 inmates were recaptured.", [S]),
    ("Guards fought smugglers at the border.", [B]),
    ("Rebels captured three trucks and the hills.", [B]),
    ("Attackers threw a grenade at a police station.", [X]),
    ("A grenade was thrown at a police station.", [X]),
    ("Pirates hijacked a tanker.", [V]),
    ("The president was overthrown.", [S]),
    ("Soldiers mutinied in the barracks.", [S]),
    ("Lightning killed nine farmers.", [D]),
    ("A car ploughed into a crowd.", [D]),
    ("The ministry shipped 300 containers of shells to the coast.", [S]),
]


@pytest.mark.parametrize(
    ("text", "types"), SENTENCES, ids=[s[0][:40] for s in SENTENCES]
)
def test_sentence_evokes_its_event(engine, text, types):
    found = [t.event_type.value for t in find_triggers(engine.parse(text))]
    assert found[: len(types)] == types


IED, AIR = "Remote explosive/landmine/IED", "Air/drone strike"
MEANS = [
    ("A bomb killed nine people in the bar.", IED),
    ("A mine killed nine soldiers on the road.", IED),
    ("A bombing in the market killed nine people.", IED),
    ("A grenade killed nine people in the bar.", "Grenade"),
    ("A guided bomb killed nine people in the city.", AIR),
    ("The bombing of the city went on.", AIR),
    ("Jets struck; the bombing killed nine people.", AIR),
    ("Nine people drowned when the river overflowed.", "Flood"),
    (
        "Five were killed in Balochistan, where a port was under water and boats carried people from their homes.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "sub_type"), MEANS, ids=[m[0] for m in MEANS])
def test_the_means_are_those_that_the_sentence_names(engine, text, sub_type):
    found = {t.sub_event_type for t in find_triggers(engine.parse(text))}
    assert sub_type in found if sub_type else "Transport accident" not in found


def test_at_of_at_least_is_no_part_of_a_trigger(engine):
    text = "Gunmen shot dead at least nine people in a bar."
    (trigger,) = find_triggers(engine.parse(text))
    assert trigger.span.of(text) == "shot dead"


ONE_EVENT = [
    "The clashes also left some 15 traders wounded in the southern town, police said.",
    "An explosion in Kandahar has killed 13 men and left five others injured.",
    "A curfew was imposed in the town.",
    "The army imposed a blockade on the town.",
    "A drone strike killed five people and wounded seven.",
    "Shelling in the city killed three people.",
    "Two men were shot dead on the road.",
    "The army launched an attack on the rebels.",
]


@pytest.mark.parametrize("text", ONE_EVENT)
def test_several_words_for_one_happening_are_one_trigger(engine, text):
    assert len(find_triggers(engine.parse(text))) == 1


NO_EVENT = [
    "Paris Hilton met Jordan Peterson at the match.",
    "Mrs May said that the fund had been spent.",
    "The battle tank is a heavy vehicle.",
    "The minister arrived in the capital for talks about trade.",
    "European leaders urged the bank to act.",
    "The oversight body published its yearly report.",
    "Talks between the units went on for a week.",
    "The ministry never published its own toll.",
    "The soldiers took part in the ceremony.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_plain_news_evokes_no_event(engine, text):
    assert find_triggers(engine.parse(text)) == ()


STATUSES = [
    ("Rebels attacked the base.", "occurred"),
    ("Rebels did not attack the base.", "denied"),
    ("Rebels may attack the base.", "hypothetical"),
    ("Rebels will attack the base.", "planned"),
    ("The rebels plan to attack the base.", "planned"),
    ("The army must attack the base.", "planned"),
    ("The army needs to attack the base.", "planned"),
    ("The mayor wants 300 people evacuated.", "planned"),
    ("Some 300 people were evacuated.", "occurred"),
    ("He saw 300 people evacuated.", "occurred"),
    ("The mayor wants peace after rebels attacked the base.", "occurred"),
    ("Troops are advancing on the town.", "ongoing"),
    ("If rebels attack the base, the army will retreat.", "hypothetical"),
    ("The general refused to withdraw his troops.", "denied"),
    (
        "The gang set fire to 40 houses, forcing people to flee to the coast.",
        "occurred",
    ),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_mode_is_read_from_the_verbs_around_the_trigger(engine, text, status):
    assert find_triggers(engine.parse(text))[0].status.value == status


def test_trigger_text_is_what_the_span_quotes(engine):
    text = "Rebels opened fire on a patrol; soldiers fired back and killed two of them."
    for trigger in find_triggers(engine.parse(text)):
        assert trigger.span.of(text) == trigger.text
