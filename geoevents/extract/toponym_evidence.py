"""How sure we are that a name is used as a place: readable votes, added up.

The engine's labels are one vote among several. Every English model tried tags
"Kursk" as a product and "Sudzha" as a person in our own example.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from geoevents.extract.datelines import dateline_end
from geoevents.extract.toponym_bounds import words
from geoevents.extract.toponym_context import Surroundings
from geoevents.extract.toponym_runs import NameMatch, NameSource
from geoevents.extract.toponym_things import vote_of_thing
from geoevents.gazetteer.search import NameGlance
from geoevents.models.syntax import Entity, Syntax, Token

# A name at or above this is taken for a place.
THRESHOLD = 1.2
_LABEL_VOTES = {
    "GPE": 3.0,
    "LOC": 2.5,
    "FAC": 1.5,
    "NORP": -1.5,
    "PERSON": -1.2,
    "ORG": -1.2,
    "PRODUCT": -0.2,
    "EVENT": -1.5,
    "WORK_OF_ART": -1.5,
    "LAW": -2.0,
    "LANGUAGE": -2.0,
}
_UNLABELLED = 0.0
# No table has most villages: "near X", "a raid on X", "X, where" are places still.
_TELLING_VOTE, _UNLISTED_WORDED = 1.8, -0.2
_CLOSE = frozenset({"near", "at", "outside", "around"})
_OTHER_LABEL = -1.0  # dates, numbers, money
# The models call most foreign village names a person or a body.
_SHORT_NAME_VOTE = -0.4
_INSIDE_VOTES = {
    "ORG": -4.0,
    "PERSON": -4.0,
    "EVENT": -2.5,
    "WORK_OF_ART": -4.0,
    "FAC": -2.5,
}
# Their places are called like their people.
_ENGLISH_SPEAKING = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA"})
_LED_BY = re.compile(r"-(?:led|run|backed|trained|made|built|owned|flagged)\b")
# Who votes on a name, in order.
VOTERS = (
    "label",
    "gazetteer",
    "wording",
    "people",
    "organisations",
    "article",
    "word",
    "verb",
    "dateline",
)
# Below this a name is not looked at again.
HOPELESS = -2.5
_NO_LABELS: Counter[str] = Counter()
LONGEST_CODE = 4  # letters of "US", "U.S.", "UAE"
MILLION, LARGE, MEDIUM = 1_000_000, 100_000, 10_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sum of the votes, the words for them, and each vote in ``VOTERS``' order."""

    score: float
    reasons: tuple[str, ...]
    votes: tuple[float, ...] = ()

    @property
    def is_place(self) -> bool:
        """True when the votes suffice."""
        return self.score >= THRESHOLD


def _is_tagged_place(match: NameMatch) -> bool:
    return match.entity is not None and match.entity.label in {"GPE", "LOC"}


