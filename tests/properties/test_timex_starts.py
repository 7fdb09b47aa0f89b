"""What a pattern of the date grammar matches begins as ``STARTS`` says."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geoevents.extract.timex_grammar import PATTERNS
from geoevents.extract.timex_starts import STARTS, starts_in

# "day before yesterday" without its "the" is no expression of ours.
_LEFT_OUT = {"deictic": {"day"}}


@pytest.mark.parametrize("name", sorted(PATTERNS))
@given(data=st.data())
@settings(max_examples=15)
def test_expressions_begin_as_listed(name: str, data: st.DataObject) -> None:
    pattern = re.compile(rf"(?<!\w)(?:{PATTERNS[name]})", re.IGNORECASE | re.ASCII)
    said = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="ascii")))
    found = pattern.search(said)
    assert found is not None
    assume(re.match(r"\w|'\d", found[0]))  # nothing else begins a word
    assume(not re.match(r"the\s+-", found[0], re.IGNORECASE))  # "the -dusk"
    begun = {at: start for start, at in starts_in(said)}
    start = begun[found.start()]
    assert start in STARTS[name] | _LEFT_OUT.get(name, set())
