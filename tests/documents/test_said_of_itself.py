"""What a page with markup says of itself: title, writers and dates, shown and in its data."""

import re

import pytest

from asreported.documents.build import read_document
from asreported.documents.lines.moments import find_moments
from asreported.model.source import Page
from asreported.settings import Settings

PROSE = "".join(
    f"<p>The harbour board of Lindmouth counted {n} boats on Monday, and its clerk said that the"
    f" quay would stay closed to carts until the repairs of the crane are paid for.</p>"
    for n in range(12, 18)
)


def read(head="", top="", below="", title="<h1>Harbour board closes the old quay</h1>"):
    page = (
        f"<html lang='en'><head>{head}</head><body><div class='nav'><ul><li>Home</li><li>Sport</li>"
        f"</ul></div><article>{title}{top}{PROSE}{below}</article></body></html>"
    )
    return read_document(Page("https://daily.example/a", page.encode(), "html"), Settings())


WINDOW = "<title>Harbour board closes the old quay | The Lindmouth Daily</title>"
TITLES = {
    "suffix_of_site": (WINDOW, "<h1>Harbour board closes the old quay</h1>"),
    "kicker_in_heading": (
        WINDOW,
        "<h1><span>Port of Lindmouth</span> <span>Harbour board closes the old quay</span></h1>",
    ),
    "kicker_and_colon": (
        "<title>Port: Harbour board closes the old quay</title>",
        "<h1><span>Port</span><span>: </span><span>Harbour board closes the old quay</span></h1>",
    ),
    "date_in_heading": (
        "<title>News</title>",
        "<h1><span>3 May 2026</span><span>Harbour board closes the old quay</span></h1>",
    ),
    "site_in_the_first_heading": (
        "<title>Daily » Archive » Harbour board closes the old quay</title>",
        "<h1>Daily</h1><p>by the sea</p><h2>Harbour board closes the old quay</h2>",
    ),
    "subtitle_in_heading": (
        WINDOW,
        "<h1>Harbour board closes the old quay <small>Crane must be mended first</small></h1>",
    ),
}


@pytest.mark.parametrize("case", TITLES, ids=str)
def test_title(case):
    head, title = TITLES[case]
    document = read(head, title=title)
    assert document.headline is not None
    assert document.quote(document.headline) == "Harbour board closes the old quay"


