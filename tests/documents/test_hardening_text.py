"""The T cases of the catalogue of bad inputs that concern documents: text."""

import time

import pytest

from asreported.documents.build import read_document
from asreported.documents.lines.lines import make_line, split_lines
from asreported.documents.lines.register import comment_weight
from asreported.documents.weights.vocabulary import number_words
from asreported.errors import DocumentError
from asreported.model.document import Document
from asreported.model.source import Page
from asreported.settings import Settings

STORY = (
    "Ferry aground off Skerrin\n\n"
    "The ferry ran aground off the island early on Thursday, the coast guard said.\n\n"
    "Eleven passengers were treated for minor injuries at the hospital in Lund Bay.\n\n"
    "The ministry ordered an inquiry into the accident, the third since 2019.\n"
)


def read(content: str | bytes, settings: Settings | None = None) -> Document:
    document = read_document(Page("page.txt", content, "text"), settings or Settings())
    for region in document.regions:
        words = document.text[region.start : region.end]
        assert words == words.strip()
    return document


def codes(document: Document) -> set[str]:
    return {code for code, _ in document.warnings}


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", STORY.replace("Skerrin", "Skérrin’s café – naïve").replace("Lund", "Lünd")),
        ("utf-16-le", STORY),
        ("utf-16", STORY),
        ("utf-8-sig", STORY.replace("Lund", "Lünd")),
    ],
)
def test_t01_the_encoding_is_found_and_recorded(encoding: str, text: str) -> None:
    document = read(text.encode(encoding))
    assert document.text == text
    assert document.encoding


def test_t01_koi8_without_a_label_is_read() -> None:
    russian = (
        "Паром сел на мель у острова\n\n"
        "Паром сел на мель рано утром в четверг, сообщила береговая охрана страны.\n\n"
        "Министерство начало расследование причин аварии, третьей за последние годы.\n"
    )
    document = read(russian.encode("koi8-r"))
    assert document.text == russian
    assert document.language == "ru"
    assert "encoding_guessed" in codes(document)


def test_t01_damaged_utf8_stays_utf8_with_a_warning() -> None:
    text = STORY.replace("coast guard", "côte – gardé")
    damaged = text.encode().replace(b"island", b"isl\x92and")
    document = read(damaged)
    assert document.encoding == "utf-8"
    assert "côte – gardé" in document.text
    assert codes(document) & {"undecodable", "replaced"}


def test_t01_a_few_bad_bytes_far_below_leave_utf8() -> None:
    letters = "Die Fähre liegt auf Grund. " * 9_000
    damaged = letters.encode() + b"isl\x92and " * 2_000
    document = read(damaged)
    assert document.encoding == "utf-8"
    assert document.text.startswith("Die Fähre")


@pytest.mark.parametrize("label", ["undefined", "idna", "punycode", "unicode_escape", "raw-x"])
def test_t01_what_no_browser_knows_is_no_encoding(label: str) -> None:
    said = f'<meta charset="{label}"><p>{STORY}</p><p>Caf\xe9 Sk\xe9rrin, \\u0041sk</p>'
    document = read_document(Page("page.html", said.encode("cp1252"), "html"), Settings())
    assert "Café Skérrin, \\u0041sk" in document.text


def test_t01_other_files_are_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        read(b"%PDF-1.7 \x00\x01\x02" * 50)
    assert caught.value.code == "binary"


def test_t02_mojibake_is_not_repaired() -> None:
    text = STORY.replace("Thursday", "â€œThursdayâ€\x9d")
    assert read(text.encode()).text == text


def test_t03_a_lone_surrogate_is_replaced() -> None:
    document = read(STORY.replace("Skerrin", "Skerrin \ud800"))
    assert "\ufffd" in document.text
    assert "surrogate" in codes(document)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        pytest.param("invisible", "Sker\u200brin", id="t04-zero-width"),
        pytest.param("bidi", "Sker\u202erin", id="t05-bidi"),
        pytest.param("mixed_script", "Skеrrin", id="t06-homoglyph"),
    ],
)
def test_t04_t05_t06_deceiving_characters_are_warned_of(code: str, word: str) -> None:
    document = read(STORY.replace("Skerrin", word))
    assert word in document.text
    assert codes(document) == {code}


