"""Groups the words of the language model by how they are used, once for all."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

# One byte a word: 0 stands for a word the model does not know.
CLASSES = 250
_SEED = 0


def group_words(vectors: "np.ndarray") -> bytes:
    """A class from 1 to ``CLASSES`` for each row of word vectors; same in, same out."""
    import numpy as np  # noqa: PLC0415 - build packages
    from sklearn.cluster import MiniBatchKMeans  # noqa: PLC0415

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.maximum(lengths, 1e-6)
    means = MiniBatchKMeans(CLASSES, random_state=_SEED, n_init=3, batch_size=4096)
    return bytes(int(label) + 1 for label in means.fit_predict(unit))
