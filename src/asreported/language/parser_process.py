"""The parser in a process of its own: it loads and parses while the caller does other work.

Python runs one thread at a time, and most of a small comparison is spaCy's import, its model and
the parse. The process has them for itself. It takes lists of documents on its standard input, gives
their parses on its standard output, both pickled, and ends with its input.

Where it cannot be started or ends early, what it owes is parsed by the caller: equal documents give
equal parses, so that only the time tells.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future

    from asreported.model.document import Document
    from asreported.model.parse import Parse

_Columns = tuple[str, list[tuple[object, ...]], list[tuple[object, ...]], str]
"""A parse without its types, which pickle would name at every word."""
# Without -P the folder that the user works in would come first among those that code is taken from.
_SERVE = ("-P", "-m", __name__)


class ParserProcess:
    """What the parser finds, found beside the caller. The process begins to load at once.

    Use it as a context: the process is ended behind it.
    """

    def __init__(self, arguments: tuple[str, ...] = _SERVE) -> None:
        """Start Python with ``arguments``, by which it serves parses."""
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._process = subprocess.Popen(
                [sys.executable, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        # Imported while the process loads.
        from concurrent.futures import ThreadPoolExecutor

        from asreported.language.spacy_parser import SpacyParser

        self._here = SpacyParser()
        self.name = self._here.name
        self.languages = self._here.languages
        # One list of documents after the other: there is one pipe there and one back.
        self._exchanges = ThreadPoolExecutor(1)
        self._promised: dict[str, Future[_Columns | None]] = {}
        self._lost = self._process is None

    def __enter__(self) -> "ParserProcess":
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.close()

    def begin(self, documents: Iterable["Document"]) -> None:
        """Begin to parse ``documents``, for whenever `parse` is asked for them."""
        from concurrent.futures import Future

        new = {d.id: d for d in documents if d.id not in self._promised}
        if new and not self._lost:
            promises: list[Future[_Columns | None]] = [Future() for _ in new]
            self._promised.update(zip(new, promises, strict=True))
            self._exchanges.submit(self._exchange, list(new.values()), promises)

    def parse(self, documents: Iterable["Document"]) -> Iterator["Parse"]:
        """Yield one parse a document, in order."""
        listed = list(documents)
        self.begin(listed)
        for place, document in enumerate(listed):
            self.begin([document])  # Where it stands in the list twice.
            promise = self._promised.pop(document.id, None)
            columns = promise.result() if promise is not None else None
            if columns is None:
                yield from self._here.parse(listed[place:])
                return
            yield _parse(columns)

    def close(self) -> None:
        """End the process; what is parsed afterwards is parsed by the caller."""
        self._lost = True
        if self._process is not None:
            self._process.kill()
        self._exchanges.shutdown()
        if self._process is not None:
            self._process.communicate()

    def _exchange(
        self, documents: list["Document"], promises: "list[Future[_Columns | None]]"
    ) -> None:
        """Send the documents and keep the promises; one kept with None is the caller's to parse."""
        kept = 0
        process = self._process
        if process is not None and process.stdin is not None and process.stdout is not None:
            try:
                pickle.dump(documents, process.stdin, pickle.HIGHEST_PROTOCOL)
                process.stdin.flush()
                for promise in promises:
                    promise.set_result(pickle.load(process.stdout))
                    kept += 1
            except Exception:
                # What is no pickle may raise anything; whoever sent it is not asked again.
                self._lost = True
        for promise in promises[kept:]:
            promise.set_result(None)


def _columns(parse: "Parse") -> _Columns:
    return parse.document, [*map(tuple, parse.tokens)], [*map(tuple, parse.sentences)], parse.parser


def _parse(columns: _Columns) -> "Parse":
    from asreported.model.parse import Parse, Sentence, Token

    document, tokens, sentences, parser = columns
    return Parse(document, (*map(Token._make, tokens),), (*map(Sentence._make, sentences),), parser)


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer lists of documents with their parses until there are no more."""
    from asreported.language.spacy_parser import SpacyParser

    parser = SpacyParser()
    parser.prepare()
    while True:
        try:
            documents = pickle.load(requests)
        except EOFError:
            return
        for parse in parser.parse(documents):
            pickle.dump(_columns(parse), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def _main() -> None:
    # The caller is interrupted by the same key and ends this process by closing its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    # What a library prints is no parse.
    os.dup2(2, 1)
    try:
        serve(sys.stdin.buffer, answers)
    except Exception:
        # The caller parses the same text, meets the same error and can say what it was reading.
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    _main()
