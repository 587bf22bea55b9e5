"""Apply the parser's attribute rules by look-up.

spaCy's attribute ruler gives each word its part of speech, morphology and, for some, its lemma.
It has some 180 patterns on tag, form and dependency and runs them all over every word: a sixth of
the parse. A pattern of one word depends on that word alone, so that its outcome can be remembered;
the few of two words are tried where the first one fits. The outcome is the same, word for word.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

_Word = tuple[str, str, str, bool]
"""Tag, form in lower case, dependency, whether it is white space."""
_FIELDS = {"TAG": 0, "LOWER": 1, "DEP": 2, "IS_SPACE": 3}
_MOST = 200_000
"""Words remembered: some 50 MB; then the memory begins anew."""
_SETTABLE = frozenset({"POS", "MORPH", "LEMMA", "TAG", "DEP"})


class _Rule(NamedTuple):
    """``attributes`` for the word at place ``at`` of a run of words that fit ``words``."""

    words: tuple[Mapping[str, Any], ...]
    at: int
    attributes: Mapping[str, str]


class _Known(NamedTuple):
    """What is known of one word: the rules of one word that fit it, those of two that it opens."""

    rules: tuple[int, ...]
    opens: tuple[int, ...]


class Attributes:
    """A component that does what ``rules`` say, in their order: a later rule overrides."""

    def __init__(self, rules: Iterable[Mapping[str, Any]]) -> None:
        self._rules = [
            _Rule(tuple(pattern), rule["index"], rule["attrs"])
            for rule in rules
            for pattern in rule["patterns"]
        ]
        self._by_form: dict[str, list[int]] = {}
        self._by_pattern: list[int] = []
        self._by_tag: dict[str, list[int]] = {}
        self._of_any_word: list[int] = []
        self._formless: dict[tuple[str, str, bool], list[int]] = {}
        for number, rule in enumerate(self._rules):
            self._index(number, rule.words[0])
        self._known: dict[_Word, _Known] = {}
        self._merged: dict[tuple[int, ...], Mapping[str, str]] = {}

    def __call__(self, doc: Any) -> Any:
        """Set part of speech, morphology and lemma of the words of ``doc``."""
        words = [(t.tag_, t.lower_, t.dep_, t.is_space) for t in doc]
        known = [self._known.get(word) or self._learn(word) for word in words]
        rules = [fits.rules for fits in known]
        for place, fits in enumerate(known[:-1]):
            for number in fits.opens:
                rule = self._rules[number]
                if _fits(rule.words[1], words[place + 1]):
                    at = place + rule.at
                    rules[at] = tuple(sorted((*rules[at], number)))
        for token, numbers in zip(doc, rules, strict=True):
            self._set(token, numbers)
        return doc

    def _index(self, number: int, conditions: Mapping[str, Any]) -> None:
        """Note which forms or tags rule ``number`` can fit: most are of one or a few."""
        form, tag = conditions.get("LOWER"), conditions.get("TAG")
        if form is not None:
            for one in _listed(form):
                self._by_form.setdefault(one, []).append(number)
            if not _listed(form):
                self._by_pattern.append(number)
        elif tag is not None and _listed(tag):
            for one in _listed(tag):
                self._by_tag.setdefault(one, []).append(number)
        else:
            self._of_any_word.append(number)

    def _learn(self, word: _Word) -> _Known:
        tag, form, dep, is_space = word
        if (tag, dep, is_space) not in self._formless:
            formless = (*self._of_any_word, *self._by_tag.get(tag, ()))
            self._formless[tag, dep, is_space] = self._fitting(formless, word)
        by_form = self._fitting((*self._by_pattern, *self._by_form.get(form, ())), word)
        fitting = sorted((*self._formless[tag, dep, is_space], *by_form))
        found = _Known(
            tuple(n for n in fitting if len(self._rules[n].words) == 1),
            tuple(n for n in fitting if len(self._rules[n].words) == 2),
        )
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[word] = found
        return found

    def _fitting(self, numbers: Iterable[int], word: _Word) -> list[int]:
        return [n for n in numbers if _fits(self._rules[n].words[0], word)]

    def _set(self, token: Any, numbers: tuple[int, ...]) -> None:
        merged = self._merged.get(numbers)
        if merged is None:
            merged = {}
            for number in numbers:
                merged = {**merged, **self._rules[number].attributes}
            self._merged[numbers] = merged
        for name, value in merged.items():
            if name == "MORPH":
                token.set_morph(None if value == "_" else value)
            else:
                setattr(token, f"{name.lower()}_", value)


def _listed(condition: Any) -> Iterable[str]:
    """Return the values that meet a condition, none where it does not list them."""
    if isinstance(condition, str):
        return (condition,)
    return tuple(condition.get("IN", ())) if isinstance(condition, Mapping) else ()


def can_replace(rules: Iterable[Mapping[str, Any]]) -> bool:
    """Return whether all rules are of the kinds that this module knows."""
    return all(
        len(pattern) <= 2
        and set(rule["attrs"]) <= _SETTABLE
        and all(_is_simple(field, value) for word in pattern for field, value in word.items())
        for rule in rules
        for pattern in rule["patterns"]
    )


def _is_simple(field: str, value: object) -> bool:
    if isinstance(value, Mapping):
        return field in _FIELDS and set(value) <= {"IN", "NOT_IN", "REGEX"}
    return field in _FIELDS and isinstance(value, str | bool)


def _fits(conditions: Mapping[str, Any], word: _Word) -> bool:
    return all(_meets(word[_FIELDS[field]], wanted) for field, wanted in conditions.items())


def _meets(found: str | bool, wanted: Any) -> bool:
    if not isinstance(wanted, Mapping):
        return bool(found == wanted)
    if ("IN" in wanted and found not in wanted["IN"]) or found in wanted.get("NOT_IN", ()):
        return False
    return "REGEX" not in wanted or re.search(wanted["REGEX"], str(found)) is not None