WRITERS = {
    "by": ("", "<p>By Jane Doe and John Roe</p>", "", ["Jane Doe", "John Roe"]),
    "von": ("", "<p>Von Jürgen Roh, 3. Mai 2026</p>", "", ["Jürgen Roh"]),
    "von_between_date_and_section": (
        "",
        "<div class='meta'>Veröffentlicht am 3. Mai 2026 von"
        " <a rel='author' href='/author/roh'>Roh</a>in Allgemeines</div>",
        "",
        ["Roh"],
    ),
    "run_together": (
        "",
        "<div class='byline'>By<a href='/author/jane-doe'>Jane Doe</a></div>",
        "",
        ["Jane Doe"],
    ),
    "name_beside_date": ("", "<p>3 May 2026 | Jane Doe</p>", "", ["Jane Doe"]),
    "text_and_pictures": ("", "<p>Text & Fotos: Heike Roh</p>", "", ["Heike Roh"]),
    "shown_beats_the_newsroom_of_the_data": (
        "<meta name='author' content='daily'>",
        "<p>By Jane Doe</p>",
        "",
        ["Jane Doe"],
    ),
    "first_name_of_the_data_is_completed": (
        "<meta name='author' content='Jane'>",
        "<p class='byline'>Jane Doe</p>",
        "",
        ["Jane Doe"],
    ),
    "title_left_out": (
        "<script type='application/ld+json'>"
        '{"@graph": [{"@type": "NewsArticle", "headline": "Harbour board closes the old quay",'
        ' "author": {"@type": "Person", "name": "Jane Doe, Staff Writer"}}]}</script>',
        "",
        "",
        ["Jane Doe"],
    ),
    "entity_in_the_data": ("<meta name='author' content='Andr&amp;eacute; Roe'>", "", "",
                           ["André Roe"]),
    "photographer_is_no_writer": ("", "<p class='author'>Foto: Jane Doe</p>", "", []),
    "teaser_below_is_no_byline": (
        "",
        "<p>By Jane Doe</p>",
        "<ul class='related'><li>By Mary Poe</li><li>By Tom Coe</li></ul>",
        ["Jane Doe"],
    ),
    "signature_below": ("", "", "<p>Author: Jane Doe</p>", ["Jane Doe"]),
    "staff": ("", "<p>By Staff Writer</p>", "", []),
    "office_before_the_name": ("", "<p>By Political Editor Jane Doe</p>", "", ["Jane Doe"]),
    "house_after_the_name": ("", "<p>By Jane Doe, XYZ</p>", "", ["Jane Doe"]),
    "the_sites_own_name": (
        "<meta name='author' content='The Daily'>", "<p class='byline'>Jane Doe</p>", "",
        ["Jane Doe"],
    ),
    "an_institute_is_one_name": (
        "<meta name='author' content='Landesamt für Wald und Wiesen'>", "", "", [],
    ),
    "handle_run_together": (
        "", "<div class='byline'><span class='author'>Jane Doe</span>"
        "<span class='author'>janedoe</span></div>", "", ["Jane Doe"],
    ),
    "translator": (
        "", "<p class='author'>Von: Jane Doe</p><p class='author'>Übersetzt von: Mary Poe</p>", "",
        ["Jane Doe"],
    ),
    "three_in_spanish": (
        "", "<p class='byline'>Por Jane Doe, Mary Poe y John Roe</p>", "",
        ["Jane Doe", "Mary Poe", "John Roe"],
    ),
    "one_marked_of_two": (
        "", "<p class='byline'><span itemprop='author'>Jane Doe</span> and Mary Poe</p>", "",
        ["Jane Doe", "Mary Poe"],
    ),
    "linked_to_a_person_told_of": (
        "", "<p>Staff</p><p><a href='/people/lindmouth'>Frank Lindmouth</a></p>", "", [],
    ),
    "sender_of_a_message": (
        "", "<p>Where is the crane? — Jane Doe (@janedoe) May 3, 2026</p>", "", [],
    ),
    "soft_hyphens": ("", "<p>Von Mat\xadthi\xadas Roe</p>", "", ["Matthias Roe"]),
    "whom_to_ask": ("", "", "<p>Pressekontakt:</p><p>Jane Doe</p>", []),
    "newsroom_above_person_below": (
        "", "<p>von Redaktion, 3. Mai 2026</p>", "<p>Jane Doe</p>", [],
    ),
    "label_beats_by": (
        "", "", "<p>Photographs by Mary Poe</p><p>By John Roe</p><p>Author: Jane Doe</p>",
        ["Jane Doe"],
    ),
    "label_far_below": (
        "", "", "".join(f"<p>Related: number {n}</p>" for n in range(14))
        + "<p>Autoren Jane Doe und John Roe</p>", ["Jane Doe", "John Roe"],
    ),
    "byline_below_a_long_head": (
        "", "".join(f"<p>Share {n}</p>" for n in range(5))
        + "<p><a rel='author' href='/author/doe'>Jane Doe</a></p>", "", ["Jane Doe"],
    ),
    "writer_within_a_sentence": (
        "", "<p>Wrong, says the old harbour's author Mary Poe.</p><p>By Jane Doe</p>", "",
        ["Jane Doe"],
    ),
    "of_whom_a_sentence_tells": (
        "", "<p>Die Gründer von Werft Eins, Jane Doe und John Roe, mit dem Kran.</p>", "", [],
    ),
    "genre_before_the_name": ("", "<p>Ein Interview von Jane Doe mit Tom Coe.</p>", "",
                              ["Jane Doe"]),
    "byline_below_the_posters_name": (
        "", "<p><a rel='author' href='/author/poe'>Mary Poe</a></p><p>Von Jane Doe</p>", "",
        ["Jane Doe"],
    ),
    "bylines_of_other_articles": (
        "", "", "<p>Statement by Mary Poe</p><p>Statement by Tom Coe</p>", [],
    ),
    "who_checked": ("", "<p class='author'>Fact checked by Mary Poe</p>", "", []),
    "given_twice": ("", "<p class='author'>Jane Doe Jane Doe</p>", "", ["Jane Doe"]),
    "member_between_label_and_hour": ("", "<p>Posted by old crane at 21:11</p>", "",
                                      ["old crane"]),
    "works_listed": (
        "".join(f"<meta itemprop='author' content='J. Doe{'abcdefghij'[n % 10] * (n // 10 + 1)}'>"
                for n in range(30)), "", "", [],
    ),
    "line_longer_than_the_datas_name": (
        "<meta name='author' content='Jane Doe'>", "<p>Jane Doe Newsletter</p>", "", ["Jane Doe"],
    ),
    "department_is_no_list": (
        "<meta name='author' content='Amt für Straßen, Hafen und Brücken'>", "", "", [],
    ),
    "house": ("", "<p>By Lindmouth Harbour Trust</p>", "", ["Lindmouth Harbour Trust"]),
    "house_with_a_date": (
        "", "<p class='meta'>3 May 2026 by Harbour Watch Team</p>", "", ["Harbour Watch Team"],
    ),
    "house_of_the_data_below": (
        "<meta name='author' content='Kran.LIVE Redaktion'>", "",
        "<h3><a rel='author' href='/author/1'>Kran.LIVE Redaktion</a></h3>",
        ["Kran.LIVE Redaktion"],
    ),
    "person_before_house": (
        "", "<p>By Lindmouth Harbour Trust</p><p class='author'>Jane Doe</p>", "", ["Jane Doe"],
    ),
    "agency_is_a_credit": ("", "<p>By Reuters</p>", "", []),
    "house_that_nothing_shows": (
        "<meta name='author' content='Lindmouth Harbour Trust'>", "", "", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRITERS, ids=str)
def test_writers(case):
    head, top, below, names = WRITERS[case]
    assert [author.name for author in read(head, top, below).authors] == names


STAMP = "<meta property='article:published_time' content='{}'>"
DATES = {
    "data_and_text_agree": (
        STAMP.format("2026-05-03T09:00:00Z"),
        "<p>3 May 2026</p>",
        "2026-05-03T09:00:00+00:00",
        False,
    ),
    "shown_day_of_another_zone": (
        STAMP.format("2026-05-03T23:30:00Z"), "<p>4 May 2026</p>", "2026-05-04", False,
    ),
    "shown_date_beats_the_records": (
        STAMP.format("2026-04-01T09:00:00Z"), "<p>3 May 2026, 10:15</p>", "2026-05-03T10:15:00",
        True,
    ),
    "shown_change_is_no_publication": (
        STAMP.format("2026-04-01T09:00:00Z"),
        "<p>Updated 3 May 2026</p>",
        "2026-04-01T09:00:00+00:00",
        False,
    ),
    "list_of_days_is_no_date": (
        STAMP.format("2026-05-03T09:00:00Z"),
        "<p>1 March 2026</p><p>8 March 2026</p><p>15 March 2026</p>",
        "2026-05-03T09:00:00+00:00",
        True,
    ),
    "run_together": ("", "<p>Jane Doe3.5.2026</p>", "2026-05-03", False),
    "opens_the_paragraph": ("", "<p>3.5.2026 – The board met in the town hall again, as it does"
                            " in every month of the year.</p>", "2026-05-03", False),
    "order_told_by_the_data": (
        "<meta property='article:published_time' content='2026-03-05T09:00:00Z'>",
        "<p>03/05/2026</p>", "2026-03-05T09:00:00+00:00", False,
    ),
    "day_run_into_the_year": ("", "<p>May 032026</p>", "2026-05-03", False),
    "two_days_run_together": ("", "<p>03.05.202604.05.2026</p>", "2026-05-03", False),
    "bars_between": ("", "<p>03 | 05 | 2026</p>", "2026-05-03", False),
    "last_change_beside_publication": (
        "", "<p>Letzte Änderung: 04.05.2026 - 14:49<br>Erschienen am: 03.05.2026</p>",
        "2026-05-03", False,
    ),
    "label_behind": (
        "", "<p>Am 3. Mai 2026 um 23:03 Uhr gepostet</p>", "2026-05-03T23:03:00", False,
    ),
    "a_members_day_is_none": (
        "", "<p>Joined: 1 March 2020</p><p>3 May 2026</p>", "2026-05-03", False,
    ),
    "events_to_come": (
        STAMP.format("2026-05-03T09:00:00Z")
        + "<meta property='article:modified_time' content='2026-05-03T10:00:00Z'>",
        "<p>21 June 2026, 19:30</p>", "2026-05-03T09:00:00+00:00", True,
    ),
    "local_time_is_no_shifted_day": (
        STAMP.format("2026-05-04T07:00:40+01:00")
        + "<meta property='article:modified_time' content='2026-05-03T15:36:19+01:00'>",
        "<p>3 May 2026</p>", "2026-05-04T07:00:40+01:00", True,
    ),
    "one_moment_in_two_zones": (
        STAMP.format("2026-05-03T21:00:00-05:00"),
        "<p>4 May 2026 - 2:00</p>", "2026-05-04T02:00:00", False,
    ),
    "never_is_no_date": (STAMP.format("1970-01-01T00:00:00Z"), "<p>3 May 2026</p>",
                         "2026-05-03", False),
    "library_data_last": (
        "<meta name='dcterms.date' content='2026-04-20'>",
        "<time datetime='2026-05-03T09:00:00Z'></time>", "2026-05-03T09:00:00+00:00", True,
    ),
    "put_out_anew": (
        STAMP.format("2026-04-01T09:00:00Z")
        + "<meta property='article:modified_time' content='2026-05-03T10:00:00Z'>",
        "<p>3 May 2026</p>", "2026-05-03", True,
    ),
    "both_days_shown": (
        STAMP.format("2026-04-01T09:00:00Z")
        + "<meta property='article:modified_time' content='2026-05-03T10:00:00Z'>",
        "<p>3 May 2026</p><p>First on 1 April 2026</p>", "2026-04-01T09:00:00+00:00", True,
    ),
    "one_day_in_the_scripts": (
        '<script>x = {"id": 3, "published_at": "2026-05-03T06:22:28Z", "z": '
        '{"publishedDate": "2026-05-03"}}</script>', "", "2026-05-03T06:22:28+00:00", False,
    ),
    "what_is_shown_before_scripts": (
        '<script>x = {"published_at": "2026-05-02T06:22:28Z"}</script>', "<p>3 May 2026</p>",
        "2026-05-03", False,
    ),
    "opens_after_a_place": ("", "<p>Lindmouth, (3.5.2026). The board met in the town hall again, as"
                            " it does in every month of the year.</p>", "2026-05-03", False),
    "seconds_since_1970": (STAMP.format("1777798800"), "", "2026-05-03T09:00:00+00:00", False),
    "data_without_marks": (STAMP.format("20260503T090000Z"), "", "2026-05-03", False),
    "order_of_the_datas_day": (
        STAMP.format("03/05/2026"), "<p>3 May 2026</p>", "2026-05-03", False,
    ),
    "time_of_a_script": (
        STAMP.format("Sun May 03 2026 23:30:00 GMT+0100 (BST)"), "", "2026-05-03T23:30:00+01:00",
        False,
    ),
    "change_run_into_the_day": (
        "", "<p><a>Jane Doe</a><span class='updated'>2026-06-01T17:27:31+02:00</span>"
        "<span>May 3rd, 2026</span></p>", "2026-05-03", False,
    ),
    "published_and_updated_in_one_class": (
        "", "<time class='entry-date published updated' datetime='2026-05-03T09:00:00Z'></time>",
        "2026-05-03T09:00:00+00:00", False,
    ),
    "a_stand_between_publication_and_change": (
        STAMP.format("2026-05-02T18:19:00+01:00")
        + "<meta property='article:modified_time' content='2026-05-03T10:14:00+01:00'>",
        "<p>Stand: 03.05.2026, 07:30 Uhr</p>", "2026-05-03T07:30:00", False,
    ),
    "below_a_menu": (
        STAMP.format("2026-04-20"),
        "".join(f"<p><a href='/{n}'>Section {n}</a></p>" for n in range(14)) + "<p>3 May 2026</p>",
        "2026-05-03", True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", DATES, ids=str)
def test_published(case):
    head, top, iso, disagree = DATES[case]
    document = read(head, top)
    assert document.published is not None
    assert document.published.iso == iso
    codes = {code for code, _ in document.warnings}
    assert ("conflicting_dates" in codes) == disagree


SPELT = {
    "5 de maio de 2026": "2026-05-05",
    "5 maj 2026": "2026-05-05",
    "5. května 2026": "2026-05-05",
    "5 toukokuuta 2026": "2026-05-05",
    "5 Mayıs 2026": "2026-05-05",
    "5 mag 2026": "2026-05-05",
    "5th of May, 2026": "2026-05-05",
    "May.5, 2026": "2026-05-05",
    "(Lindmouth, 5 Maggio 26)": "2026-05-05",
    "5 May ’26": "2026-05-05",
    "5 May 26, 10:30": "2026-05-05T10:30:00",
    "May 05 09:34:10 CET 2026": "2026-05-05",
    "2026-5-5": "2026-05-05",
    "5 May 2026 • 10:30am": "2026-05-05T10:30:00",
    "5 mayo 2026, 12:30 A. M.": "2026-05-05T00:30:00",
    "25/10/26, 03:48 pm": "2026-10-25T15:48:00",
    "5 May 2026 10:15:75 GMT": "2026-05-05",
}
STAMPED = {
    "2026-05-05T10:15:00Z": "2026-05-05T10:15:00+00:00",
    "2026-05-05T10:15:60Z": "2026-05-05",
    "2026-05-05T10:15:00+30:00": "2026-05-05",
    "2026-05-05T24:15": "2026-05-05",
}
UNDATED = ("5 May 26 boats", "from page 5 may 10:30", "5.26 out of 10", "room 5-5-26",
           "odds of 5/4/26 at best")  # fmt: skip


@pytest.mark.parametrize("text", SPELT)
def test_a_date_is_read_as_it_is_spelt(text):
    assert [moment.iso for moment in find_moments(text)] == [SPELT[text]]


@pytest.mark.parametrize("stamp", STAMPED)
def test_a_time_that_no_clock_shows_is_a_day_alone(stamp):
    head = f'<meta property="article:published_time" content="{stamp}">'
    published = read(head).published
    assert published is not None
    assert published.iso == STAMPED[stamp]


@pytest.mark.parametrize("text", UNDATED)
def test_what_is_no_date(text):
    assert not list(find_moments(text))


def test_days_that_a_text_covers_are_not_its_date():
    document = read(top="<p>31. Mai 2026 – 6. Juni 2026</p>")
    assert document.published is None


LISTED = "".join(f"<p>Teaser number {day}</p><p>{day}.4.2026</p>" for day in (1, 2, 8, 9))
FILL = "".join(f"<p>Section {n}</p>" for n in range(12))


def test_days_of_a_list_are_no_date():
    assert (
        read(top="", title=f"{LISTED}{FILL}<h1>Harbour board closes the old quay</h1>").published
        is None
    )


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://daily.example/news/23-04-2026-harbour", "2026-04-23"),
        ("https://daily.example/news/04-05-2026-harbour", None),
        ("https://daily.example/2026/04/23/harbour", "2026-04-23"),
    ],
)
def test_day_in_the_address(address, day):
    page = Page(address, f"<h1>Harbour board closes</h1>{PROSE}".encode(), "html", {"url": address})
    published = read_document(page, Settings()).published
    assert (published.iso if published else None) == day


def test_days_of_several_scripts_are_no_date():
    state = '<script>x = [{"publishedAt": "2026-05-03"}, {"publishedAt": "2026-05-04"}]</script>'
    assert read(head=state).published is None


@pytest.mark.parametrize(
    ("address", "language", "day"),
    [
        ("https://daily.example/a", "en", "2026-05-03"),
        ("https://daily.co.uk/a", "en", "2026-05-03"),
        ("https://daily.example/a", "en-GB", "2026-05-03"),
        ("https://daily.example/a", "en-US", "2026-03-05"),
        ("https://daily.example/a", "de", "2026-05-03"),
    ],
)
def test_order_of_day_and_month(address, language, day):
    page = f"<html lang='{language}'><h1>Harbour board closes</h1><p>03/05/2026</p>{PROSE}</html>"
    source = Page(address, page.encode(), "html", {"url": address})
    document = read_document(source, Settings())
    assert document.published is not None
    assert document.published.iso == day
    known = (address, language) != ("https://daily.example/a", "en")
    assert ("ambiguous_date" in {code for code, _ in document.warnings}) == (not known)


@pytest.mark.parametrize(
    ("author", "agency"),
    [("AFP/jd", "Agence France-Presse"), ("Jane Doe", None), ("Reuters", "Reuters")],
)
def test_agency_in_the_data(author, agency):
    wire = read(head=f"<meta name='author' content='{author}'>").wire
    assert (wire.agency if wire else None) == agency


PARAGRAPHS = "\n\n".join(
    f"The harbour board of Lindmouth counted {n} boats on Monday, and its clerk said that the quay"
    " would stay closed to carts until the repairs of the crane are paid for."
    for n in range(12, 18)
)
BEFORE = "\n\n".join(
    f"The mayor of Harwich Road told the council in its session of last week that {n} of the old"
    " barges had been sold, and that the town would get a new bridge for the money."
    for n in range(31, 37)
)
FLAT = {
    "name_and_house": ("Jane Doe\n\nThe Daily Times", ["Jane Doe"], None),
    "rare_name_above_a_house": ("Qwill Zorn\n\nThe Daily Times", ["Qwill Zorn"], None),
    "rare_name_above_an_office": ("Qwill Zorn\n\nOpinion contributor", ["Qwill Zorn"], None),
    "rare_name_above_an_agency": ("Qwill Zorn\n\nAssociated Press", ["Qwill Zorn"], None),
    "rare_name_alone": ("Qwill Zorn", [], None),
    "two_names": ("Jane Doe and Mary Poe", ["Jane Doe", "Mary Poe"], None),
    "role_without_a_comma": ("By Jane Doe BBC North America reporter", ["Jane Doe"], None),
    "second_piece_is_a_post": ("By Jane Doe, Harbour House reporter", ["Jane Doe"], None),
    "date_runs_on": ("By Jane Doe On 3 May 2026", ["Jane Doe"], "2026-05-03"),
    "month_runs_on": ("By Jane Doe May 3, 2026", ["Jane Doe"], "2026-05-03"),
    "name_before_the_date": ("Jane Doe, 3. Mai 2026", ["Jane Doe"], "2026-05-03"),
    "name_above_the_date": ("Jane Doe\n3 May 2026", ["Jane Doe"], "2026-05-03"),
    "half_a_headline": ("Lindmouth Trial Begins, Ushering In New Phase", [], None),
    "capitals": ("WHAT WE KNOW: Latest on the quay, next steps", [], None),
    "date_of_a_picture": (
        "Clerk Jane Doe at the quay of Lindmouth on May 3, 2026 in the rain. Mary Poe/Getty Images",
        [], None,
    ),
    "date_of_a_message": (
        "WHERE IS THE CRANE? — Jane Doe (@janedoe) May 3, 2026", [], None,
    ),
    "five_names": (
        "Jane Doe, Mary Poe, John Roe, Tom Coe, and Anna Loe\n\nThe Daily Times",
        ["Jane Doe", "Mary Poe", "John Roe", "Tom Coe", "Anna Loe"], None,
    ),
    "clause_of_a_sentence": ("But Harbours, the house of the board, flatly refused.", [], None),
    "box_in_the_midst": (f"{BEFORE}\n\nAnalysis by Jane Doe, harbour correspondent", [], None),
    "own_address": (
        f"{BEFORE}\n\nRead or Share this story: https://daily.example/2026/05/03/quay/", [],
        "2026-05-03",
    ),
    "address_of_another": (
        f"{BEFORE}\n\nRead more: https://daily.example/2026/05/03/quay/", [], None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FLAT, ids=str)
def test_flattened(case):
    top, names, day = FLAT[case]
    text = f"Harbour board closes the old quay\n\n{top}\n\n{PARAGRAPHS}"
    document = read_document(Page("a.txt", text.encode(), "text"), Settings())
    assert [author.name for author in document.authors] == names
    assert all(document.quote(a.span) == a.name for a in document.authors if a.span)
    assert (document.published.iso[:10] if document.published else None) == day


@pytest.mark.parametrize(
    ("below", "outlet", "agency"),
    [
        ("Jane Doe\n\nUSA TODAY", "USA TODAY", None),
        ("LINDMOUTH (AP) — The quay is closed to carts from Monday on, said the clerk.",
         "Associated Press", "Associated Press"),
        ("Lindmouth, 3 May 2026", None, None),
        ("3 May 2026 | categories: Quays, Cranes", None, None),
        ("Jane Doe, 3 May 2026", None, None),
        (BEFORE + "\n\nLINDMOUTH (AP) — The quay is closed to carts, wrote a member.",
         None, None),
    ],
)  # fmt: skip
def test_outlet_and_agency_of_flattened_text(below, outlet, agency):
    text = f"Harbour board closes the old quay\n\n{below}\n\n{PARAGRAPHS}"
    document = read_document(Page("a.txt", text.encode(), "text"), Settings())
    assert (document.outlet.name if document.outlet else None) == outlet
    assert (document.wire.agency if document.wire else None) == agency


OPENED = "the quay is closed to carts from Monday on, said the clerk of the harbour board."
WIRES = {
    "a_date_and_no_place": (f"May 3 (Reuters) - {OPENED}", "", "Reuters"),
    "neither_place_nor_date": (f"(AFP) - {OPENED}", "", "Agence France-Presse"),
    "two_places": (f"LINDMOUTH, Kent/OLDPORT (Reuters) - {OPENED}", "", "Reuters"),
    "an_editors_mark": (f"Lindmouth (dpa/jd) – {OPENED}", "", "Deutsche Presse-Agentur"),
    "a_point_after_the_brackets": (f"Lindmouth (KNA/jd). {OPENED}", "",
                                   "Katholische Nachrichten-Agentur"),
    "a_body_of_the_town": (f"BOARD (LHB). {OPENED}", "", None),
    "below_the_writer": (f"Jane Doe\n\nAssociated Press\n\nLINDMOUTH – {OPENED}", "",
                         "Associated Press"),
    "owner_of_a_picture": (f"The quay on Monday\n\nAssociated Press\n\n{OPENED}", "", None),
    "mark_at_the_end": ("", f"In the end {OPENED} (dpa/jd)",
                        "Deutsche Presse-Agentur"),
    "day_at_the_end": ("", f"In the end {OPENED} (KNA 3.5.26)",
                       "Katholische Nachrichten-Agentur"),
    "photographer_at_the_end": ("", f"In the end {OPENED} (Jane Doe/Reuters)", None),
    "closed_as_one_house_does": (
        "", "(Reporting by Jane Doe; Additional reporting by John Roe; Editing by Mary Poe)",
        "Reuters",
    ),
    "only_edited": ("", "(Reporting by Jane Doe)", None),
    "its_own_writers_helped": (
        "", "• Associated Press writers Jane Doe and John Roe contributed to this report.",
        "Associated Press",
    ),
    "it_helped": ("", "The Associated Press contributed to this report.", None),
}  # fmt: skip


@pytest.mark.parametrize("case", WIRES, ids=str)
def test_agency_of_flattened_text(case):
    above, below, agency = WIRES[case]
    text = f"Harbour board closes the old quay\n\n{above}\n\n{PARAGRAPHS}\n\n{below}\n"
    document = read_document(Page("a.txt", text.encode(), "text"), Settings())
    assert (document.wire.agency if document.wire else None) == agency


def test_a_station_is_no_agency_of_its_own_site():
    page = f"<h1>Harbour board closes</h1><p>LINDMOUTH (KLDM) — {OPENED}</p>{PROSE}".encode()

    def wire(address):
        return read_document(Page(address, page, "html", {"url": address}), Settings()).wire

    assert wire("https://www.kldm.example/quay") is None
    assert wire("https://daily.example/quay").agency == "KLDM"


@pytest.mark.parametrize("beside", ["Quays and Cranes", "Posted by Qwill"])
def test_what_a_menu_has_beside_a_date_is_no_outlet(beside):
    menu = "\n".join(("Home", "Quays and Cranes", "Posted by Qwill 2", "Contact"))
    text = f"Harbour board closes\n\n{beside}, 3 May 2026\n\n{PARAGRAPHS}\n\n{menu}\n"
    assert read_document(Page("a.txt", text.encode(), "text"), Settings()).outlet is None


def test_who_filed_a_text_does_not_publish_it():
    text = f"Harbour board closes\n\nJane Doe\n\nAssociated Press\n\n{PARAGRAPHS}"
    fields = {"url": "https://quay-post.example/a"}
    document = read_document(Page("a.txt", text.encode(), "text", fields), Settings())
    assert document.outlet.name == "quay-post.example"
    assert document.wire.agency == "Associated Press"


FOOTS = {
    "copyright": ("Copyright © Harbour Post Media 2026", "Harbour Post Media"),
    "ministry": ("© 2026 Ministerium für Kräne", "Ministerium für Kräne"),
    "label": ("© Copyright", None),
    "powered": ("© Powered by Quayware", None),
    "person": ("© 2026 Jane Doe", None),
}


@pytest.mark.parametrize("case", FOOTS, ids=str)
def test_outlet_at_the_foot(case):
    foot, outlet = FOOTS[case]
    text = f"Harbour board closes the old quay\n\n{PARAGRAPHS}\n\n{foot}"
    document = read_document(Page("a.txt", text.encode(), "text"), Settings())
    assert (document.outlet.name if document.outlet else None) == outlet


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://lindmouthdaily.example/a", "The Lindmouth Daily"),
        ("https://daily.example/a", "daily.example"),
    ],
)
def test_outlet_in_the_windows_title(address, outlet):
    page = f"<html><head>{WINDOW}</head><h1>Harbour board closes the old quay</h1>{PROSE}</html>"
    source = Page(address, page.encode(), "html", {"url": address})
    document = read_document(source, Settings())
    assert document.outlet is not None
    assert document.outlet.name == outlet


