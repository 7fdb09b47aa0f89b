"""How two words stand to each other in the parse."""

from geoevents.models.syntax import Syntax

FAR = 99
_CLAUSE_EDGES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "conj", "acl"})
_VERBAL = frozenset({"VERB", "AUX"})
_LONGEST_TOLD = 4


class Paths:
    """Distances in one parse; the way up from each word is walked once and kept."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self._up: dict[int, dict[int, int]] = {}

    def up(self, index: int) -> dict[int, int]:
        """The word and its governors, each with the steps to it, nearest first."""
        found = self._up.get(index)
        if found is None:
            found = {index: 0}
            tokens = self.syntax.tokens
            token = tokens[index]
            while token.head != token.index:
                token = tokens[token.head]
                found[token.index] = len(found)
            self._up[index] = found
        return found

    def edges(self, one: int, two: int) -> int:
        """Edges between two words of one sentence; ``FAR`` across sentences."""
        up = self.up(one)
        for above, steps in self.up(two).items():
            if above in up:
                return steps + up[above]
        return FAR

    def nearest(self, one: int, words: tuple[int, ...]) -> int:
        """Edges to the nearest of several words."""
        return min(self.edges(one, word) for word in words)

    def _sides(self, one: int, two: int) -> tuple[list[int], int, list[int]] | None:
        """The words below the shared governor on one side, that one, on the other."""
        up_one, up_two = self.up(one), self.up(two)
        shared = next((above for above in up_one if above in up_two), None)
        if shared is None:
            return None
        left = [w for w, steps in up_one.items() if steps < up_one[shared]]
        right = [w for w, steps in up_two.items() if steps < up_two[shared]]
        return left, shared, right

    def between(self, one: int, two: int) -> list[int]:
        """The words passed between two words of one sentence; none across sentences."""
        sides = self._sides(one, two)
        if sides is None:
            return []
        left, shared, right = sides
        return [word for word in (*left, shared, *right) if word not in {one, two}]

    def clauses(self, one: int, two: int) -> int:
        """Clause borders crossed between two words of one sentence."""
        sides = self._sides(one, two)
        if sides is None:
            return FAR
        left, _, right = sides
        tokens = self.syntax.tokens
        return sum(
            tokens[w].dep in _CLAUSE_EDGES and tokens[w].pos in _VERBAL
            for w in (*left, *right)
        )

    def told(self, one: int, two: int) -> str:
        """The way between two words in labels: up from one, then down to the other."""
        sides = self._sides(one, two)
        if sides is None:
            return "far"
        left, _, right = sides
        if len(left) + len(right) > _LONGEST_TOLD:
            return "long"
        tokens = self.syntax.tokens
        up = "<".join(tokens[w].dep for w in left)
        down = ">".join(tokens[w].dep for w in reversed(right))
        return f"{up}|{down}"
