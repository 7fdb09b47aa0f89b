"""What is counted and what became of it: kind, value, bounds and modifier."""

import pytest

from geoevents.extract.figures import find_figures
from geoevents.extract.timexes import find_timexes
from geoevents.weights import Weights

APPROX, AT_LEAST, OVER = "APPROX", "EQUAL_OR_MORE", "MORE_THAN"
UP_TO, UNDER = "EQUAL_OR_LESS", "LESS_THAN"

# sentence -> figures in order: (text, kind, value, low, high, mod)
OUTCOMES = [
    ("The minister said 7 killed, 61 injured in marches after the count.", [("7", "killed", 7, None, None, None), ("61", "wounded", 61, None, None, None)]),
    ("Nine gunmen killed 42 shoppers.", [("42", "killed", 42, None, None, None)]),
    ("Two lorries - one parked by a bank and another by a school - killed seven people.", [("Two", "equipment", 2, None, None, None), ("seven", "killed", 7, None, None, None)]),
    ("Fighting in the hills has killed at least 40 farmers and 50 wounded over the past two weeks, the agency reported on Monday.", [("at least 40", "killed", 40, None, None, AT_LEAST), ("50", "wounded", 50, None, None, None)]),
    ("About 12 prisoners were believed to have been shot dead.", [("About 12", "killed", 12, None, None, APPROX)]),
    ("About 24,000 people were told to leave their homes.", [("About 24,000", "evacuated", 24_000, None, None, APPROX)]),
    ("A young suicide bomber detonated his belt, killing himself, two other men and eight people in Gao.", [("two", "killed", 2, None, None, None), ("eight", "killed", 8, None, None, None)]),
    ("Raiders came at noon, leaving one sheikh dead and nine farmers injured.", [("one", "killed", 1, None, None, None), ("nine", "wounded", 9, None, None, None)]),
    ("The death toll from Friday's marches climbed to 17 people in Suez, the ministry of justice said Sunday night.", [("17", "killed", 17, None, None, None)]),
    ("Rebels killed over 10 farmers near Liwa.", [("over 10", "killed", 10, None, None, OVER)]),
    ("Seven women sustained bullet injuries and three suffered burns.", [("Seven", "wounded", 7, None, None, None), ("three", "wounded", 3, None, None, None)]),
    ("Gunmen beheaded two sons of two reporters.", [("two", "killed", 2, None, None, None)]),
    ("The fighters killed six captured soldiers on Sunday.", [("six", "killed", 6, None, None, None)]),
    ("Rebels killed at least 17 villagers seeking shelter in a barn.", [("at least 17", "killed", 17, None, None, AT_LEAST)]),
    ("The army freed six captured soldiers on Sunday.", [("six", "captured", 6, None, None, None)]),
    ("Doctors evacuated nine kidnapped nurses.", [("nine", "abducted", 9, None, None, None)]),
    ("Relatives of 43 missing students marched.", [("43", "missing", 43, None, None, None)]),
    ("Some three million people have lost their homes since May.", [("Some three million", "displaced", 3_000_000, None, None, APPROX)]),
    ("The clinic put the wounded at 71, among them eight girls.", [("71", "wounded", 71, None, None, None), ("eight", "wounded", 8, None, None, None)]),
    ("By Friday 12,480 people had come to Torit, over 7,000 children among them; a week before it was 2,000.", [("12,480", "displaced", 12_480, None, None, None), ("over 7,000", "displaced", 7000, None, None, OVER), ("2,000", "displaced", 2000, None, None, None)]),
    ("The office raised the number of dead to 31 and that of the injured to about 400.", [("31", "killed", 31, None, None, None), ("about 400", "wounded", 400, None, None, APPROX)]),
    ("She gave 14 as the number of dead and 35 as that of wounded.", [("14", "killed", 14, None, None, None), ("35", "wounded", 35, None, None, None)]),
    ("The blast killed 51 people and injured 90, the mayor said, revising a first figure of 60.", [("51", "killed", 51, None, None, None), ("90", "wounded", 90, None, None, None), ("60", "killed", 60, None, None, None)]),
    ("Observers counted 38 bodies at Kilo, one of a string of villages near Bunia.", [("38", "killed", 38, None, None, None)]),
    ("On Monday 70 died in Bunia, by one survivor's guess.", [("70", "killed", 70, None, None, None)]),
    ("The health office put the number of hurt villagers at 31, among them six women, and the dead at 12.", [("31", "wounded", 31, None, None, None), ("six", "wounded", 6, None, None, None), ("12", "killed", 12, None, None, None)]),
    ("Two lorries drew up in Gao, and one blew up, killing five.", [("Two", "equipment", 2, None, None, None), ("five", "killed", 5, None, None, None)]),
    ("The raid killed 12 men. A blast wounded 40; the mayor revised a first figure of 35.", [("12", "killed", 12, None, None, None), ("40", "wounded", 40, None, None, None), ("35", "wounded", 35, None, None, None)]),
    ("The storm killed 12 people and displaced 4,000; the mayor revised a first figure of 3,000.", [("12", "killed", 12, None, None, None), ("4,000", "displaced", 4000, None, None, None), ("3,000", "displaced", 3000, None, None, None)]),
    ("Rebels killed 12 men and burned 30 houses, including two schools.", [("12", "killed", 12, None, None, None)]),
    ("Some 60 people were hurt, including three policemen who died.", [("Some 60", "wounded", 60, None, None, APPROX), ("three", "killed", 3, None, None, None)]),
    ("Gunmen killed 12 men in Kilo. Some guests were there, two nurses among them.", [("12", "killed", 12, None, None, None)]),
    ("Six soldiers fell ill in the camp.", [("Six", "affected", 6, None, None, None)]),
    ("Seven houses fell and two people were wounded.", [("two", "wounded", 2, None, None, None)]),
    ("A landslide killed 13 people at Dawro, and in 2018 one left 32 dead there.", [("13", "killed", 13, None, None, None), ("32", "killed", 32, None, None, None)]),
    ("A landslide killed nine people at Kilo, and in 2018 one left 22 dead there.", [("nine", "killed", 9, None, None, None), ("22", "killed", 22, None, None, None)]),
    ("Seven soldiers fell and two were wounded.", [("Seven", "killed", 7, None, None, None), ("two", "wounded", 2, None, None, None)]),
    ("Six fans were trampled to death at the gate.", [("Six", "killed", 6, None, None, None)]),
    ("Police are holding 14 suspects.", [("14", "arrested", 14, None, None, None)]),
    ("She carried 340 people when she went down.", [("340", "affected", 340, None, None, None)]),
    ("The last of 700 fighters and about 4,000 civilians left on Sunday.", [("700", "troops", 700, None, None, None), ("about 4,000", "displaced", 4000, None, None, APPROX)]),
    ("Volunteers gathered 281 corpses.", [("281", "killed", 281, None, None, None)]),
    ("Seventy-eight people are under arrest.", [("Seventy-eight", "arrested", 78, None, None, None)]),
    ("The blast killed five people.", [("five", "killed", 5, None, None, None)]),
    ("The blast killed at least five people.", [("at least five", "killed", 5, None, None, AT_LEAST)]),
    ("Five people were killed in the blast.", [("Five", "killed", 5, None, None, None)]),
    ("More than 50 people died in the blast.", [("More than 50", "killed", 50, None, None, OVER)]),
    ("The blast left 12 dead and 30 wounded.", [("12", "killed", 12, None, None, None), ("30", "wounded", 30, None, None, None)]),
    ("The ministry counted 1,037 dead and 1,204 hurt.", [("1,037", "killed", 1037, None, None, None), ("1,204", "wounded", 1204, None, None, None)]),
    ("The crash left 12 dead and 30 hurt.", [("12", "killed", 12, None, None, None), ("30", "wounded", 30, None, None, None)]),
    ("Sixty-four people were on board.", [("Sixty-four", "affected", 64, None, None, None)]),
    ("The blast left nine villagers dead.", [("nine", "killed", 9, None, None, None)]),
    ("A 6.1-magnitude quake killed one and injured 22.", [("one", "killed", 1, None, None, None), ("22", "wounded", 22, None, None, None)]),
    ("The army said 14 out of 17 missiles had been shot down.", [("14", "munitions", 14, None, None, None), ("17", "munitions", 17, None, None, None)]),
    ("Up to 60 migrants, including 11 children, are missing after a boat sank.", [("Up to 60", "missing", 60, None, None, UP_TO), ("11", "missing", 11, None, None, None)]),
    ("Seven miners are dead.", [("Seven", "killed", 7, None, None, None)]),
    ("Seven miners are feared dead.", [("Seven", "killed", 7, None, None, None)]),
    ("The raid wounded dozens.", [("dozens", "wounded", None, 24, None, None)]),
    ("The raid wounded scores of shoppers.", [("scores", "wounded", None, 40, None, None)]),
    ("Two soldiers were shot dead.", [("Two", "killed", 2, None, None, None)]),
    ("The quake killed 81 and injured 1,700.", [("81", "killed", 81, None, None, None), ("1,700", "wounded", 1700, None, None, None)]),
    ("The quake struck at night, killing 81 and injuring 1,700.", [("81", "killed", 81, None, None, None), ("1,700", "wounded", 1700, None, None, None)]),
    ("14 rebels, two soldiers and one hostage died.", [("14", "killed", 14, None, None, None), ("two", "killed", 2, None, None, None), ("one", "killed", 1, None, None, None)]),
    ("Some 300 guerrillas were killed or wounded.", [("Some 300", "casualties", 300, None, None, APPROX)]),
    ("The brigade took 400 casualties.", [("400", "casualties", 400, None, None, None)]),
    ("Twenty-three people were killed and dozens more injured.", [("Twenty-three", "killed", 23, None, None, None), ("dozens more", "wounded", None, 24, None, None)]),
    ("The airstrike killed 20 people, including six children.", [("20", "killed", 20, None, None, None), ("six", "killed", 6, None, None, None)]),
    ("The collapse killed 20 people, four of them children.", [("20", "killed", 20, None, None, None), ("four", "killed", 4, None, None, None)]),
    ("Police counted 15 bodies.", [("15", "killed", 15, None, None, None)]),
    ("The floods cost 40 lives.", [("40", "killed", 40, None, None, None)]),
    ("Forty people lost their lives in the floods.", [("Forty", "killed", 40, None, None, None)]),
    ("Officials confirmed 12 deaths.", [("12", "killed", 12, None, None, None)]),
    ("There were three fatalities.", [("three", "killed", 3, None, None, None)]),
    ("The deaths of 12 miners shocked the town.", [("12", "killed", 12, None, None, None)]),
    ("A woman was killed with her three sons.", [("three", "killed", 3, None, None, None)]),
    ("Two soldiers and a cook were among the dead.", [("Two", "killed", 2, None, None, None)]),
    ("Among the dead were 12 pupils and three nurses.", [("12", "killed", 12, None, None, None), ("three", "killed", 3, None, None, None)]),
    ("Twelve pupils were among those killed.", [("Twelve", "killed", 12, None, None, None)]),
    ("Nine farmers were among the victims.", [("Nine", "killed", 9, None, None, None)]),
    ("The massacre of 300 villagers went unpunished.", [("300", "killed", 300, None, None, None)]),
    ("The town mourns the execution of 15 officers.", [("15", "killed", 15, None, None, None)]),
    ("Bombs hit crowds of Afghans, killing at least 31 Afghans and 13 U.S. troops, Afghan and U.S. officials said.", [("at least 31", "killed", 31, None, None, AT_LEAST), ("13", "killed", 13, None, None, None)]),
    ("The toll could run into the hundreds.", [("hundreds", "killed", None, 200, None, None)]),
    ("The rains killed 40 people and affected 2 million.", [("40", "killed", 40, None, None, None), ("2 million", "affected", 2_000_000, None, None, None)]),
    ("The siege ended with 61 shoppers, six soldiers and five attackers dead.", [("61", "killed", 61, None, None, None), ("six", "killed", 6, None, None, None), ("five", "killed", 5, None, None, None)]),
    ("A ferry with 76 people aboard sank.", [("76", "affected", 76, None, None, None)]),
    ("The coach was carrying 48 passengers and two drivers.", [("48", "affected", 48, None, None, None), ("two", "affected", 2, None, None, None)]),
    ("Air Mali said flight 306, with 28 people on board, had vanished.", [("28", "missing", 28, None, None, None)]),
    ("The dead include two nurses.", [("two", "killed", 2, None, None, None)]),
    ("Sixteen farmers were hacked to death.", [("Sixteen", "killed", 16, None, None, None)]),
    ("Three of the wounded later died.", [("Three", "killed", 3, None, None, None)]),
    ("More than a dozen were taken to hospital.", [("More than a dozen", "wounded", 12, None, None, OVER)]),
    ("Four sailors are missing.", [("Four", "missing", 4, None, None, None)]),
    ("Four sailors went missing in the storm.", [("Four", "missing", 4, None, None, None)]),
    ("Eighty-two remain unaccounted for.", [("Eighty-two", "missing", 82, None, None, None)]),
    ("The rebels captured 60 soldiers.", [("60", "captured", 60, None, None, None)]),
    ("Sixty soldiers were taken prisoner.", [("Sixty", "captured", 60, None, None, None)]),
    ("The two sides swapped 200 prisoners.", [("200", "captured", 200, None, None, None)]),
    ("Gunmen abducted 30 pupils.", [("30", "abducted", 30, None, None, None)]),
    ("Gunmen took 30 pupils hostage.", [("30", "abducted", 30, None, None, None)]),
    ("The militia still holds 97 hostages.", [("97", "abducted", 97, None, None, None)]),
    ("Police arrested 19 protesters.", [("19", "arrested", 19, None, None, None)]),
    ("More than 300 people were detained.", [("More than 300", "arrested", 300, None, None, OVER)]),
    ("The clashes displaced some 14,000 people.", [("some 14,000", "displaced", 14000, None, None, APPROX)]),
    ("About 9,000 families fled the valley.", [("About 9,000", "displaced", 9000, None, None, APPROX)]),
    ("The war has uprooted 2.5 million people.", [("2.5 million", "displaced", 2_500_000, None, None, None)]),
    ("The fire left 400 people homeless.", [("400", "displaced", 400, None, None, None)]),
    ("The camp shelters 70,000 refugees.", [("70,000", "displaced", 70000, None, None, None)]),
    ("Rescuers evacuated 3,400 residents.", [("3,400", "evacuated", 3400, None, None, None)]),
    ("Eleven climbers were rescued.", [("Eleven", "evacuated", 11, None, None, None)]),
    ("Helicopters airlifted 45 patients.", [("45", "evacuated", 45, None, None, None)]),
    ("Forty-five fighters surrendered.", [("Forty-five", "surrendered", 45, None, None, None)]),
    ("Forty-five fighters laid down their arms.", [("Forty-five", "surrendered", 45, None, None, None)]),
    ("Thousands of people marched through the city.", [("Thousands", "participants", None, 2000, None, None)]),
    ("Hundreds of thousands marched through the city.", [("Hundreds of thousands", "participants", None, 200_000, None, None)]),
    ("A crowd of 2,000 gathered outside.", [("2,000", "participants", 2000, None, None, None)]),
    ("Some 200 students were trapped in the church.", [("Some 200", "affected", 200, None, None, APPROX)]),
]  # fmt: skip

