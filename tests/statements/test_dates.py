"""Times: what they resolve to, and against which day."""

from time import perf_counter

import pytest

from asreported.alignment.dates import date_readings
from asreported.model.document import Document, Region, Timestamp
from asreported.statements.measures.dates import find_dates
from asreported.statements.measures.time_words import find_time_words
from tests.statements.reader import parsed, read

# Published on Thursday 9 June 2022.
CASES = {
    "full": ("It sank on May 5, 2021.", ["May 5, 2021|2021-05-05"]),
    "full-british": ("It sank on 5 May 2021.", ["5 May 2021|2021-05-05"]),
    "month": ("It sank in May 2021.", ["May 2021|2021-05"]),
    "year": ("It sank in 2019.", ["2019|2019"]),
    "decade": ("It was built in the 1970s.", ["1970s|197X"]),
    "season-years": ("In 2015/16 it carried many.", ["2015/16|2015/2016"]),
    "between": ("It sailed between March 2015 and May 2016.",
                ["between March 2015 and May 2016|2015-03/2016-05"]),
    "weekday-past": ("It sank on Monday.", ["Monday|2022-06-06"]),
    "weekday-today": ("It sank on Thursday.", ["Thursday|2022-06-09"]),
    "weekday-ahead": ("The court will meet on Monday.", ["Monday|2022-06-13"]),
    "weekday-scheduled": ("The court meets Monday.", ["Monday|2022-06-13"]),
    "weekday-a-record-was-set": ("It broke the record set Tuesday.", ["Tuesday|2022-06-07"]),
    "weekday-argued": ("In the ruling Friday, the panel argues that it sank.",
                       ["Friday|2022-06-03"]),
    "weekday-morning": ("It sank on Monday morning.", ["Monday morning|2022-06-06TMO"]),
    "weekday-and-date": ("It sank on Monday, June 6.", ["Monday, June 6|2022-06-06"]),
    "last-weekday": ("It sank last Thursday.", ["last Thursday|2022-06-02"]),
    "next-weekday": ("They meet next Thursday.", ["next Thursday|2022-06-16"]),
    "clock-and-day": ("It sank at 6.10am on Monday.", ["6.10am on Monday|2022-06-06T06:10"]),
    "clock-after-a-day": ("It sank on Monday. Divers came at 7 p.m. and left.",
                          ["Monday|2022-06-06", "7 p.m.|2022-06-06T19:00"]),
    "clock-without-am": ("They were called at 6.10 and came.", ["6.10|2022-06-09T06:10"]),
    "yesterday": ("It sank yesterday.", ["yesterday|2022-06-08"]),
    "last-night": ("It sank last night.", ["last night|2022-06-08TNI"]),
    "ago-days": ("It sank two weeks ago.", ["two weeks ago|2022-05-26"]),
    "ago-years": ("It sank six years ago.", ["six years ago|2016"]),
    "less-than-ago": ("It sank less than a week ago.",
                      ["less than a week ago|2022-06-02/2022-06-09"]),
    "last-month": ("It sank last month.", ["last month|2022-05"]),
    "this-week": ("It sank this week.", ["this week|2022-W23"]),
    "month-past": ("It sank in December.", ["December|2021-12"]),
    "month-ahead": ("It will sail in March.", ["March|2023-03"]),
    "day-without-year": ("It sank on December 28.", ["December 28|2021-12-28"]),
    "day-ahead": ("The rally on June 19 was called off.", ["June 19|2022-06-19"]),
    "no-number": ("It carried 2019 people.", []),
    "owner-past": ("Monday's sinking sends a message.", ["Monday|2022-06-06"]),
    "would-have": ("A lamp would not have stopped Monday's wreck.", ["Monday|2022-06-06"]),
    "since-a-short-month": ("Crews have lived on $250 since Sept. 15.", ["Sept. 15|2021-09-15"]),
    "last-short-month": ("It sank in Nov. 2016.", ["Nov. 2016|2016-11"]),
    "back-in": ("They said the boat would sail back in March.", ["March|2022-03"]),
    "day-of-a-past-verb": ("The storm made landfall on July 17.", ["July 17|2021-07-17"]),
    "day-of-a-future-verb": ("She will be freed on May 7.", ["May 7|2023-05-07"]),
    "a-papers-name": ("Ann Roe, head of the board, told USA TODAY of it today.",
                      ["today|2022-06-09"]),
    "may-is-a-verb": ("They may sail, he said, and march on.", []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_dates(case: str) -> None:
    text, expected = CASES[case]
    document, parse = parsed(text, "2022-06-09")
    found = [f"{document.quote(d.span)}|{d.iso}" for d in find_dates(document, parse)]
    assert found == expected


def test_a_date_of_publication_a_year_late_is_not_believed() -> None:
    text = "The boat is seen on June 6, 2021.\nIt sank on Monday."
    document, parse = parsed(text, "2022-06-09")
    assert [d.iso for d in find_dates(document, parse)] == ["2021-06-06", "2021-06-07"]


@pytest.mark.parametrize(
    "picture",
    [
        "FILE - In this Sunday, June 6, 2021, file photo, the boat is seen.",
        "The boat, in this June 6, 2021 photo. Coast Agency/File Photo",
        "In this archive photo of Sunday, June 6, 2021, the boat is seen.",
        "File: the boat, in this June 6, 2021 photo.",
    ],
)
def test_an_old_picture_is_no_reason_not_to_believe_the_date_of_publication(picture: str) -> None:
    document, parse = parsed(f"{picture}\nIt sank on Monday.", "2022-06-09")
    assert [d.iso for d in find_dates(document, parse)] == ["2021-06-06", "2022-06-06"]


def test_an_old_picture_tells_the_day_only_where_nothing_else_does() -> None:
    old = "FILE - In this Sunday, June 6, 2021, file photo, the boat is seen."
    document, parse = parsed(f"{old}\nIt sank Sunday, June 5, 2022.\nDivers came Monday.")
    assert [d.iso for d in find_dates(document, parse)][-1] == "2022-06-06"


def test_a_picture_dates_the_weekday() -> None:
    document, parse = parsed("In this June 2, 2022 photo a boat sails. It sank on Monday.")
    assert [d.iso for d in find_dates(document, parse)] == ["2022-06-02", "2022-06-06"]


def test_a_picture_of_the_very_day_that_the_text_speaks_of() -> None:
    text = "It sank on Tuesday. In this photo of Wednesday, June 8, 2022 a boat sails."
    document, parse = parsed(f"{text} Divers came Wednesday.")
    tuesday, *wednesdays = [d.iso for d in find_dates(document, parse)]
    assert (tuesday, wednesdays) == ("2022-06-07", ["2022-06-08"] * 2)


FRESH = {
    "in prose": ("It sank as one had on May 2, 2019. Divers came Monday.", ""),
    "holiday": ("Red Sunday on May 5, 2019, is told of. Divers came Monday.", ""),
    "weekday": ("It sank Sunday, June 5, 2022. Divers came Monday.", "2022-06-06"),
    "mistyped": ("It sank Monday, June 5, 2022. Divers came Monday.", ""),
    "post": ("It sank! — Ada Roe (@roe) June 5, 2022\nDivers came Monday.", "2022-06-06"),
    "post-after": ("It sank! — Ada Roe (@roe) June 5, 2022\nDivers came Friday.", "2022-06-03"),
    "line": ("June 5, 2022\nDivers came Monday.", "2022-06-06"),
    "file": ("FILE - In this Thursday, June 2, 2022 photo. Divers came Wednesday.", "2022-06-08"),
}  # fmt: skip


@pytest.mark.parametrize("case", FRESH)
def test_which_full_dates_tell_the_day_of_writing(case: str) -> None:
    text, expected = FRESH[case]
    document, parse = parsed(text)
    assert find_dates(document, parse)[-1].iso == expected


def test_a_day_ahead_is_not_the_day_of_writing_where_a_picture_is_older() -> None:
    caption = "A boat sails, June 7, 2022."
    text = f"{caption}\nIt sank on Monday. The port is shut until Oct. 3, 2022."
    regions = (
        Region(0, len(caption), "caption", ""),
        Region(len(caption) + 1, len(text), "body", ""),
    )
    document = Document("d", "d", text, "en", regions)
    assert [d.iso for d in find_dates(document, parsed(text)[1])][1] == "2022-06-13"


def test_somebody_called_may_is_no_month() -> None:
    document, parse = parsed("Clara May came in May 2021. It sank in May, and May said so.")
    assert [document.quote(d.span) for d in find_dates(document, parse)] == ["May 2021", "May"]


def test_without_a_day_the_story_dates_it_or_nothing_does() -> None:
    undated = read("It sank on Monday. Divers came last month.", name="1")
    assert [d.iso for d in undated.dates] == ["", ""]
    dated = read("The boat sank today.", "2022-06-08", name="2")
    first, _ = date_readings([undated, dated])
    assert [d.iso for d in first.dates] == ["2022-06-06", "2022-05"]
    (alone,) = date_readings([undated])
    assert alone.dates == ()


def test_a_dateline_dates() -> None:
    text = "PORT, June 6, 2022\nIt sank on Sunday."
    regions = (Region(0, 18, "dateline", "test"), Region(19, len(text), "body", "test"))
    document = Document("d", "d", text, "en", regions, published=Timestamp("2023-06-09", None))
    assert [d.iso for d in find_dates(document, parsed(text)[1])] == ["2022-06-06", "2022-06-05"]


@pytest.mark.parametrize(
    "text",
    ["in " * 30_000, "May 1 " * 17_000, "2019/" * 20_000, "1:" * 50_000, "less than a " * 9_000],
    ids=["in", "days", "slashes", "colons", "bounds"],
)
def test_T12_time_words_are_found_in_linear_time(text: str) -> None:
    start = perf_counter()
    find_time_words(text, 0, len(text))
    assert perf_counter() - start < 3
