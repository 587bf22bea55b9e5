"""Find which names, in one account or several, have one bearer.

Names are grouped by their folded form and type; then groups are joined where one is a spelling, a
surname, an acronym or another name of the other. Two persons with one surname stay apart: a bare
surname goes to the one its own account named last before it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from asreported.alignment.accounts.names import (
    core,
    fits_person,
    same_organisation,
    same_place,
)
from asreported.lexicon.names import ends_in_father, fold, is_father, places, without_suffix
from asreported.lexicon.spelling import same_word, skeleton
from asreported.model.ids import content_id
from asreported.model.statement import Entity, Mention, Reading

_WITH_TAIL = re.compile(r"(?P<name>\S+?(?: [A-Z]\S*?)*)(?:['’]s)? [a-z][a-z ]+", re.DOTALL)
# What stands before these and is no known place is who governs.
_RULED = (" government", " administration", " regime", " campaign")
_OF_PLACE = re.compile(
    r".+ (?:of|for|in)(?: the)? (?P<name>[A-Z][^\s]*(?: [A-Z][^\s]*){0,3})", re.DOTALL
)
_Key = tuple[str, str]


@dataclass(slots=True)
class _Group:
    """Mentions taken for one bearer; ``forms`` counts the names as written."""

    kind: str
    mentions: list[Mention] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)

    def add(self, mention: Mention) -> None:
        """Take in one mention."""
        self.mentions.append(mention)
        self.forms[mention.name] += 1

    @property
    def name(self) -> str:
        """Return the fullest name: most words, then most frequent, then longest."""
        if self.kind == "place":
            known = [form for form in self.forms if fold(form) in places()]
            # The usual name, if an account uses it; no account writes "Washington, D.C.".
            usual = [form for form in known if fold(form) == fold(places()[fold(form)]["name"])]
            if known:
                return max(usual or known, key=lambda n: (not n.isupper(), self.forms[n], n))
        return max(self.forms, key=lambda n: (_fullness(n), self.forms[n], len(n), n))


def resolve_entities(readings: Sequence[Reading]) -> tuple[Entity, ...]:
    """Return the entities that the readings' mentions name, most mentioned first."""
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    kinds = _voted(ordered)
    groups: dict[_Key, _Group] = {}
    bare: list[tuple[Reading, Mention]] = []
    for reading in ordered:
        for mention in (*reading.mentions, *_nested(reading, kinds)):
            key = " ".join(core(mention.name))
            kind = _kind(key, mention, kinds)
            if kind == "person" and len(core(mention.name)) == 1:
                bare.append((reading, mention))
                continue
            if kind == "place" and fold(mention.name) in places():
                key = fold(places()[fold(mention.name)]["name"])
            groups.setdefault((key, kind), _Group(kind)).add(mention)
    bare = [one for one in bare if not _left_to_others(one[1], kinds, groups)]
    joined = _join(groups)
    _place_surnames(bare, joined)
    return tuple(sorted(map(_entity, joined), key=lambda e: (-len(e.mentions), e.name, e.id)))


def _left_to_others(mention: Mention, kinds: Mapping[str, str], groups: dict[_Key, _Group]) -> bool:
    """Give a bare name to the other type that most accounts see in it, if nobody bears it in full.

    The parser takes companies for people; then the companies' group takes the mention in.
    """
    word = core(mention.name)[0]
    kind = kinds.get(word, "person")
    if kind == "person" or any(key[1] == "person" and key[0].endswith(word) for key in groups):
        return False
    groups.setdefault((word, kind), _Group(kind)).add(mention)
    return True


def _nested(reading: Reading, kinds: Mapping[str, str]) -> Iterator[Mention]:
    """Yield the known names inside longer ones: "Hale" of "Hale government", "Peru" at the end."""
    for mention in reading.mentions:
        if mention.type not in ("organisation", "place", "event"):
            continue
        words = reading.document.quote(mention.span)
        match = _WITH_TAIL.fullmatch(words) or _OF_PLACE.fullmatch(words)
        if match is None:
            continue
        name = match["name"]
        kind = kinds.get(" ".join(core(name))) or ("place" if fold(name) in places() else "")
        if not kind and words.endswith(_RULED):
            kind = "person"
        tail_only = match.re is _WITH_TAIL or kind == "place"
        if kind and tail_only and name != words:
            start = mention.span.start + match.start("name")
            yield Mention(reading.document.span(start, start + len(name)), kind, name)


