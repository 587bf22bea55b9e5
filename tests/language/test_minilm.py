"""The encoder that ships: rows of length 1, the same alone and in company, near in meaning."""

from pathlib import Path

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


def test_row_is_the_same_alone_and_in_any_company() -> None:
    together = MiniLM().encode(TEXTS * 20)
    alone = np.stack([MiniLM().encode([text])[0] for text in TEXTS])
    assert together[: len(TEXTS)].tobytes() == alone.tobytes()
    assert MiniLM().encode(TEXTS[::-1])[::-1].tobytes() == alone.tobytes()


def test_rows_have_length_one() -> None:
    vectors = MiniLM().encode(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_row_is_the_same_where_it_was_begun_before() -> None:
    encoder = MiniLM()
    many = [f"The ferry sank near lighthouse {number}." for number in range(20)]
    encoder.begin(many)
    encoder.begin([*TEXTS, "Never asked for."])
    together = encoder.encode([*TEXTS, *many, TEXTS[0]])
    assert together.tobytes() == MiniLM().encode([*TEXTS, *many, TEXTS[0]]).tobytes()
    assert encoder.encode(TEXTS).tobytes() == together[: len(TEXTS)].tobytes()


def test_no_text_gives_no_rows() -> None:
    assert MiniLM().encode([]).shape == (0, 384)


def test_paraphrase_is_nearer_than_another_matter() -> None:
    vectors = MiniLM().encode(TEXTS)
    assert vectors[0] @ vectors[1] > 0.5 > vectors[0] @ vectors[2] + 0.2


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
