"""One attribute of one bearer, as the words of a phrase give it."""

from dataclasses import dataclass

from asreported.model.span import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """One attribute of one bearer as an account gives it.

    ``about`` is the id of an entity (``e...``), or ``act:NAME`` for what happened, named by its act
    (`accounts.acts`), or ``kind:NAME`` for somebody or something without a name. Facts
    of one ``about`` and ``attribute`` speak of one thing only as far as their ``detail`` allows:
    for an act these are concepts of whom it befell, for an office those of what it is of.
    ``attribute`` is ``age role home day hour place instrument count``. ``value`` is normal: digits,
    ISO day or ``weekday:0``, the concept of an office's noun, the folded name of a place. ``span``
    are the tight words of bearer and value, ``value_span`` those of the value alone.
    """

    about: str
    name: str
    attribute: str
    value: str
    detail: frozenset[str]
    span: Span
    value_span: Span

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.span.document