FORCES = [
    ("Some 11,000 North Korean soldiers are in the region.", [("Some 11,000", "troops", 11000, None, None, APPROX)]),
    ("Up to 1,200 soldiers crossed the river.", [("Up to 1,200", "troops", 1200, None, None, UP_TO)]),
    ("Paris will send 5,000 more soldiers.", [("5,000 more", "troops", 5000, None, None, None)]),
    ("Ankara keeps several thousand soldiers there.", [("several thousand", "troops", None, 3000, None, None)]),
    ("The force has 22,000 men in the country.", [("22,000", "troops", 22000, None, None, None)]),
    ("The 3,000-strong garrison gave up.", [("3,000", "troops", 3000, None, None, None)]),
    ("A battalion of up to 400 men broke through.", [("up to 400", "troops", 400, None, None, UP_TO)]),
    ("Between 400 and 600 commandos landed.", [("Between 400 and 600", "troops", None, 400, 600, None)]),
    ("An estimated 800 fighters attacked the base.", [("An estimated 800", "troops", 800, None, None, APPROX)]),
    ("Tens of thousands of troops massed at the border.", [("Tens of thousands", "troops", None, 20000, None, None)]),
    ("The army destroyed 30 tanks.", [("30", "equipment", 30, None, None, None)]),
    ("Between 40 and 60 tanks crossed the river.", [("Between 40 and 60", "equipment", None, 40, 60, None)]),
    ("Around a dozen trucks burned.", [("Around a dozen", "equipment", 12, None, None, APPROX)]),
    ("The column brought out 200 pieces of equipment.", [("200", "equipment", 200, None, None, None)]),
    ("Russia fired 158 missiles and drones.", [("158", "munitions", 158, None, None, None)]),
    ("Nearly 100 rockets fell on the port.", [("Nearly 100", "munitions", 100, None, None, UNDER)]),
    ("It shipped 13,000 containers of shells.", [("13,000", "munitions", 13000, None, None, None)]),
]  # fmt: skip

