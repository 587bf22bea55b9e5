"""Tell the language of a text."""

from collections import Counter
from functools import cache
from itertools import chain, repeat
from typing import Any

from asreported.documents.lines.phrases import fold_each
from asreported.lexicon.load import table

NEWS_LANGUAGES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr",
    "hu", "id", "it", "ja", "ko", "lt", "lv", "mk", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk",
    "sl", "sq", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
_SAMPLE = 2000
"""Code points that are looked at: of 1,256 pages and articles 6,000 tell none otherwise."""
_LEAST_WORDS = 12
_SURE_SHARE = 0.18
"""Share of words that are function words of one language, from which it needs no model."""
_SOME_SHARE = 0.05
_MODEL_SAMPLE = 1500
"""Code points for the model, which needs as long as all else of a page for 6,000."""


def find_language(text: str) -> str:
    """Return the ISO 639-1 code of the language ``text`` is mostly in, "und" if it is too short."""
    sample = text[:_SAMPLE]
    # What an apostrophe parts are two words: "l'eau".
    words = fold_each([sample.replace("'", " ").replace("’", " ")])[0]
    if not words:
        return "und"
    counts = Counter(chain.from_iterable(map(_function_words().get, words, repeat(()))))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if ranked and len(words) >= 4:
        first, most = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0
        sure = most >= _SURE_SHARE * len(words) and most >= 1.3 * second
        # Menus and tables have few of them, but those of one language.
        if sure or (most >= _SOME_SHARE * len(words) and most >= max(8, 3 * second)):
            return first
    latin = sum(char.isascii() for char in "".join(words)) > 0.5 * len("".join(words))
    if latin and len(words) < _LEAST_WORDS:
        return ranked[0][0] if ranked else "und"
    return _by_model(sample)


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table("language_words"):
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), row["language"])
    return found


def _by_model(sample: str) -> str:
    language, _ = _model().classify(sample[:_MODEL_SAMPLE])
    return str(language)


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(NEWS_LANGUAGES))
    return identifier
