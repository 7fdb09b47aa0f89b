"""A second look at doubtful names: what the article's sure places say of them."""

from dataclasses import replace

from geoevents.extract.toponym_evidence import Verdict
from geoevents.extract.toponym_runs import NameMatch
from geoevents.models.syntax import Syntax

# Below this a name is not looked at again.
HOPELESS = -2.5
# Beside a place in a list; and one with it in the sentence, "near Debaa and Bueida".
LISTED_VOTE, JOINED_VOTE = 1.5, 3.0


def settle(
    syntax: Syntax, matches: list[NameMatch], verdicts: list[Verdict]
) -> list[Verdict]:
    """Second look: names listed with places, or taken for one elsewhere, are places."""
    settled = list(verdicts)
    for _ in range(2):
        places = [m for m, v in zip(matches, settled, strict=True) if v.is_place]
        accepted = {match.text.casefold() for match in places}
        words = {i for match in places for i in range(match.first, match.last)}
        for index, match in enumerate(matches):
            if settled[index].is_place or settled[index].score < HOPELESS:
                continue
            if "part of a PERSON name" in settled[index].reasons:
                continue
            if match.text.casefold() in accepted:
                settled[index] = _raised(settled[index], 2.5, "a place elsewhere here")
            elif _has_listed_place(syntax, matches, settled, index):
                name = syntax.tokens[match.last - 1]
                is_joined = name.dep == "conj" and name.head in words
                votes = JOINED_VOTE if is_joined else LISTED_VOTE
                settled[index] = _raised(settled[index], votes, "listed with a place")
    return settled


def _raised(verdict: Verdict, votes: float, reason: str) -> Verdict:
    if reason in verdict.reasons:
        return verdict
    return replace(
        verdict, score=verdict.score + votes, reasons=(*verdict.reasons, reason)
    )


def _has_listed_place(
    syntax: Syntax, matches: list[NameMatch], verdicts: list[Verdict], index: int
) -> bool:
    for other, left, right in (
        (index - 1, index - 1, index),
        (index + 1, index, index + 1),
    ):
        if not 0 <= other < len(matches) or not verdicts[other].is_place:
            continue
        gap = syntax.text[matches[left].span.end : matches[right].span.start]
        if " ".join(gap.split()) in {",", "and", "or", ", and", ", or"}:
            return True
    return False
