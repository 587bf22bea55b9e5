"""Readers' comments found by what recurs among them; invented pages."""

import pytest

from asreported.documents.build import read_document
from asreported.documents.lines.lines import split_lines
from asreported.documents.regions.threads import find_threads
from asreported.model.source import Page
from asreported.settings import Settings

ARTICLE = """The harbour board closes the old quay
The board met on Monday and its clerk, Ada Roe, said that the quay would stay closed to carts.
The crane needs repairs that the town will have to pay for, and the work takes until the autumn.
The board counted forty boats in the spring, which is twelve more than in the year before it.
"""

THREADS = {
    "counted_and_said": (
        "2 thoughts on “The harbour board closes the quay”\nJo Poe says:\n3 May 2026 at 2:58 pm\n"
        "The crane was fine last week.\nTom Coe says:\n4 May 2026 at 9:01 am\nIt was not.",
        "It was not.",
    ),
    "one_reply": (
        "1 reply on “The harbour board”\nJo Poe\n3 May 2026 at 2:58 pm\nThe crane was fine.",
        "The crane was fine.",
    ),
    "german": (
        "Jo Poe schreibt:\n3. Mai 2026 um 14:58\nDer Kran war letzte Woche noch heil.\nAntworten\n"
        "Tom Coe schreibt:\n4. Mai 2026 um 9:01\nWar er nicht.\nAntworten",
        "Antworten",
    ),
    "name_and_date": (
        "Leserpost (3)\nJo Poe / 03.05.2026\nDer Kran war heil.\nTom Coe / 03.05.2026\nDoch nicht.",
        "Doch nicht.",
    ),
    "reply_beside_the_time": (
        "jopoe\n3.5.2026, 14:14 Antworten Zitieren #\nDer Kran war heil.\ntomcoe\n"
        "4.5.2026, 9:01 Antworten Zitieren #\nDoch nicht.",
        "Doch nicht.",
    ),
    "reply_in_brackets": (
        "#1 jopoe 3.5.2026 - 14:14\nDer Kran war heil.\n[ zitieren ]\n"
        "#2 tomcoe 4.5.2026 - 9:01\nDoch nicht.\n[ zitieren ]",
        "[ zitieren ]",
    ),
    "one_with_a_number_its_reply_above": (
        "#1 von jopoe 3.5.2026 - 14:14\n[ zitieren ]\nDer Kran war heil.\nHeute nicht mehr.",
        "Heute nicht mehr.",
    ),
    "reviews": (
        'Kundenbewertungen für "Kran 3"\njopoe am 3.5.2026\nHebt alles.\ntomcoe am 4.5.2026\n'
        "Leider zu kurz.\nada am 5.5.2026\nGerne wieder.",
        "Gerne wieder.",
    ),
    "relative_times": (
        "jopoe\n2 points · 6 years ago\nThe crane was fine.\nReply\ntomcoe\n1 point · 6 years ago\n"
        "It was not.\nReply",
        "Reply",
    ),
}


@pytest.mark.parametrize("case", THREADS, ids=str)
def test_thread(case: str) -> None:
    comments, last = THREADS[case]
    lines = split_lines(ARTICLE + comments)
    threads = find_threads(lines)
    assert len(threads) == 1
    assert lines[threads[0].first].text == comments.split("\n")[0]
    assert lines[threads[0].last].text == last


NONE = {
    "posts_of_a_blog": "Posted by Ada Roe on 3 May 2026 at 10:00\nThe quay is closed again.\n"
    "Posted by Ada Roe on 2 May 2026 at 10:00\nThe crane is broken.",
    "no_comments": "0 Comments\n3 May 2026\nMore from the harbour",
    "one_date_below": "Published 3 May 2026\nThe quay is closed.",
    "one_way_to_reply": "jopoe 3 May 2026 at 2:58 pm\nReply\nThe crane was fine.",
    "a_reply_form": "Leave a reply\nYour address is not shown.",
}


@pytest.mark.parametrize("case", NONE, ids=str)
def test_no_thread(case: str) -> None:
    assert find_threads(split_lines(ARTICLE + NONE[case])) == []


SAID = (
    "The crane at the old quay stood still all summer, and nobody in the harbour office could"
    " tell the skippers when it would lift a crate again or who would pay for its repair."
)
SYSTEMS = ("jdgm-rev", "commentaires", "komentarze-lista", "wpdThread", "coral_talk", "spot-im")


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_container_of_a_comment_system_holds_comments(name):
    article = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n") if line)
    page = f"<body><article>{article}</article><div class='{name}'><p>{SAID}</p></div></body>"
    document = read_document(Page("a.html", page.encode(), "html"), Settings())
    kinds = {document.text[r.start : r.end]: r.kind for r in document.regions}
    assert kinds[SAID] == "comments"


REVIEWS = (
    "Customer reviews\nBased on 3 reviews\nWrite a review\nJ. P.\nWell worth it\n"
    "We hung it above the stove in the spring, and it has not lost a drop of paint since then.\n"
    "T. C.\nNot again\nThe handle came off on the second day."
)


def test_undated_reviews_below_their_number_are_comments_wherever_they_stand():
    menu = "\n".join(f"Shelf {n}\nPans" for n in range(12))
    page = f"{menu}\n{SAID}\n{REVIEWS}\n1 2 3\n{SAID.replace('summer', 'winter')}"
    document = read_document(Page("a.txt", page.encode(), "text"), Settings())
    kinds = {document.text[r.start : r.end]: r.kind for r in document.regions}
    assert {kinds[line] for line in REVIEWS.split("\n")} == {"comments"}
    # The list ends where its further pages are told.
    assert kinds[SAID] == "body"
    assert kinds[SAID.replace("summer", "winter")] != "comments"
