"""The encoder that ships: rows the same alone and in company, near in meaning."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event, Semaphore

import numpy as np
import pytest

from asreported.errors import ModelError
from asreported.language import minilm
from asreported.language.minilm import MiniLM

TEXTS = (
    "The ferry sank near the lighthouse on Tuesday.",
    "A boat went down close to the beacon.",
    "The council raised the price of bread.",
    "no",
    "",
    "Nobody has said who ordered the repairs, which cost 4.5 million crowns.",
    "The ferry sank near the lighthouse on Monday.",
)


def _words(encoder: MiniLM, texts: Sequence[str]) -> list[bytes]:
    return [rows.tobytes() for rows in encoder.encode_words([text.split() for text in texts])]


def test_row_is_the_same_alone_and_in_any_company() -> None:
    together = _words(MiniLM(), TEXTS * 20)
    alone = [_words(MiniLM(), [text])[0] for text in TEXTS]
    assert together[: len(TEXTS)] == alone
    assert _words(MiniLM(), TEXTS[::-1])[::-1] == alone


@pytest.mark.parametrize("last", [False, True])
def test_row_is_the_same_where_it_was_begun_before(last: bool) -> None:
    encoder = MiniLM()
    many = [["The", "ferry", "sank", "near", "lighthouse", str(number)] for number in range(20)]
    texts = [text.split() for text in TEXTS]
    encoder.begin(many)
    encoder.begin([*texts, ["Never", "asked", "for"]], last=last)
    together = encoder.encode_words([*texts, *many, texts[0]])
    again = MiniLM().encode_words([*texts, *many, texts[0]])
    assert [rows.tobytes() for rows in together] == [rows.tobytes() for rows in again]
    assert encoder.encode_words(texts)[0].tobytes() == together[0].tobytes()


def test_texts_that_wait_are_run_together(monkeypatch: pytest.MonkeyPatch) -> None:
    encoded, told, done = minilm._encoded, Event(), Semaphore(0)
    sizes = []

    def slowly(batch: list[tuple[int, ...]]) -> object:
        told.wait(10)
        sizes.append(len(batch))
        try:
            return encoded(batch)
        finally:
            for _ in batch:
                done.release()

    monkeypatch.setattr(minilm, "_encoded", slowly)
    encoder = MiniLM()
    many = [["ferry", str(number)] for number in range(20)]
    encoder.begin(many)
    told.set()
    assert all(done.acquire(timeout=10) for _ in many)
    # The first batch of each thread, and the rest.
    assert len(sizes) <= minilm._threads() + 1
    again = MiniLM().encode_words(many)
    assert [row.tobytes() for row in encoder.encode_words(many)] == [r.tobytes() for r in again]


def test_no_text_gives_no_rows() -> None:
    assert MiniLM().encode_words([]) == []
    assert MiniLM().encode_words([()])[0].shape == (0, 384)


def test_paraphrase_is_nearer_than_another_matter() -> None:
    means = [rows.mean(axis=0) for rows in MiniLM().encode_words([t.split() for t in TEXTS[:3]])]
    vectors = [mean / np.linalg.norm(mean) for mean in means]
    assert vectors[0] @ vectors[1] > 0.5 > vectors[0] @ vectors[2] + 0.2


SENTENCES = (
    ("The", "ferry", "sank", "near", "the", "lighthouse", "."),
    ("A", "ship", "went", "down", "."),
    ("Bread", "is", "dear", "\ufffd", "."),
    (),
    ("word",) * 300,
)


def test_words_are_the_same_alone_and_in_any_company() -> None:
    together = MiniLM().encode_words(SENTENCES * 20)
    for sentence, vectors in zip(SENTENCES, together, strict=False):
        (alone,) = MiniLM().encode_words([sentence])
        assert alone.shape == (len(sentence), 384)
        assert vectors.tobytes() == alone.tobytes()


def test_what_the_encoder_cannot_read_is_zero() -> None:
    _, _, bread, _, long = MiniLM().encode_words(SENTENCES)
    assert [row for row in range(5) if not bread[row].any()] == [3]
    assert [row for row in range(300) if not long[row].any()] == list(range(254, 300))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "missing", id="missing"),
        pytest.param(b"other", "sha256", id="another file"),
    ],
)
def test_wrong_weights_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None, message: str
) -> None:
    (tmp_path / "weights").mkdir()
    if content is not None:
        (tmp_path / "weights" / "vocab.txt").write_bytes(content)
    monkeypatch.setattr(minilm, "files", lambda package: tmp_path)
    with pytest.raises(ModelError, match=message):
        minilm._weights("vocab.txt")