@pytest.mark.parametrize("word", ["Эрдоган", "Ερντογάν", "Erdoğan", "naïve", "👩‍🚒"])
def test_t06_pure_scripts_are_not_flagged(word: str) -> None:
    assert not codes(read(STORY.replace("Skerrin", word)))


def test_t07_offsets_count_code_points() -> None:
    text = STORY.replace("aground", "aground 👩‍🚒 e\u0301 𝔸")
    document = read(text)
    assert document.headline is not None
    assert document.quote(document.headline) == text.split("\n")[0]


def test_t08_no_break_spaces_stay() -> None:
    text = STORY.replace("Eleven", "Some 70\u00a0000")
    assert read(text.encode()).text == text


def test_t09_figures_of_any_length_do_no_harm() -> None:
    text = STORY + "\n\n" + "9" * 5000 + " 1E+9999999 ² ٣٢٠٠٠ 9999/9999/9999 99:99"
    began = time.perf_counter()
    assert read(text).text == text
    assert time.perf_counter() - began < 5


def test_t11_an_unclosed_quote_does_not_swallow_the_page() -> None:
    text = (
        STORY.replace("The ministry", "“The ministry") + "\n\nThe harbour stayed closed on Friday."
    )
    document = read(text)
    assert [r.kind for r in document.regions].count("body") == 4


@pytest.mark.parametrize(
    "line",
    ["“" * 100_000, "(" * 100_000, "[a](" * 25_000, "a, " * 33_000, "By A" + " B" * 50_000,
     "1/2" * 33_000, "A-" * 50_000, "photo: " * 14_000, " | " * 33_000, "@" * 100_000,
     "12. " * 25_000, "May 1, " * 14_000],
    ids=lambda line: line[:6],
)  # fmt: skip
def test_t12_patterns_are_linear(line: str) -> None:
    began = time.perf_counter()
    comment_weight(make_line(line, 0, len(line), 0))
    read(STORY + "\n\n" + line)
    assert time.perf_counter() - began < 4


def test_t13_a_megabyte_without_an_end_is_capped() -> None:
    document = read(STORY + "word " * 300_000, Settings(max_text=1_000_000))
    assert len(document.text) == 1_000_000
    assert "cut" in codes(document)


def test_t13_a_paragraph_of_300_kb_is_read_in_part() -> None:
    began = time.process_time()
    document = read(f"{STORY}\n\n{'The crew counted 12 of 40 boats ' * 10_000}\n\n{STORY}")
    assert time.process_time() - began < 4
    assert "long_paragraph" in codes(document)
    longest = max(region.end - region.start for region in document.regions if region.kind == "body")
    assert longest <= 40_000
    covered = sum(region.end - region.start for region in document.regions)
    assert 0 <= sum(len(line.strip()) for line in document.text.split("\n")) - covered <= 1


def test_t13_a_headline_of_ten_thousand_words_is_none() -> None:
    document = read("word " * 10_000 + "\n\n" + STORY)
    assert document.headline is None or len(document.headline) < 1_000


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Fähre ist am Donnerstag vor der Insel auf Grund gelaufen, sagte die Polizei."),
        (
            "ar",
            "جنحت العبارة قبالة سواحل الجزيرة في وقت مبكر من صباح يوم الخميس حسبما قال خفر.",
        ),
        ("fr", "Le ferry s'est échoué au large de l'île jeudi matin, a indiqué la garde côtière."),
        ("en", "The ferry ran aground off the island early on Thursday, the coast guard said."),
    ],
)
def test_t17_the_language_is_recorded(language: str, text: str) -> None:
    assert read(f"{text}\n").language == language


def test_equal_input_gives_equal_documents() -> None:
    assert read(STORY) == read(STORY)


def test_hyphens_that_are_not_shown_part_no_word() -> None:
    lines = split_lines("Ent\xadde\xadckung im Ha\xadfen\nAlles ruhig")
    words = [line.words for line in lines]
    number_words(lines)
    assert words == [("entdeckung", "im", "hafen"), ("alles", "ruhig")]
    assert [line.words for line in lines] == words
