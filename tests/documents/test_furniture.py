"""What stands between the paragraphs of a flattened article, a line each: invented pages."""

import pytest

from asreported.documents.build import read_document
from asreported.model.source import Page
from asreported.settings import Settings

TITLE = "Ferry crew finds a drifting barge off Lindmouth"
BODY = (
    "The crew of the morning ferry found a barge adrift two miles off Lindmouth on Tuesday, the"
    " harbour office said.",
    "Nobody was on board when the tug reached it, and its lights were out, according to the log.",
    'The office said the barge had broken its moorings in the night. "The wind did the rest," its'
    " clerk, Ada Roe, told the council.",
    "The council will hear on Friday who has to pay for the tow, which took the tug four hours.",
    "Two other barges were towed back in the spring, and the council paid for one of them.",
)
ARTICLE = frozenset({"body", "subhead", "quote_block", "summary_list"})


def kinds_of(lines):
    text = "\n".join((TITLE, "", *lines))
    document = read_document(Page("a.txt", text.encode(), "text"), Settings())
    return {document.text[r.start : r.end]: r.kind for r in document.regions}


TOLD_OF = (
    "The office said the owner broke its terms of service.",
    "The council said that the owner of the barge had broken the terms of service of the harbour"
    " office.",
    "Byrne said the owner, who has since changed the privacy policy of his firm, had asked for a"
    " free trial of the new berths in March.",
    "The office left out of its annual report a photograph of the barge, and told the court that"
    " its use had been fair use.",
)


@pytest.mark.parametrize("line", TOLD_OF)
def test_what_a_page_prints_may_be_what_a_story_tells_of(line: str) -> None:
    told = kinds_of((*BODY[:3], line, *BODY[3:]))
    assert next(kind for text, kind in told.items() if line in text) == "body"


def test_a_page_that_speaks_to_its_reader_tells_no_story() -> None:
    line = "By going on to this page you agree to the terms of service of the harbour office, too."
    told = kinds_of((*BODY, line))
    assert next(kind for text, kind in told.items() if line in text) == "promo"


AROUND = {
    "link_to_read": ("Read: The tugs that nobody wanted", "promo"),
    "credit_of_reporters": ("Ada Poe and The Wire Service contributed to this report.", "metadata"),
    "note_of_update": ("This story has been updated with the tug's name.", "metadata"),
    "correction": ("Correction: The tug was first said here to be the Gull.", "metadata"),
    "correction_of_a_day": (
        "*Correction, May 6, 2026, at 9:10 p.m.: This post originally said that the tug sank.",
        "metadata",
    ),
    "corrections_of_a_desk": (
        "Corrections & Clarifications: The council did not vote on the barge.",
        "metadata",
    ),
    "earlier_version": (
        "An earlier version of this story gave a wrong name to the tug, and a wrong length.",
        "metadata",
    ),
    "editor’s_note": ("Editor’s note: The tug has since been sold.", "metadata"),
    "update": ("UPDATE: This story was updated on Friday with the tug's name.", "metadata"),
    "continued_below": ("Story Continued Below", "promo"),
    "app": ("CLICK HERE TO GET THE LINDMOUTH NEWS APP", "promo"),
    "teaser_more_on_this": (
        "More on this: Man who set the ferry adrift eight years ago in Lindmouth was let out",
        "promo",
    ),
    "teaser_read_more": ("Barge owners: who pays for the tow? Read more", "promo"),
    "title_in_capitals": ("COUNCIL TO VOTE ON NEW MOORINGS FOR BARGES", "promo"),
    "inboxes": ("The Tide is delivered to thousands of inboxes every day. Subscribe.", "promo"),
    "a member": ("Get inside access to the Tide Gazette by becoming a member.", "promo"),
    "inbox": ("Let our news meet your inbox. This site is protected by recaptcha", "promo"),
    "follow_on_a_network": ("Follow Ada Poe on Twitter", "promo"),
    "outlet_that_owns_a_picture": ("Fox News", "caption"),
    "file_of_an_agency": ("Ada Poe/AP, FILE", "caption"),
    "picture_of_an_agency": ("The barge at the quay on Tuesday. (Photo: Ada Poe, Wire)", "caption"),
}


@pytest.mark.parametrize("case", AROUND, ids=str)
def test_line_between_paragraphs(case):
    line, kind = AROUND[case]
    kinds = kinds_of((*BODY[:3], line, *BODY[3:]))
    assert kinds[line] == kind
    assert [kinds[paragraph] for paragraph in BODY] == ["body"] * len(BODY)


WITHIN = {
    "quoted_subhead": ("'The wind did the rest'", "subhead"),
    "post": ("The tug is back. What a night! — Ada Roe (@adaroe) May 5, 2026", "quote_block"),
    "plain_subhead": ("Two barges in spring", "subhead"),
    "officers": ("Corrections officers helped the crew of the tug to tow the barge in.", "body"),
    "what_somebody_said_first": (
        "The council originally said that the tug would be towed in by Monday, and then sold.",
        "body",
    ),
}


@pytest.mark.parametrize("case", WITHIN, ids=str)
def test_line_of_the_article(case):
    line, kind = WITHIN[case]
    assert kinds_of((*BODY[:3], line, *BODY[3:]))[line] == kind


def test_a_paragraph_repeated_under_a_picture_stays():
    caption = BODY[1].rstrip(".")
    kinds = kinds_of((*BODY[:2], caption, *BODY[2:]))
    assert kinds[BODY[1]] == "body"
    assert kinds[caption] == "caption"


def test_a_post_quoted_in_the_text_makes_no_caption_of_its_paragraph():
    post = "The wind took our barge and nobody at the office would answer us — Jo Roe (@jo) May 5"
    paragraph = 'Mr Roe wrote: "The wind took our barge and nobody at the office would answer us."'
    kinds = kinds_of((*BODY[:3], paragraph, post, *BODY[3:]))
    assert kinds[paragraph] in ARTICLE
    assert kinds[post] == "quote_block"


def test_what_a_colon_announces_is_a_list():
    announced = "The council said that the owners have to see to the following before the summer:"
    items = ("New ropes on both sides of the barge", "A lamp that burns for two nights")
    kinds = kinds_of((*BODY[:2], announced, *items, *BODY[2:]))
    assert kinds[items[0]] == "summary_list"
    assert kinds[items[1]] in ARTICLE


def test_long_lines_without_an_end_are_captions_where_there_are_several():
    captions = (
        "The tug leaves the old quay on Tuesday morning with the barge made fast on its side",
        "The barge lies on the mud below the harbour office where the crew had left it at noon",
        "People on the pier look at the barge while the crew of the ferry makes ready for the day",
    )
    lines = [line for pair in zip(BODY, captions, strict=False) for line in pair]
    kinds = kinds_of((*lines, *BODY[3:]))
    assert {kinds[caption] for caption in captions} == {"caption"}
    assert {kinds[paragraph] for paragraph in BODY} == {"body"}


def test_a_transcript_is_no_comment_section():
    turns = ("MARTIN: Oh, well, yeah. You know what? That's so funny!", "POE: Right. Haha.") * 5
    kinds = kinds_of((*BODY, *(f"{turn} {n}!" for n, turn in enumerate(turns))))
    assert "comments" not in kinds.values()


def test_caption_above_a_text_without_title_is_no_headline():
    caption = "The barge lay at the quay for two days last week"
    document = read_document(
        Page("a.txt", "\n".join((f"Image caption {caption}", *BODY)).encode(), "text"), Settings()
    )
    kinds = {document.text[r.start : r.end]: r.kind for r in document.regions}
    assert kinds[caption] == "caption"
    assert document.headline is None
