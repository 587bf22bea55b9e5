"""What can be told of an address without asking the network."""

from urllib.parse import urlsplit


def host_of(address: str) -> str:
    """Return the host of an address in lower case, "" where it has none or is malformed.

    >>> [host_of(a) for a in ("https://News.example/a", "a.txt", "http://[::1")]
    ['news.example', '', '']
    """
    try:
        return (urlsplit(address).hostname or "") if "//" in address else ""
    except ValueError:
        return ""