class Judge:
    """Judges the names of one article, with what the whole article tells."""

    def __init__(self, syntax: Syntax, names: NameSource) -> None:
        self._syntax = syntax
        self._around = Surroundings(syntax)
        self._names = names
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        self._surnames: set[str] = set()
        self._of_persons: set[int] = set()  # tokens
        for entity in syntax.entities:
            key = entity.text.casefold()
            self._labels[key][entity.label] += 1
            if entity.label == "PERSON":
                self._of_persons.update(range(entity.first, entity.last))
            if entity.label == "PERSON" and entity.last - entity.first > 1:
                self._surnames.add(syntax.tokens[entity.last - 1].text.casefold())
        self._small_words = {t.text for t in syntax.tokens if t.text.islower()}

    def weigh(self, match: NameMatch) -> Verdict:
        """All votes on one name."""
        votes = [
            self._of_label(match),
            self._of_gazetteer(match),
            self._around.vote(match),
            self._of_people(match),
            self._of_organisations(match),
            self._of_article(match),
            self._of_word(match),
            self._around.verb_vote(match),
            self._of_dateline(match),
        ]
        return Verdict(
            score=round(sum(value for value, _ in votes), 2),
            reasons=tuple(reason for value, reason in votes if value and reason),
            votes=tuple(value for value, _ in votes),
        )

    def _of_label(self, match: NameMatch) -> tuple[float, str]:
        entity = match.entity
        if entity is None:
            return _UNLABELLED, ""
        inside = self._is_inside(match, entity)
        if inside and entity.label in _INSIDE_VOTES:
            return self._of_part(match, entity)
        vote = _LABEL_VOTES.get(entity.label, _OTHER_LABEL)
        if inside and entity.label == "DATE" and not self._is_date(match):
            return 0.0, "a date swallowed it"
        if entity.label in {"PERSON", "ORG", "NORP", "PRODUCT"}:
            is_short = 1 in {match.last - match.first, entity.last - entity.first}
            if is_short or match.glance is not None:
                vote = _SHORT_NAME_VOTE
        return vote, f"tagged {entity.label}"

    def _of_part(self, match: NameMatch, entity: Entity) -> tuple[float, str]:
        """The vote on a name inside a longer one of something else."""
        if self._names_body(match, entity):
            return 1.0, "a public body of the place"
        if self._owns_rest(match, entity):
            return 1.5, "its possessive begins an organisation's name"
        if self._is_of_pair(match, entity):
            return _SHORT_NAME_VOTE, f"two names tagged one {entity.label}"
        return _INSIDE_VOTES[entity.label], f"part of a {entity.label} name"

    def _is_inside(self, match: NameMatch, entity: Entity) -> bool:
        """True when the entity holds other names or nouns beside the match."""
        tokens = self._syntax.tokens
        rest = [
            tokens[i]
            for i in range(entity.first, entity.last)
            if not match.first <= i < match.last
        ]
        skipped = words("locative", "strong") | {"the"}
        units = words("units", "admin1") | words("units", "admin2")
        return any(
            token.text[:1].isalpha()
            and token.text.lower() not in skipped
            # "Shah Wali District", taken for somebody
            and not (token.index == match.last and token.text.lower() in units)
            for token in rest
        )

    def _owns_rest(self, match: NameMatch, entity: Entity) -> bool:
        tokens = self._syntax.tokens
        return (
            entity.label == "ORG"
            and match.first == entity.first
            and match.last < entity.last
            and tokens[match.last].tag == "POS"
        )

    def _is_of_pair(self, match: NameMatch, entity: Entity) -> bool:
        """ "Oleshky and Hola Prystan", taken for the name of one body."""
        if match.glance is None or not match.glance.is_main:
            return False
        first, _, second = entity.text.partition(" and ")
        return bool(second) and match.text in {first, second}

    def _names_body(self, match: NameMatch, entity: Entity) -> bool:
        """ "Athens Police Department": the body of a place, not a brand."""
        if entity.label != "ORG" or match.last >= entity.last or match.glance is None:
            return False
        start = entity.first
        if self._syntax.tokens[start].text.lower() == "the":
            start += 1
        after = self._syntax.tokens[match.last].text.lower()
        return match.first == start and after in words("ambiguous", "bodies")

    def _of_gazetteer(self, match: NameMatch) -> tuple[float, str]:  # noqa: C901, PLR0911 - a decision list
        glance = match.glance
        if glance is None:
            is_worded = self._around.vote(match)[0] >= _TELLING_VOTE
            before = self._around.before(match)
            is_in = before is not None and before.text.lower() == "in"
            if (is_worded and not is_in) or self._is_camp(match):
                return _UNLISTED_WORDED, "not in the gazetteer"
            return -1.0, "not in the gazetteer"
        if glance.is_postal:
            before = self._around.before(match)
            comma = before is not None and before.text == ","
            return (
                (2.5, "postal code after a comma") if comma else (-6.0, "a bare code")
            )
        if "country" in glance.kinds and glance.is_main:
            return 2.2, "a country's name"
        if self._is_water(match, glance):
            return 1.3, "a river's name after 'the'"
        if glance.kinds & {"continent", "sea"} and glance.is_main:
            return 1.5, "a continent or sea"
        if "admin1" in glance.kinds:
            return 1.3, "a first-order unit's name"
        if glance.population >= MILLION:
            return 1.3, "a city of a million"
        if glance.population >= LARGE:
            return 0.9, "a large town's name"
        if not glance.countries & _ENGLISH_SPEAKING and glance.is_main:
            return 0.5, "a name of no English-speaking country"
        if glance.population >= MEDIUM or glance.kinds & {"region", "water", "site"}:
            return 0.4, "a town's name"
        return 0.0, ""

    def _is_water(self, match: NameMatch, glance: NameGlance) -> bool:
        """ "the Elbe", "the Limpopo": one word, and no noun that it might belong to."""
        before = self._syntax.tokens[match.first - 1] if match.first else None
        if match.last - match.first > 1 or before is None:
            return False
        if before.text.lower() != "the":
            return False
        after = self._around.after(match)
        if after is not None and after.pos in {"NOUN", "PROPN", "ADJ"}:
            return False
        if "water" in glance.kinds:
            return True
        river = self._names.glance(f"{match.text} River")
        return river is not None and "water" in river.kinds

    def _is_camp(self, match: NameMatch) -> bool:
        """ "Camp Pendleton", "Bagram Airfield": the name says it is a spot."""
        ends = (
            self._syntax.tokens[match.first],
            self._syntax.tokens[match.last - 1],
        )
        named = match.last - match.first > 1
        return named and any(
            t.text.lower() in words("units", "site") | {"fort", "road", "square"}
            for t in ends
        )

    def _of_dateline(self, match: NameMatch) -> tuple[float, str]:
        if dateline_end(self._syntax.text, match.span.start) >= match.span.end:
            return 3.0, "in the dateline"
        return 0.0, ""

    def _names_somebody(self, before: Token, match: NameMatch) -> bool:
        """ "Gen. Austin"; "Abdi Aden | Hassan", whom the engine takes for two."""
        is_title = before.text.lower() in words("context", "titles")
        if is_title and before.text[:1].isupper() and before.pos == "PROPN":
            return True
        is_person = match.entity is not None and match.entity.label == "PERSON"
        return is_person and before.index in self._of_persons

    def _of_people(self, match: NameMatch) -> tuple[float, str]:
        tokens = self._syntax.tokens
        text = match.text.casefold()
        before = tokens[match.first - 1] if match.first else None
        if before is not None and self._names_somebody(before, match):
            return -4.0, f"'{before.text}' precedes"
        is_surname = match.last - match.first == 1 and text in self._surnames
        is_tagged = _is_tagged_place(match)
        if is_surname and (not is_tagged or self._stands_alone(match)):
            vote = -6.0 if is_tagged else -3.0
            return vote, "a person of this name is in the article"
        if is_tagged:
            return 0.0, ""
        labels = self._labels.get(text, _NO_LABELS)
        own = match.entity is not None and match.entity.label == "PERSON"
        if before is not None and before.text.lower() in _CLOSE:
            return 0.0, ""
        if labels["PERSON"] - own > labels["GPE"] + labels["LOC"]:
            return -0.5, "tagged as a person elsewhere"
        return 0.0, ""

    def _stands_alone(self, match: NameMatch) -> bool:
        """Nothing in its own sentence words it as a place, and it is no capital."""
        standing = match.glance.standing if match.glance else ""
        is_seat = standing in {"country", "capital", "continent"}
        return not is_seat and self._around.vote(match)[0] <= 0

    def _of_organisations(self, match: NameMatch) -> tuple[float, str]:
        thing = vote_of_thing(self._syntax, match, self._names)
        if thing[0]:
            return thing
        after = self._around.after(match)
        if after is None or not after.text[:1].isupper():
            return 0.0, ""
        if after.index >= match.run[1]:
            return 0.0, ""
        follows = after.text.lower()
        if follows in words("context", "organisations") - words("ambiguous", "bodies"):
            return -4.0, f"'{after.text}' follows: an organisation"
        before = self._syntax.tokens[match.first - 1] if match.first else None
        if before is not None and before.text == "University":
            return -4.0, "a university"
        return 0.0, ""

    def _of_article(self, match: NameMatch) -> tuple[float, str]:
        labels = self._labels.get(match.text.casefold(), _NO_LABELS)
        own = match.entity.label if match.entity else ""
        places = labels["GPE"] + labels["LOC"] - (own in {"GPE", "LOC"})
        others = labels["ORG"] + labels["PERSON"]
        if places > 0 and places >= others:
            return 1.5, "tagged as a place elsewhere in the article"
        return 0.0, ""

    def _of_word(self, match: NameMatch) -> tuple[float, str]:  # noqa: PLR0911 - a decision list
        lower = match.text.lower().rstrip(".")
        if self._is_stray_code(match):
            return -4.0, "capital letters that stand for a body"
        if self._is_code_before_noun(match):
            return -9.0, "stands for the nationality of the noun after it"
        if self._is_date(match):
            return -9.0, "part of a date"
        if lower in words("ambiguous", "never"):
            return -9.0, "never a place here"
        tokens = self._syntax.tokens[match.first : match.last]
        is_tagged = _is_tagged_place(match)
        is_noun = tokens[0].pos in {"PROPN", "NOUN", "X", "ADJ"}
        is_title = lower in words("context", "titles")  # "the Chief District Officer"
        if len(tokens) == 1 and (is_title or not is_noun) and not is_tagged:
            return -4.0 if is_title else -2.0, "not used as a name"
        is_code = match.text.isupper() and match.text != match.text.lower()
        if lower in words("ambiguous", "words") and not is_code:
            return -2.0, "more often a word than a place"
        if lower in words("parts", "words") and self._around.opens(match):
            return -9.0, "a direction"
        if len(tokens) == 1 and self._opens_as_noun(match):
            return -4.0, "a noun that opens its sentence"
        if len(tokens) == 1 and lower in self._small_words:
            return -2.0, "the same word stands uncapitalised in the article"
        return 0.0, ""

    def _opens_as_noun(self, match: NameMatch) -> bool:
        """ "Rivers of mud", "Men were kept back": capital letters for the place they have."""
        token = self._syntax.tokens[match.first]
        is_noun = token.tag in {"NN", "NNS"} and token.lemma != token.text.lower()
        return self._around.opens(match) and is_noun and match.entity is None

    def _is_date(self, match: NameMatch) -> bool:
        """A month or a feast; "Bentiu last week" is a town the engine's date swallowed."""
        if match.entity is None or match.entity.label != "DATE":
            return False
        is_common_word = match.text.lower() in words("ambiguous", "words")
        if self._of_dateline(match)[0] and not is_common_word:
            return False
        if match.glance is not None and match.glance.kinds & {"country", "admin1"}:
            return False
        whole = (match.first, match.last) == (match.entity.first, match.entity.last)
        is_listed = match.glance is not None and match.glance.is_main
        return (
            (whole and not is_listed)
            or is_common_word
            or self._around.vote(match)[0] == 0
        )

    def _is_stray_code(self, match: NameMatch) -> bool:
        text = match.text
        if len(text) > LONGEST_CODE or not text.isupper() or "." in text:
            return False
        glance = match.glance
        is_known = glance is not None and (
            glance.is_postal
            or (glance.is_main and glance.kinds & {"country", "admin1"})
        )
        following = self._around.after(match)
        is_shouting = following is not None and following.text in {",", "-", "–", "—"}
        return not is_known and not is_shouting

    def _is_code_before_noun(self, match: NameMatch) -> bool:
        """ "US forces", "US-led": the code is an adjective, as "American" would be."""
        letters = match.text.replace(".", "")
        if not letters.isupper() or len(letters) >= LONGEST_CODE:
            return False
        token = self._syntax.tokens[match.last - 1]
        if _LED_BY.match(self._syntax.text, match.span.end):
            return True
        return (
            token.dep in {"compound", "nmod", "amod"}
            and token.head >= match.last
            and token.sentence == self._syntax.tokens[token.head].sentence
        )
