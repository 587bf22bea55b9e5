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
    "minilm-int8.onnx": "999026fde9dfa80bb5dff079682633db5a9e2e419d253ee1b0f6355d313d1c8e",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
_LONGEST = 256
"""Pieces of a text that are read, as the model was trained; the rest of a longer text is not."""
_BATCH = 32
"""Texts in one run: beyond, the activations fall out of the processor's cache."""
_WORTH_RUNNING = 2
"""Texts of one length for which a free processor is worth having while others are still to come:
one costs more a text, and with more of them five articles leave it idle until the parse is done."""
_MOST_THREADS = 4
"""Batches that run beside each other: more gains nothing for the few hundred texts of a story."""
_loading = Lock()

Pieces = tuple[int, ...]
Vectors = NDArray[np.float32]
_Batch = tuple[Sequence[Pieces], Iterable[Vectors]]
"""Texts of one length, and the vectors of each."""


class MiniLM:
    """Vectors of 384 numbers; the weights are read at the first call (0.2 s)."""

    name = "all-MiniLM-L6-v2-int8"

    def __init__(self) -> None:
        self._ahead = _Ahead()

    def prepare(self) -> None:
        """Begin to read the weights in the background, while the caller does something else.

        What is wrong with them is raised by `encode_words`, not here.
        """
        Thread(target=_prepare, daemon=True).start()

    def begin(self, sentences: Sequence[Sequence[str]], *, last: bool = False) -> None:
        """Begin to encode ``sentences`` in the background, for the next call of `encode_words`."""
        pieces = _tokenizer()
        self._ahead.add(pieces.word_ids(words)[0] for words in sentences)
        if last:
            self._ahead.run_rest()

    def encode_words(self, sentences: Sequence[Sequence[str]]) -> list[Vectors]:
        """Return an array of shape ``(len(words), 384)`` for each sentence.

        A word is the mean of its pieces, as the model's last layer has them. A word beyond the
        first 254 pieces, and one without a letter that the model knows, has a row of zeros.

        Rows are the same, bit for bit, whatever other sentences are in the call: only those of
        equal length run together, so that nothing is padded, and the graph quantises token by
        token.

        Raises:
            ModelError: The weights are missing or are not those that were shipped.
        """
        if not sentences:
            return []
        pieces = _tokenizer()
        cut = [pieces.word_ids(words) for words in sentences]
        ahead, self._ahead = self._ahead, _Ahead()
        found = dict(ahead.finish(ids for ids, _ in cut))
        arrays = []
        for words, (ids, owners) in zip(sentences, cut, strict=True):
            array = np.zeros((len(words), 384), np.float32)
            if owners:
                owner = np.array(owners)
                firsts = np.flatnonzero(np.append(True, owner[1:] != owner[:-1]))
                counts = np.append(firsts[1:], len(owner)) - firsts
                sums = np.add.reduceat(found[ids][1:-1], firsts, axis=0)
                array[owner[firsts]] = sums / counts[:, None].astype(np.float32)
            arrays.append(array)
        return arrays


class _Ahead:
    """What is computed before it is asked for, while the caller reads on."""

    def __init__(self) -> None:
        self._known: set[Pieces] = set()
        self._waiting: dict[int, list[Pieces]] = defaultdict(list)
        self._begun: set[Pieces] = set()
        self._taking = Lock()
        self._running: list[Future[_Batch]] = []
        self._pool: ThreadPoolExecutor | None = None

    def add(self, texts: Iterable[Pieces]) -> None:
        """Take texts in; those of one length run as soon as there are enough of them."""
        for ids in texts:
            if ids not in self._known:
                self._known.add(ids)
                with self._taking:
                    same_length = self._waiting[len(ids)]
                    same_length.append(ids)
                if len(same_length) % _WORTH_RUNNING == 0:
                    self._run()

    def run_rest(self) -> None:
        """Run the texts that wait for others of their length: none will come."""
        for _ in self._waiting:
            self._run()

    def finish(self, wanted: Iterable[Pieces]) -> Iterator[tuple[Pieces, NDArray[np.float32]]]:
        """Yield each wanted text with its vectors, once; what else was added is forgotten."""
        asked = set(wanted)
        by_length: dict[int, list[Pieces]] = defaultdict(list)
        with self._taking:
            # What has not begun yet need not wait for the one thread beside the caller.
            self._waiting.clear()
        for ids in sorted(asked - self._begun):
            by_length[len(ids)].append(ids)
        batches = [
            same_length[start : start + _BATCH]
            for same_length in by_length.values()
            for start in range(0, len(same_length), _BATCH)
        ]
        # Batches beside each other, each on one thread: every row is computed as if alone.
        with ThreadPoolExecutor(_threads()) as pool:
            later = [pool.submit(_encoded, batch) for batch in batches]
            for future in (*self._running, *later):
                for ids, vector in zip(*future.result(), strict=True):
                    if ids in asked:
                        yield ids, vector
        if self._pool is not None:
            self._pool.shutdown()

    def _run(self) -> None:
        if self._pool is None:
            # The caller has a processor for itself.
            self._pool = ThreadPoolExecutor(max(1, _threads() - 1))
        self._running.append(self._pool.submit(self._encode_most))

    def _encode_most(self) -> "_Batch":
        """Encode the texts of one length of which most wait: one by one they are dearer."""
        with self._taking:
            most = max(self._waiting.values(), key=len, default=[])
            batch, most[:_BATCH] = most[:_BATCH], []
            self._begun.update(batch)
        return _encoded(batch) if batch else ((), ())


def _threads() -> int:
    return min(_MOST_THREADS, os.cpu_count() or 1)


def _encoded(batch: list[Pieces]) -> _Batch:
    (found,) = _session().run(["pieces"], {"ids": np.array(batch, np.int64)})
    return batch, found


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