MEASURES = [
    ("Medics had put the toll at 46 in the morning.", [("46", "killed", 46, None, None, None)]),
    ("The ministry cut its count of the dead from 155 to 82.", [("82", "killed", 82, None, None, None)]),
    ("A guard put the number of prisoners who got away at 500.", [("500", "captured", 500, None, None, None)]),
    ("A mayor put the losses of the militia at 27.", [("27", "casualties", 27, None, None, None)]),
    ("The death toll rose to 205.", [("205", "killed", 205, None, None, None)]),
    ("The death toll stands at 1,345.", [("1,345", "killed", 1345, None, None, None)]),
    ("The toll has passed 100.", [("100", "killed", 100, None, None, OVER)]),
    ("The number of people killed has climbed to 24.", [("24", "killed", 24, None, None, None)]),
    ("The ministry put the number of wounded at 66.", [("66", "wounded", 66, None, None, None)]),
    ("Seoul put the number of soldiers there at 11,000.", [("11,000", "troops", 11000, None, None, None)]),
    ("The number of arrests reached 293.", [("293", "arrested", 293, None, None, None)]),
    ("Kyiv said 180 soldiers were killed; Moscow put the figure at 14.", [("180", "killed", 180, None, None, None), ("14", "killed", 14, None, None, None)]),
    ("Kyiv said 180 soldiers were killed. Moscow put the number at 14.", [("180", "killed", 180, None, None, None), ("14", "killed", 14, None, None, None)]),
    ("Doctors counted 52 dead, up from 40.", [("52", "killed", 52, None, None, None), ("40", "killed", 40, None, None, None)]),
    ("The toll rose from 12 to 14.", [("14", "killed", 14, None, None, None)]),
    ("Chile has deployed 1,650 soldiers and will send another 500.", [("1,650", "troops", 1650, None, None, None), ("500", "troops", 500, None, None, None)]),
]  # fmt: skip

