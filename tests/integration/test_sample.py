"""The sample as shipped is what the program reads today, and it shows what it should."""

import gzip

from geoevents.models.filters import EventFilter
from geoevents.sample import READING, load_sample, read_sample, write_sample


def test_kept_reading_is_todays(settings, services, tmp_path):
    from dataclasses import replace
    from shutil import copytree

    copytree(settings.data_dir / "sample", tmp_path / "sample")
    copytree_target = replace(settings, data_dir=tmp_path)
    kept = gzip.decompress((settings.data_dir / READING).read_bytes())
    stored = read_sample(copytree_target, services)
    assert len(stored) >= 40
    store = load_sample(settings)
    told = tuple(event for s in stored for event in s.told)
    assert store.told() == told, (
        "run `python -m geoevents.sample` and commit the reading"
    )
    assert kept.decode("utf-8").count("\n") == len(stored)


def test_writing_the_sample_twice_gives_the_same_bytes(settings, tmp_path):
    from dataclasses import replace
    from shutil import copytree

    copytree(settings.data_dir, tmp_path / "data")
    there = replace(settings, data_dir=tmp_path / "data")
    write_sample(there)
    first = (tmp_path / "data" / READING).read_bytes()
    write_sample(there)
    assert (tmp_path / "data" / READING).read_bytes() == first


def test_most_of_the_sample_is_placed_and_dated(settings):
    events = load_sample(settings).find(EventFilter())
    placed = [e for e in events if e.place is not None]
    dated = [e for e in events if e.date_start is not None]
    assert len(placed) >= 0.7 * len(events)
    assert len(dated) >= 0.55 * len(events)
    assert any(e.disputed for e in events)
    assert all(e.claims for e in events)


def test_the_clash_and_its_denial_are_one_disputed_event(settings):
    events = load_sample(settings).find(EventFilter())
    (clash,) = [e for e in events if any("Seoul" in c.claimants for c in e.claims)]
    assert clash.disputed
    assert clash.place is not None
    assert clash.place.text == "Kursk"
    assert {c.claim_status.value for c in clash.claims} >= {"denied"}