def test_bylines_of_teasers_name_no_author():
    teasers = "".join(f"\n\nTeaser number {n}\n\nBy Mary Poe{'abcd'[n]}" for n in range(4))
    text = f"Harbour board closes the old quay\n\nBy Jane Doe\n\n{PARAGRAPHS}{teasers}"
    document = read_document(Page("a.txt", text.encode(), "text"), Settings())
    assert [author.name for author in document.authors] == ["Jane Doe"]


def test_a_path_with_http_in_it_leaves_the_host():
    markup = f"<title>Why it matters | Tarnpost</title><h1>Why it matters</h1>{PROSE}"
    fields = {"url": "https://tarnpost.example/why-http-matters"}
    document = read_document(Page("page.html", markup.encode(), "html", fields), Settings())
    assert document.outlet is not None
    assert document.outlet.name == "Tarnpost"


@pytest.mark.parametrize(
    ("title", "reason"),
    [("Ferry aground", "the title of the record"), ("News", "the first heading of the page")],
)
def test_the_reason_of_a_headline_is_the_records_title_only_where_it_is(title, reason):
    text = "# Ferry aground\n\nThe ferry ran aground off the island on Thursday, the guard said.\n"
    document = read_document(Page("page", text, "text", {"title": title}), Settings())
    assert [each.reason for each in document.regions if each.kind == "headline"] == [reason]


ADDRESSES = {
    "of_an_outlet": ("https://usat.ly/2fXXPNp", "USA Today"),
    "of_any_outlet": ("https://bit.ly/2fXXPNp", None),
    "of_a_page": ("https://www.lindmouth-daily.example/a", "lindmouth-daily.example"),
}


@pytest.mark.parametrize("case", ADDRESSES, ids=str)
def test_outlet_of_a_printed_address(case):
    address, outlet = ADDRESSES[case]
    body = re.sub(r"<p>(.*?)</p>", r"\1\n\n", PROSE)
    text = f"Harbour board closes the old quay\n\n{body}Read or share this story: {address}\n"
    document = read_document(Page("a.txt", text.encode(), "text"), Settings())
    assert (document.outlet.name if document.outlet else None) == outlet
