"""Find the auxiliaries of a verb, its own and those it shares with another."""

from collections.abc import Sequence

from asreported.model.labels import ALL_SUBJECTS, AUXILIARIES
from asreported.model.parse import Token


def auxiliaries_of(
    tokens: Sequence[Token], children: Sequence[Sequence[int]], verb: int
) -> list[int]:
    """Return the tokens that are auxiliaries of the token ``verb``.

    "Could flood the yard and cost lives": a bare verb that is joined to one, and has neither
    auxiliary nor subject, shares those of the other. ``children`` are by token.
    """
    own = [c for c in children[verb] if tokens[c].dep in AUXILIARIES]
    token = tokens[verb]
    bare = token.dep == "conj" and token.text.lower() == token.lemma.lower()
    if own or not bare or any(tokens[c].dep in ALL_SUBJECTS for c in children[verb]):
        return own
    return auxiliaries_of(tokens, children, token.head)
