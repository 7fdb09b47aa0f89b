"""What the words around a name say: prepositions, unit words, verbs, lists."""

import re
from functools import cache

from geoevents.extract.toponym_bounds import words
from geoevents.extract.toponym_runs import NameMatch
from geoevents.models.syntax import Syntax, Token

_CAMP = re.compile(r" (refugee |displacement |displaced )?camp\b")


@cache
def _part_words() -> frozenset[str]:
    return words("parts", "words") | {"the"}


class Surroundings:
    """The neighbourhood of the names of one article."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax

    def before(self, match: NameMatch) -> Token | None:
        """The word before the name, over "the" and part words."""
        index = match.first - 1
        tokens = self._syntax.tokens
        skipped = _part_words()
        while index >= 0 and (
            tokens[index].text.lower() in skipped or tokens[index].text.isspace()
        ):
            index -= 1
        return tokens[index] if index >= 0 else None

    def after(self, match: NameMatch, step: int = 0) -> Token | None:
        """The word after the name, ``step`` words on."""
        index = match.last + step
        tokens = self._syntax.tokens
        return tokens[index] if index < len(tokens) else None

    def opens(self, match: NameMatch) -> bool:
        """The name is the first word of its sentence."""
        token = self._syntax.tokens[match.first]
        return self._syntax.sentences[token.sentence].first == token.index

    def vote(self, match: NameMatch) -> tuple[float, str]:  # noqa: C901, PLR0911, PLR0912 - a decision list
        """The first wording around the name that fits."""
        before, after = self.before(match), self.after(match)
        if after is not None and self._unit_follows(match):
            return 2.5, "a word for a unit follows"
        if self._is_apposed(match):
            return 2.5, "what it is follows after a comma"
        if self._syntax.text[match.span.end : match.span.end + 8] == ", where ":
            return 1.8, "'where' follows"
        if before is None:
            return 0.0, ""
        if self._is_camp(match):
            return 1.8, "a camp of this name"
        lower = before.text.lower()
        if lower == "of" and self._unit_before_of(before):
            return 2.5, f"'{self._syntax.tokens[before.index - 1].text} of' precedes"
        if lower == "of" and self._of_noun(before):
            noun = self._syntax.tokens[before.index - 1].text
            return 1.4, f"'{noun} of' precedes"
        if lower in words("locative", "strong"):
            return 1.8, f"'{lower}' precedes"
        if lower in {"on", "for"}:
            return self._after_deed(before)
        if lower in words("locative", "weak"):
            return 1.5, f"'{lower}' precedes"
        if lower in {"called", "named"} and self._is_called(before):
            return 2.5, f"a place {lower} so"
        if lower == "," and self._is_apposed_left(before):
            return 2.0, "what it is precedes"
        if before.pos == "NOUN" and lower in words("units", "town"):
            return 2.0, f"'{lower}' precedes"
        if lower in {",", "and", "or"} and before.index > 0:
            return self._of_list(match, before)
        return 0.0, ""

    def _is_called(self, before: Token) -> bool:
        """ "a place called Tebbi", "the village named Ako"."""
        noun = self._syntax.tokens[before.index - 1] if before.index else before
        return noun.text.lower() in words("units", "town") | {"place", "area", "spot"}

    def _is_apposed_left(self, comma: Token) -> bool:
        """ "the last village, Gornal,"."""
        noun = self._syntax.tokens[comma.index - 1] if comma.index else comma
        return noun.text.lower().removesuffix("s") in words("verbs", "apposed")

    def _is_apposed(self, match: NameMatch) -> bool:
        tail = self._syntax.text[match.span.end : match.span.end + 60]
        return _apposition().match(tail) is not None

    def verb_vote(self, match: NameMatch) -> tuple[float, str]:
        """What the verb does to the name: captured, shelled, fallen."""
        head = self._syntax.tokens[match.last - 1]
        verb = self._syntax.tokens[head.head]
        if head.dep == "dobj" and verb.lemma in words("verbs", "object"):
            return 1.6, f"object of '{verb.lemma}'"
        is_subject = head.dep in {"nsubj", "nsubjpass"}
        if is_subject and verb.lemma in words("verbs", "subject"):
            return 1.0, f"subject of '{verb.lemma}'"
        if head.dep == "nsubjpass" and verb.lemma in words("verbs", "object"):
            return 1.6, f"subject of '{verb.text}'"
        governs = match.glance is not None and match.glance.standing in {
            "capital",
            "country",
            "unit",
        }
        if is_subject and governs and verb.lemma in words("verbs", "governing"):
            return 0.8, f"it is who '{verb.text}'"
        return 0.0, ""

    def _unit_follows(self, match: NameMatch) -> bool:
        tokens = self._syntax.tokens
        if _long_units().match(self._syntax.text, match.span.end):
            return True
        for index in range(match.last, min(match.last + 3, len(tokens))):
            word = tokens[index].text.lower()
            if word in words("units", "between"):
                continue
            return any(
                word in words("units", kind)
                for kind in ("admin1", "admin2", "island", "water")
            ) or (index == match.last and word in words("units", "town"))
        return False

    def _is_camp(self, match: NameMatch) -> bool:
        """ "the Abu Shouk displacement camp"; "Zamzam camp" where a table has it."""
        is_listed = match.glance is not None and "site" in match.glance.kinds
        told = _CAMP.match(self._syntax.text, match.span.end)
        return told is not None and (is_listed or told[1] is not None)

    def _after_deed(self, before: Token) -> tuple[float, str]:
        """ "a raid on X", "the road to X", "had left for X"."""
        above = self._syntax.tokens[before.head]
        lower = before.text.lower()
        if lower == "on" and above.lemma in words("verbs", "deeds_on"):
            return 1.8, f"'{above.text} on' precedes"
        if lower == "for" and above.lemma in words("verbs", "leaving_for"):
            return 1.8, f"'{above.text} for' precedes"
        return (1.5 if lower == "on" else 0.0), f"'{lower}' precedes"

    def _unit_before_of(self, before: Token) -> bool:
        if before.index == 0:
            return False
        noun = self._syntax.tokens[before.index - 1].text.lower()
        return any(
            noun in words("units", kind)
            for kind in ("admin1", "admin2", "town", "island", "water")
        ) or noun in {"outskirts", "north", "south", "east", "west", "coast", "centre"}

    def _of_noun(self, before: Token) -> bool:
        """ "residents of", "the siege of"."""
        if before.index == 0:
            return False
        noun = self._syntax.tokens[before.index - 1].text.lower()
        return noun in words("verbs", "of_nouns")

    def _of_list(self, match: NameMatch, before: Token) -> tuple[float, str]:
        """A neighbour in a list, or "City, State", is a place."""
        previous = self._syntax.tokens[before.index - 1]
        if previous.entity in {"GPE", "LOC"} and match.glance is not None:
            return 1.0, "follows another place"
        return 0.0, ""


@cache
def _long_units() -> re.Pattern[str]:
    units = sorted(words("units", "long_admin2"), key=len, reverse=True)
    return re.compile(rf" (?:{'|'.join(units)})s?\b", re.IGNORECASE)


@cache
def _apposition() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("verbs", "apposed")))
    return re.compile(
        rf",? (?:an?|the|another)(?: [\w-]+){{0,3}} (?:{nouns})s?\b"
        r"|, (?:about |some |just |around |roughly )?\d[\d,.]* ?"
        r"(?:km|kilomet|miles|nautical|mi\b)",
        re.IGNORECASE,
    )
