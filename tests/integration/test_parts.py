"""Who does it and to whom it is done: only as far as the words say so."""

from datetime import date

import pytest

from geoevents.assemble.merge import merge_events
from geoevents.ingest.plain_text import text_article
from geoevents.pipeline import read_article

SENTENCES = [
    ("Russian missiles killed five Ukrainian soldiers near Goma.",
     ("Russia",), ("Ukraine",)),
    ("Five Ukrainian soldiers were killed by rebels near Goma on Monday.",
     ("rebels",), ("Ukraine",)),
    ("Five Ukrainian soldiers were killed by a mine near Goma on Monday.",
     (), ("Ukraine",)),
    ("Five Ukrainian soldiers died in a Russian air strike near Goma on Monday.",
     ("Russia",), ("Ukraine",)),
    ("A Turkish air strike hit Goma on Monday.", ("Turkey",), ()),
    ("Israel carried out 60 air strikes on Gaza on Monday.", ("Israel",), ()),
    ("Boko Haram staged an attack on Bama on Monday.", ("Boko Haram",), ()),
    ("The attack on Bama was carried out by Boko Haram.", ("Boko Haram",), ()),
    ("Syria said Israel had carried out raids on Homs.", ("Israel",), ()),
    ("Rwanda launched an offensive against militants near Goma.",
     ("Rwanda",), ("militants",)),
    ("Gunmen fired at Kenyan and Ugandan policemen in Goma on Monday.",
     ("gunmen",), ("Kenya", "Uganda")),
    ("Police arrested 40 protesters in Goma on Monday.", ("police",), ("protesters",)),
    ("Nine Kenyan policemen killed by a mine near Goma were buried on Monday.",
     (), ("Kenya",)),
    ("The deaths of nine Kenyan policemen in a clash in Goma were reported on Monday.",
     (), ("Kenya",)),
    ("Kenyan losses in Monday's fighting in Goma came to 30 dead.", (), ("Kenya",)),
    ("An attack on Kenyan policemen in Goma left nine dead on Monday.", (), ("Kenya",)),
    ("Hamas said it had shelled Haifa on Monday.", ("Hamas",), ()),
    ("Soldiers were killed in Kupiansk on Monday.", (), ("Ukraine",)),
    ("The army captured Kupiansk on Monday.", ("Ukraine",), ()),
    ("A US air strike killed 30 militants near Goma.",
     ("United States",), ("militants",)),
    ("Gunmen killed a US soldier near Goma.", ("gunmen",), ("United States",)),
    ("A bomb killed nine people near the Kenyan embassy in Goma on Monday.", (), ()),
    ("The killing of nine Kenyan policemen by rebels in Goma was told on Monday.",
     ("rebels",), ("Kenya",)),
    ("Gunmen fired at Kenyan policemen and Ugandan soldiers in Goma on Monday.",
     ("gunmen",), ("Kenya", "Uganda")),
    ("Rebels killed Kenyan policemen and Ugandan soldiers in Goma on Monday.",
     ("rebels",), ("Kenya", "Uganda")),
    ("Ukrainian soldiers fired on Ukrainian policemen in Kupiansk on Monday.",
     ("Ukraine",), ()),
    ("A mine killed two Kenyan policemen near Goma whom rebels had freed on Monday.",
     (), ("Kenya",)),
    ("Kenyan policemen came under fire near Goma on Monday.", (), ("Kenya",)),
    ("Nine Kenyan policemen who were killed by a mine in Goma were buried on Monday.",
     (), ("Kenya",)),
    ("Kenyan policemen who had killed nine people in Goma were freed on Monday.",
     ("Kenya",), ()),
    ("Police described Kenyan jets bombing Goma on Monday.", ("Kenya",), ()),
    ("Warplanes of Myanmar's air force bombed a concert near Hpakant on Sunday.",
     ("Myanmar",), ()),
    ("Rebels fought Ethiopia's army near Mekelle.", ("rebels",), ("Ethiopia",)),
    ("Congolese shells fell on a market in Goma on Monday.", ("DR Congo",), ()),
    ("Syrian rebels captured Hama on Monday.", ("rebels",), ()),
    ("Ukraine lost 50 tanks near Kupiansk on Monday.", (), ("Ukraine",)),
    ("Israel attacked Lebanon on Monday and shelled Tyre.", ("Israel",), ()),
    ("Nine people died on Monday when Turkish jets bombed Goma.", ("Turkey",), ()),
    ("Hooded youths threw stones at a church in Goma on Monday.",
     ("hooded youths",), ()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "doers", "targets"), SENTENCES, ids=[s[0] for s in SENTENCES]
)
def test_the_parts_of_an_event(services, text, doers, targets):
    article = text_article(text, published=date(2024, 5, 16))
    event = read_article(article, services).told()[0]
    assert (event.doers, event.targets) == (doers, targets)
    assert {*event.doers, *event.targets} <= set(event.actors)


@pytest.mark.parametrize("victims", ["people", "Kenyan policemen"])
def test_who_does_it_by_one_account_is_no_target_by_another(services, victims):
    texts = (
        f"Rebels killed 40 {victims} in Goma on Monday, the army said.",
        "Kenyan jets killed 40 people in Goma on Monday, rebels said.",
    )
    articles = [text_article(text, published=date(2024, 5, 16)) for text in texts]
    told = [event for a in articles for event in read_article(a, services).told()]
    (event,) = merge_events(told)
    assert (set(event.doers), event.targets) == ({"rebels", "Kenya"}, ())
