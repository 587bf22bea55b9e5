"""all-MiniLM-L6-v2, quantised to whole numbers, on onnxruntime."""

import hashlib
import os
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from threading import Lock, Thread
from typing import Any

import numpy as np
from numpy.typing import NDArray

from asreported.errors import ModelError
from asreported.language.wordpiece import WordPiece

_SHA256 = {
    "minilm-int8.onnx": "a9644ed9891dc92cd1cf0bd42137dff3c8bb2018302a2430602790557c00328f",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
_LONGEST = 256
"""Pieces of a text that are read, as the model was trained; the rest of a longer text is not."""
_BATCH = 32
"""Texts in one run: beyond, the activations fall out of the processor's cache."""
_MOST_THREADS = 4
"""Batches that run beside each other: more gains nothing for the few hundred texts of a story."""
_loading = Lock()


class MiniLM:
    """Vectors of 384 numbers; the weights are read at the first call (0.2 s)."""

    name = "all-MiniLM-L6-v2-int8"

    def prepare(self) -> None:
        """Begin to read the weights in the background, while the caller does something else.

        What is wrong with them is raised by `encode`, not here.
        """
        Thread(target=_prepare, daemon=True).start()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array of shape ``(len(texts), 384)`` with rows of length 1.

        A row is the same, bit for bit, whatever other texts are in the call: only texts of equal
        length run together, so that nothing is padded, and the graph quantises token by token.

        Raises:
            ModelError: The weights are missing or are not those that were shipped.
        """
        vectors = np.zeros((len(texts), 384), np.float32)
        if not texts:
            return vectors
        pieces, session = _tokenizer(), _session()
        # Texts that cut into the same pieces share one row of work.
        rows: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for row, text in enumerate(texts):
            rows[tuple(pieces.ids(text))].append(row)
        by_length: dict[int, list[tuple[int, ...]]] = defaultdict(list)
        for ids in rows:
            by_length[len(ids)].append(ids)
        batches = [
            same_length[start : start + _BATCH]
            for same_length in by_length.values()
            for start in range(0, len(same_length), _BATCH)
        ]

        def run(batch: list[tuple[int, ...]]) -> NDArray[np.float32]:
            (found,) = session.run(None, {"ids": np.array(batch, np.int64)})
            result: NDArray[np.float32] = found
            return result

        # Batches beside each other, each on one thread: every row is computed as if alone.
        with ThreadPoolExecutor(min(_MOST_THREADS, os.cpu_count() or 1)) as pool:
            for batch, found in zip(batches, pool.map(run, batches), strict=True):
                for ids, vector in zip(batch, found, strict=True):
                    vectors[rows[ids]] = vector
        return vectors


@cache
def _tokenizer() -> WordPiece:
    return WordPiece(_weights("vocab.txt").decode("utf-8").splitlines(), _LONGEST)


def _prepare() -> None:
    try:
        _session()
    except ModelError:
        return


def _session() -> Any:
    """Return the loaded model; the first of several callers loads it, the others wait."""
    with _loading:
        return _loaded()


@cache
def _loaded() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread: the texts are short, and handing work to a second costs more than it does.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        _weights("minilm-int8.onnx"), options, providers=["CPUExecutionProvider"]
    )


def _weights(name: str) -> bytes:
    path = files("asreported.language").joinpath("weights", name)
    if not path.is_file():
        raise ModelError(f"{name} is missing from the installed package; install it again")
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != _SHA256[name]:
        raise ModelError(f"{name} has sha256 {found}, not {_SHA256[name]} as shipped")
    return content
