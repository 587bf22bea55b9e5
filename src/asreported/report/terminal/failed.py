"""Name the inputs that could not be used, and of a file with many bad records the first few."""

from collections import Counter
from collections.abc import Iterable, Iterator

from asreported.lexicon.plurals import counted
from asreported.model.source import Failure
from asreported.report.printable import one_line

# A file of something else fails line by line, up to a thousand times: five show what it is.
_MOST_OF_A_FILE = 5


def failed_lines(failures: Iterable[Failure], everything: bool = False) -> Iterator[str]:
    """Yield a line a failure, in order, and behind the last of a file how many more it has.

    >>> from asreported.model.source import Failure
    >>> bad = [Failure(f"a.jsonl#{n}", "sources", f"a.jsonl#{n}: not JSON") for n in range(1, 9)]
    >>> list(failed_lines(bad))[-2:]
    ['a.jsonl#5: not JSON', 'a.jsonl: and 3 more records']
    """
    listed = list(failures)
    of_file = Counter(failure.file for failure in listed if failure.record)
    seen: Counter[str] = Counter()
    for failure in listed:
        if everything or not failure.record:
            yield one_line(failure.error)
            continue
        seen[failure.file] += 1
        if seen[failure.file] <= _MOST_OF_A_FILE:
            yield one_line(failure.error)
        elif seen[failure.file] == of_file[failure.file]:
            more = counted(seen[failure.file] - _MOST_OF_A_FILE, "more record")
            yield f"{one_line(failure.file)}: and {more}"
