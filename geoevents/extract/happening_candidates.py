"""Words that may tell of an event: all that the lexicon, a verb or a figure points at.

Rules say of each what they can: the group of words for one thing, its type, its mode.
Which of them tell of an event of their own is weighed afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from geoevents.extract.modality import find_status
from geoevents.extract.sources import is_saying
from geoevents.extract.trigger_types import Kind
from geoevents.extract.trigger_words import Hit
from geoevents.extract.triggers import TriggerWords, lead_of
from geoevents.models.mention import FigureMention
from geoevents.models.report import ReportStatus
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

_NO_HAPPENING = {"aux", "auxpass", "amod"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A word or group of words that may tell of one event.

    ``role``: event, harm, attack, move as the lexicon has it; "other" for words it
    lacks. ``told``: the rules take it for an event. ``kind``: the type they give it.
    """

    token: Token
    span: Span
    words: tuple[int, ...]
    role: str
    told: bool
    kind: Kind | None
    status: ReportStatus
    reasons: tuple[str, ...] = ()

    @property
    def sentence(self) -> int:
        """Index of its sentence."""
        return self.token.sentence


@dataclass(frozen=True, slots=True)
class Candidates:
    """All of an article, in text order, and the type most of them have by rule."""

    every: tuple[Candidate, ...]
    main: Kind | None


def find_candidates(
    syntax: Syntax, words: TriggerWords, figures: Sequence[FigureMention] = ()
) -> Candidates:
    """Groups of lexicon words, doubtful ones, other verbs, and what figures hang on."""
    pointed = {
        word for f in figures for word in (f.governor, f.head) if word is not None
    }
    every = [
        _from_group(syntax, group, kind)
        for group, kind in zip(words.groups, words.kinds, strict=True)
    ]
    used = {hit.token.index for group in words.groups for hit in group}
    for hits in words.hits:
        for hit in hits:
            if hit.token.index not in used:
                used.add(hit.token.index)
                every.append(_from_word(syntax, hit.token, hit))
    every += [
        _from_word(syntax, token, None)
        for token in syntax.tokens
        if token.index not in used and (_may_happen(token) or token.index in pointed)
    ]
    every.sort(key=lambda c: (c.sentence, c.token.start))
    return Candidates(tuple(every), words.main)


def _may_happen(token: Token) -> bool:
    """A verb with content; what only reports words is left to figures to point at."""
    return (
        token.pos == "VERB"
        and token.dep not in _NO_HAPPENING
        and not (is_saying(token) and token.dep == "ROOT")
    )


def _from_group(syntax: Syntax, group: list[Hit], kind: Kind | None) -> Candidate:
    lead = lead_of(syntax, group)
    status, why = find_status(syntax, lead.token)
    return Candidate(
        token=lead.token,
        span=lead.span,
        words=tuple(sorted({hit.token.index for hit in group})),
        role=lead.sense.role,
        told=True,
        kind=kind,
        status=status,
        reasons=tuple(r for r in (kind.reason if kind else None, why) if r),
    )


def _from_word(syntax: Syntax, token: Token, hit: Hit | None) -> Candidate:
    status, why = find_status(syntax, token)
    return Candidate(
        token=token,
        span=hit.span if hit else token.span,
        words=(token.index,),
        role=f"doubtful {hit.sense.role}" if hit else "other",
        told=False,
        kind=None,
        status=status,
        reasons=(why,) if why else (),
    )
