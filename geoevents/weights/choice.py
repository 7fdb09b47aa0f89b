"""Which of several options is right: a readable table and a net have half a say each."""

from collections.abc import Sequence
from dataclasses import dataclass

from geoevents.weights.linear import EMPTY, Features, Linear, softmax
from geoevents.weights.net import Array
from geoevents.weights.pair_net import NO_PAIR_NET, PairNet, Pairs

# How much the net has to say where the meanings of the words are known.
SHARE_OF_MEANING = 0.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Choice:
    """A table of one label, and what the words' meanings add to it."""

    table: Linear = EMPTY
    net: PairNet = NO_PAIR_NET

    def meant(self, pairs: Pairs | None) -> Array:
        """See ``PairNet.meant``: once an article, for the options of all its decisions."""
        return self.net.meant(pairs)

    def chances(
        self,
        options: Sequence[Features],
        meant: Array | None = None,
        said: Sequence[bool] = (),
        trust: float = 0.0,
    ) -> list[float]:
        """How likely each of several options is; they add up to 1.

        ``meant``: their rows; ``said``: which of them the rules say; ``trust`` is added
        to their score.
        """
        scores = [self.table.score(option) for option in options]
        if meant is not None and len(meant) and options:
            told = self.net.scores(options, meant)
            scores = [
                (1 - SHARE_OF_MEANING) * score + SHARE_OF_MEANING * chance
                for score, chance in zip(scores, told, strict=True)
            ]
        for index, is_said in enumerate(said):
            scores[index] += trust * is_said
        return softmax(scores)

    def likeliest(
        self,
        options: Sequence[Features],
        meant: Array | None,
        said: Sequence[bool],
        trust: float,
    ) -> tuple[int, float]:
        """(index of the likeliest option, its chance); the first of equals."""
        chances = self.chances(options, meant, said, trust)
        best = max(range(len(options)), key=lambda i: (chances[i], -i))
        return best, chances[best]

    def why(self, features: Features) -> tuple[str, ...]:
        """What speaks loudest for an option, in words, as far as the table has them."""
        return self.table.why(features)
