"""all-MiniLM-L6-v2, quantised to whole numbers, on onnxruntime."""

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
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
_WORTH_RUNNING = 8
"""Texts of one length that are run while others are still to come: fewer cost more a text."""
_MOST_THREADS = 4
"""Batches that run beside each other: more gains nothing for the few hundred texts of a story."""
_loading = Lock()

Pieces = tuple[int, ...]
Vectors = NDArray[np.float32]


class MiniLM:
    """Vectors of 384 numbers; the weights are read at the first call (0.2 s)."""

    name = "all-MiniLM-L6-v2-int8"

    def __init__(self) -> None:
        self._ahead = _Ahead()

    def prepare(self) -> None:
        """Begin to read the weights in the background, while the caller does something else.

        What is wrong with them is raised by `encode`, not here.
        """
        Thread(target=_prepare, daemon=True).start()

    def begin(self, texts: Sequence[str]) -> None:
        """Begin to encode ``texts`` in the background, for the next call of `encode`."""
        pieces = _tokenizer()
        self._ahead.add(tuple(pieces.ids(text)) for text in texts)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape ``(len(texts), 384)`` with rows of length 1.

        A row is the same, bit for bit, whatever other texts are in the call: only texts of equal
        length run together, so that nothing is padded, and the graph quantises token by token.

        Raises:
            ModelError: The weights are missing or are not those that were shipped.
        """
        vectors = np.zeros((len(texts), 384), np.float32)
        if not texts:
            return vectors
        pieces = _tokenizer()
        # Texts that cut into the same pieces share one row of work.
        rows: dict[Pieces, list[int]] = defaultdict(list)
        for row, text in enumerate(texts):
            rows[tuple(pieces.ids(text))].append(row)
        ahead, self._ahead = self._ahead, _Ahead()
        for ids, vector in ahead.finish(rows):
            vectors[rows[ids]] = vector
        return vectors


class _Ahead:
    """Vectors that are computed before they are asked for, while the caller reads on."""

    def __init__(self) -> None:
        self._known: set[Pieces] = set()
        self._waiting: dict[int, list[Pieces]] = defaultdict(list)
        self._running: list[tuple[list[Pieces], Future[Vectors]]] = []
        self._pool: ThreadPoolExecutor | None = None

    def add(self, texts: Iterable[Pieces]) -> None:
        """Take texts in; those of one length run as soon as there are enough of them."""
        for ids in texts:
            if ids not in self._known:
                self._known.add(ids)
                same_length = self._waiting[len(ids)]
                same_length.append(ids)
                if len(same_length) == _WORTH_RUNNING:
                    self._run(self._waiting.pop(len(ids)))

    def finish(self, wanted: Iterable[Pieces]) -> Iterator[tuple[Pieces, NDArray[np.float32]]]:
        """Yield each wanted text with its vector, once; what else was added is forgotten."""
        asked = set(wanted)
        by_length: dict[int, list[Pieces]] = defaultdict(list)
        begun = {ids for batch, _ in self._running for ids in batch}
        for ids in sorted(asked - begun):
            by_length[len(ids)].append(ids)
        batches = [
            same_length[start : start + _BATCH]
            for same_length in by_length.values()
            for start in range(0, len(same_length), _BATCH)
        ]
        # Batches beside each other, each on one thread: every row is computed as if alone.
        with ThreadPoolExecutor(_threads()) as pool:
            found = [*self._running, *((batch, pool.submit(_encoded, batch)) for batch in batches)]
            for batch, future in found:
                for ids, vector in zip(batch, future.result(), strict=True):
                    if ids in asked:
                        yield ids, vector
        if self._pool is not None:
            self._pool.shutdown()

    def _run(self, batch: list[Pieces]) -> None:
        if self._pool is None:
            # The caller has a processor for itself.
            self._pool = ThreadPoolExecutor(max(1, _threads() - 1))
        self._running.append((batch, self._pool.submit(_encoded, batch)))


def _threads() -> int:
    return min(_MOST_THREADS, os.cpu_count() or 1)


def _encoded(batch: list[Pieces]) -> Vectors:
    (found,) = _session().run(None, {"ids": np.array(batch, np.int64)})
    vectors: Vectors = found
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