WORDS = [
    ("The blast killed one hundred and five people.", [("one hundred and five", "killed", 105, None, None, None)]),
    ("The blast killed a dozen people.", [("a dozen", "killed", 12, None, None, None)]),
    ("The blast killed two dozen people.", [("two dozen", "killed", 24, None, None, None)]),
    ("The blast killed half a dozen people.", [("half a dozen", "killed", 6, None, None, None)]),
    ("The floods displaced half a million people.", [("half a million", "displaced", 500_000, None, None, None)]),
    ("The blast killed several hundred people.", [("several hundred", "killed", None, 300, None, None)]),
    ("The blast killed a hundred people.", [("a hundred", "killed", 100, None, None, None)]),
    ("The blast killed 60 to 70 people.", [("60 to 70", "killed", None, 60, 70, None)]),
    ("The blast killed 60-70 people.", [("60-70", "killed", None, 60, 70, None)]),
    ("The blast killed two or three people.", [("two or three", "killed", None, 2, 3, None)]),
    ("The blast killed 100 or more people.", [("100 or more", "killed", 100, None, None, AT_LEAST)]),
    ("The blast killed 40 or so people.", [("40 or so", "killed", 40, None, None, APPROX)]),
    ("The blast killed no fewer than 16 people.", [("no fewer than 16", "killed", 16, None, None, AT_LEAST)]),
    ("The blast killed as many as 300 people.", [("as many as 300", "killed", 300, None, None, UP_TO)]),
    ("The blast killed fewer than 60 people.", [("fewer than 60", "killed", 60, None, None, UNDER)]),
    ("The blast killed almost 60 people.", [("almost 60", "killed", 60, None, None, UNDER)]),
    ("The blast killed well over 60 people.", [("well over 60", "killed", 60, None, None, OVER)]),
    ("The blast killed roughly 60 people.", [("roughly 60", "killed", 60, None, None, APPROX)]),
]  # fmt: skip


def figures_of(engine, text):
    parse = engine.parse(text)
    return find_figures(parse, find_timexes(parse, published=None))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    OUTCOMES + FORCES + MEASURES + WORDS,
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_figure_has_its_kind_and_its_amount(engine, sentence, expected):
    found = [
        (f.text, f.kind, f.value, f.low, f.high, f.mod)
        for f in figures_of(engine, sentence)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("About 50 people have fallen ill and four died.", ["affected", "killed"]),
        ("The coast guard pulled 31 migrants from the sea.", ["evacuated"]),
    ],
)
def test_rules_alone_know_the_ill_and_the_rescued(engine, sentence, kinds):
    syntax = engine.parse(sentence)
    found = find_figures(syntax, (), weights=Weights())
    assert [figure.kind.value for figure in found] == kinds