def _voted(readings: Sequence[Reading]) -> dict[str, str]:
    """Return the type that most mentions of each name have across the accounts."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for mention in reading.mentions:
            votes[" ".join(core(mention.name))][mention.type] += 1
    return {
        key: max(counts, key=lambda kind: (kind != "other", counts[kind], kind))
        for key, counts in votes.items()
    }


def _kind(key: str, mention: Mention, kinds: Mapping[str, str]) -> str:
    """Return the type of a mention: its account's, where that account makes it a person."""
    return mention.type if mention.type == "person" else kinds.get(key, mention.type)


def _join(groups: Mapping[_Key, _Group]) -> list[_Group]:
    """Return the groups with those of one bearer made one, fullest names first."""
    joined: list[_Group] = []
    blocks: dict[str, list[_Group]] = defaultdict(list)
    order = sorted(groups, key=lambda key: (-len(key[0].split()), key))
    for key in order:
        group = groups[key]
        keys = _block_keys(group)
        near = {id(other): other for one in keys for other in blocks[one]}
        fits = [other for other in near.values() if _same(group, other)]
        # A short form that fits two bearers ("J. Hale" of two) belongs to neither.
        if len(fits) == 1 or (fits and group.kind != "person"):
            for mention in group.mentions:
                fits[0].add(mention)
            group = fits[0]
        else:
            joined.append(group)
        for one in keys:
            if group not in blocks[one]:
                blocks[one].append(group)
    return joined


def _block_keys(group: _Group) -> list[str]:
    """Return what two names of one bearer have in common at least one of, in a fixed order."""
    words = core(group.name)
    kind = group.kind
    if kind == "person":
        return [f"person {skeleton(words[-1])[1:]}"]
    keys = [f"{kind} sound {skeleton(words[0])[1:]}", f"{kind} letters {''.join(words)}"]
    if kind == "place":
        return keys
    initials = "".join(word[0] for word in fold(group.name).split())
    kept = "".join(word[0] for word in words)
    short = fold(group.name).replace(" ", "")
    listed = {f"{kind} initials {one}" for one in (initials, kept, short)}
    return [*keys, *sorted(listed), *(f"{kind} word {word}" for word in words if len(word) > 3)]


def _same(group: _Group, other: _Group) -> bool:
    if group.kind == "person":
        name = core(group.name)
        return any(fits_person(name, core(form)) for form in other.forms)
    if group.kind == "place":
        return any(same_place(group.name, form) for form in other.forms)
    return any(same_organisation(group.name, form) for form in other.forms)


def _place_surnames(bare: Sequence[tuple[Reading, Mention]], joined: list[_Group]) -> None:
    """Add each bare name to the person it is the last or first name of, else make one of it."""
    persons = [group for group in joined if group.kind == "person"]
    alone: dict[str, _Group] = {}
    for reading, mention in bare:
        word = core(mention.name)[0]
        fits = [p for p in persons if any(word == core(form)[-1] for form in p.forms)]
        if not is_father(reading.document.text, mention.span.start):
            fits = [p for p in fits if not any(map(ends_in_father, p.forms))]
        if not fits:
            fits = [p for p in persons if any(_before_suffix(form) == word for form in p.forms)]
        if not fits:
            fits = [p for p in persons if any(same_word(word, core(form)[-1]) for form in p.forms)]
        if not fits:
            fits = [p for p in persons if _first_name(word, mention, p)]
        chosen = fits[0] if len(fits) == 1 else _latest(mention, fits)
        if chosen is None:
            name = next((known for known in alone if same_word(known, word)), word)
            chosen = alone.setdefault(name, _Group("person"))
        chosen.add(mention)
    joined.extend(alone.values())


def _before_suffix(name: str) -> str:
    """Return the surname that "Jr." or the like stands behind, the last word where none does."""
    return without_suffix(core(name))[-1]


def _first_name(word: str, mention: Mention, person: _Group) -> bool:
    """Return whether ``word`` is the given name of a person whom the same account names in full."""
    return any(
        core(other.name)[0] == word and len(core(other.name)) > 1
        for other in person.mentions
        if other.span.document == mention.span.document
    )


def _latest(mention: Mention, fits: Sequence[_Group]) -> _Group | None:
    """Return the person whom the mention's own account named in full last before it."""
    best: tuple[int, _Group] | None = None
    for group in fits:
        for other in group.mentions:
            before = other.span.document == mention.span.document and other.span < mention.span
            full = before and len(core(other.name)) > 1
            if full and (best is None or other.span.start > best[0]):
                best = (other.span.start, group)
    return best[1] if best else None


def _entity(group: _Group) -> Entity:
    spans = tuple(sorted(mention.span for mention in group.mentions))
    first = spans[0]
    identity = content_id("e", group.kind, first.document, first.start, first.end)
    return Entity(identity, group.name, group.kind, spans)


def _fullness(name: str) -> int:
    words = fold(name).split()
    return len(words) if not name.replace(".", "").isupper() or len(words) > 1 else 0
