"""The sub-type: by which weapon, taken by whom, how a protest was met."""

from datetime import date

import pytest

from geoevents.ingest.plain_text import text_article
from geoevents.pipeline import read_article

AIR, SUICIDE = "Air/drone strike", "Suicide bomb"
SHELLING = "Shelling/artillery/missile attack"
PLANTED = "Remote explosive/landmine/IED"
REGAINED = "Government regains territory"
TAKEN = "Non-state actor overtakes territory"
CLASH = "Armed clash"
FORCE = "Excessive force against protesters"
MET = "Protest with intervention"
PEACEFUL = "Peaceful protest"

STRIKES = [
    ("A suicide bombing killed 12 people in Quetta on Monday.", SUICIDE),
    ("A suicide car bomb killed 12 people in Quetta on Monday.", SUICIDE),
    ("A blast killed 12 people in Quetta when a man blew himself up.", SUICIDE),
    ("A bomb exploded in Quetta while a suicide bomber ran to a hall.", SUICIDE),
    ("The bomb, which a suicide bomber wore, killed 12 in Quetta.", SUICIDE),
    ("A bomb killed 12 in Quetta after a suicide bomber entered a hall.", SUICIDE),
    ("A guided bomb hit a block of flats in Kharkiv on Monday.", AIR),
    ("Army helicopters struck a village near Goma on Monday, killing six.", AIR),
    ("The bombs that fell on a prison in Saada on Monday killed 60 people.", AIR),
    ("Missiles from an American drone killed five people near Mir Ali.", AIR),
    ("A missile hit a drone plant in Kharkiv on Monday, killing two.", SHELLING),
    ("Two anti-aircraft missiles hit a school in Kherson on Monday.", SHELLING),
    ("A rocket was fired at a helicopter over Goma on Monday.", SHELLING),
    ("A bomb strapped to a bicycle killed three in Quetta.", PLANTED),
    ("A bomb killed three people at a market in Quetta on Monday.", PLANTED),
    ("An explosion destroyed a plane in Goma, killing three.", PLANTED),
    ("An explosion tore through a helicopter in Goma, killing three.", PLANTED),
    ("A small plane blew up over Quetta on Monday, killing three.", PLANTED),
    ("A grenade exploded in a bus station in Goma, wounding 12.", "Grenade"),
    ("Sarin killed 80 people in Khan Sheikhoun in an air raid.", "Chemical weapon"),
]
GROUND = [
    ("The Syrian army captured Palmyra on Monday.", REGAINED),
    ("Kupiansk fell to Ukrainian troops on Monday.", REGAINED),
    ("Damascus said that the army was preparing to retake Palmyra.", REGAINED),
    ("Ukrainian troops who captured Kupiansk on Monday found mines.", REGAINED),
    ("Ukrainian soldiers ate in Kupiansk a day after they took the town.", REGAINED),
    ("Iraq's recapture of Mosul took nine months.", REGAINED),
    ("Kupiansk, which fell to Russian troops on Monday, lies in ruins.", TAKEN),
    ("Kurdish-led forces captured Mosul on Monday.", TAKEN),
    ("Kyiv won back Kupiansk on Monday.", REGAINED),
    ("The group captured Kupiansk from the army on Monday.", TAKEN),
    ("Kupiansk fell to Russian troops on Monday.", TAKEN),
    ("Kurdish forces captured Mosul on Monday.", TAKEN),
    ("Eighteen Marines fell in Nasiriya in March 2003.", CLASH),
    ("Syrian rebels captured Palmyra on Monday.", TAKEN),
    ("Russian troops captured Avdiivka on Monday.", TAKEN),
    ("The ministry in Moscow said its troops had captured Avdiivka.", TAKEN),
    ("Foreign soldiers captured Kupiansk on Monday.", TAKEN),
    ("Dissident troops seized Bukavu on Monday.", TAKEN),
    ("Palmyra was captured from the Syrian army on Monday.", TAKEN),
]
DEEDS = [
    ("The army set up a hospital in Goma on Monday.", "Other"),
    ("The army set up a base in Goma on Monday.", "Headquarters or base established"),
    (
        "France handed the airport of Gao to Malian troops on Monday.",
        "Non-violent transfer of territory",
    ),
]
PROTESTS = [
    ("Police fired on marchers in Dhaka on Monday, killing three.", FORCE),
    ("Hundreds marched in Dakar on Monday, and police fired tear gas.", MET),
    ("Hundreds marched in Dakar, and police used batons in Thies.", PEACEFUL),
    ("Police fired on marchers in Dhaka on Monday.", FORCE),
    ("Police used tear gas; hundreds marched in Dakar on Monday.", PEACEFUL),
    ("Hundreds marched in Dakar after police shot dead a student.", PEACEFUL),
    ("Hundreds rallied in Dakar against police who had killed a man.", PEACEFUL),
    ("Hundreds marched in Dakar in memory of the 90 people killed by bombs.", PEACEFUL),
]


@pytest.mark.parametrize(("text", "sub_type"), [*STRIKES, *GROUND, *PROTESTS, *DEEDS])
def test_the_sub_type_of_an_event(services, text, sub_type):
    article = text_article(text, published=date(2024, 5, 16))
    told = read_article(article, services).told()
    assert sub_type in [event.sub_event_type for event in told]


TOGETHER = [
    ([AIR, SHELLING],
     ("A drone struck a bus in Kherson on Monday. The attack in Kherson killed six. "
     "Shells fell on Sumy on Monday.")),
    ([AIR, SHELLING, SHELLING],
     ("A drone struck a bus in Kherson on Monday. On Sunday a school in Kherson was "
     "hit. Shells fell on Sumy on Monday.")),
    ([SUICIDE, SHELLING],
     ("A suicide bomber struck a market in Quetta on Monday. The blast in Quetta "
     "killed six. Shells fell on Sumy on Monday.")),
    ([SUICIDE, SUICIDE, SHELLING],
     ("A suicide bombing in Quetta killed 40 people on Monday, police said. Doctors in "
     "Lahore put the toll of the blast at 48. Shells fell on Sumy on Monday.")),
    ([SUICIDE, SUICIDE, SHELLING],
     ("A blast in Quetta killed 40 people on Monday, police said. Doctors in Lahore "
     "put the toll of the suicide bombing at 48. Shells fell on Sumy on Monday.")),
    ([SUICIDE, PLANTED],
     "A suicide bomber killed five in Lahore, and a bomb killed two in Quetta."),
    ([TAKEN, CLASH],
     "Rebels captured Kupiansk on Monday; the toll in Izium was 40 soldiers."),
    ([TAKEN, TAKEN],
     ("The Taliban overran an army base in Ghormach on Monday, killing 17 soldiers. "
     "A councillor in Ghazni put the dead in the base at 43.")),
]  # fmt: skip


@pytest.mark.parametrize(("sub_types", "text"), TOGETHER)
def test_what_one_telling_leaves_open_another_says(services, text, sub_types):
    article = text_article(text, published=date(2024, 5, 16))
    told = read_article(article, services).told()
    assert [event.sub_event_type for event in told] == sub_types


def test_a_sub_type_told_by_another_word_says_so(services):
    article = text_article(STRIKES[0][0], published=date(2024, 5, 16))
    (event,) = read_article(article, services).told()
    assert f"{SUICIDE}: 'suicide'" in event.reasons
