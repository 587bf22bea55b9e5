"""Numbers of things: value, bounds, unit; and numbers that count nothing."""

from time import perf_counter

import pytest

from asreported.model.document import Document, Region
from asreported.model.parse import Parse
from asreported.statements.measures.numerals import find_numerals
from asreported.statements.measures.quantities import find_quantities
from tests.statements.reader import parsed

# Each sentence with its quantities as "words | value | low..high | unit | kind".
CASES = {
    "glued-trillion": ("The council signed a $2.2T plan.", ["$2.2T|2.2e+12||usd|money"]),
    "votes": ("Of 47 sailors nine left. The board voted 51 to 49 to go.",
              ["47 sailors|47||sailor|count", "nine|9||sailor|count", "51|51||vote|count",
               "49|49||vote|count"]),
    "about-is-the-topic": ("She was concerned about two trials.", ["two trials|2||trial|count"]),
    "over-is-during": ("It cost $5 million over 10 years.",
                       ["$5 million|5e+06||usd|money", "10 years|10||year|duration"]),
    "suspended-hyphen": ("They had 10- to 15-foot waves.",
                         ["10- to 15-foot|10|10..15|ft|measure"]),
    "hyphens-all-along": ("A 5-to-8-foot wall fell.", ["5-to-8-foot|5|5..8|ft|measure"]),
    "plus-behind": ("He ended a three-decade-plus run.",
                    ["three-decade-plus|3|3..|decade|duration"]),
    "an-hour": ("One woman left. I said so at 10 and left.", ["One woman|1||woman|count"]),
    "how-strong-a-quake-is": ("A 5.1 aftershock hit the port after the 6.2 quake.",
                              ["5.1|5.1||magnitude|measure", "6.2|6.2||magnitude|measure"]),
    "magnitude-and-hyphen": ("The magnitude-6.9 quake struck. It was 7.1 on the Richter scale.",
                             ["magnitude-6.9|6.9||magnitude|measure",
                              "7.1|7.1||magnitude|measure"]),
    "a-scale-begins-the-sentence": ("The 168-million work fell behind.",
                                    ["168-million work|1.68e+08||work|count"]),
    "magnitude-between": ("It had a magnitude of between 6.9 and 7.1, they said.",
                          ["between 6.9 and 7.1|6.9|6.9..7.1|magnitude|measure"]),
    "aftershocks-are-counted": ("More than 200 aftershocks followed.",
                                ["More than 200 aftershocks|200|200..|aftershock|count"]),
    "a-name-is-no-unit": ("After the flood of 2009 L’Orme was rebuilt.", []),
    "a-month-and-its-year": ("The December 2019 jobs report came out.", []),
    "by-so-much-to-so-much": ("Jobs were revised down by 900 to 8,000.",
                              ["900|900|||count", "8,000|8000|||count"]),
    "minus-a-half": ("It was minus 3½ degrees.", ["minus 3½ degrees|-3.5||degree|measure"]),
    "a-kind-of-thing": ("They sell 5G phones on a 4G network.", []),
    "whose-they-are": ("Two sheriff’s deputies were hurt.",
                       ["Two sheriff’s deputies|2||deputy|count"]),
    "one-has-one": ("One man’s boat sank.", ["One man|1||man|count"]),
    "a-couple-hundred": ("A couple hundred students came.",
                         ["A couple hundred students|200||student|count"]),
    "losses-are-persons": ("It was a shocking killing of dozens.",
                           ["dozens|12|12..120|person|count"]),
    "over-is-more": ("She led it for over 10 years.", ["over 10 years|10|10..|year|duration"]),
    "dialled": ("The board made false 911 calls a crime.", []),
    "not-dialled": ("There were 112 tram-related accidents.",
                    ["112 tram-related accidents|112||accident|count"]),
    "a-road": ("He tried to take U.S. 101 but found it closed.", []),
    "an-idea-is-struck": ("The board tried to strike a balance in Morvane.", []),
    "digits": ("The troops freed 1,000 settlements.", ["1,000 settlements|1000||settlement|count"]),
    "words": ("Twenty-five jets left.", ["Twenty-five jets|25||jet|count"]),
    "scale": ("The network carries 27 million passengers.",
              ["27 million passengers|2.7e+07||passenger|count"]),
    "at-least": ("At least seven people were killed.",
                 ["At least seven people|7|7..|person|count"]),
    "nearly": ("Nearly 50 homes burned.", ["Nearly 50 homes|50|..50|home|count"]),
    "up-to": ("She faces up to 10 years in jail.", ["up to 10 years|10|..10|year|duration"]),
    "upwards": ("They sent upwards of 10,000 troops.",
                ["upwards of 10,000 troops|10000|10000..|troop|count"]),
    "or-more": ("The fire destroyed 40 or more boats.", ["40 or more boats|40|40..|boat|count"]),
    "about": ("The dam holds about 40 million litres of water.",
              ["about 40 million litres|4e+07||L|measure"]),
    "range": ("It rained for two to three weeks.", ["two to three weeks|2|2..3|week|duration"]),
    "between": ("Between 40 and 60 boats sank.", ["Between 40 and 60 boats|40|40..60|boat|count"]),
    "money-range": ("The fine is $3 billion to $5 billion.",
                    ["$3 billion to $5 billion|3e+09|3e+09..5e+09|usd|money"]),
    "change-is-no-range": ("The price rose from $5 to $9.", ["$5|5||usd|money", "$9|9||usd|money"]),
    "dozens": ("Dozens of people fled.", ["Dozens of people|12|12..120|person|count"]),
    "tens-of-thousands": ("Tens of thousands of fans sang.",
                          ["Tens of thousands of fans|10000|10000..100000|fan|count"]),
    "fraction": ("The rebels hold roughly one-third of the land area.",
                 ["roughly one-third of the land area|0.333333||area|fraction"]),
    "percent": ("Some 70 per cent of voters stayed home.", ["Some 70 per cent|70||%|percent"]),
    "currency-after": ("It cost 40 million euros.", ["40 million euros|4e+07||eur|money"]),
    "currency-suffix": ("It cost £2.7m last year.", ["£2.7m|2.7e+06||gbp|money"]),
    "metres": ("The wall is 5m high.", ["5m|5||m|measure"]),
    "millions-of-users": ("The site has 5m users.", ["5m users|5e+06||user|count"]),
    "speed": ("The limit there is 12mph.", ["12mph|12||mph|measure"]),
    "age-compound": ("A 42-year-old driver was held.", ["42-year-old|42||year|age"]),
    "age-apposition": ("Orla Vask, 16, was charged.", ["16|16||year|age"]),
    "compound": ("A two-carriage tram fell.", ["two-carriage|2||carriage|count"]),
    "pair": ("She struck a pair of guards.", ["a pair of guards|2||guard|count"]),
    "one-victim": ("The men struck a guard.", ["a guard|1||guard|count"]),
    "one-among-counted": ("They found two rifles and a pistol in the car.",
                          ["two rifles|2||rifle|count", "a pistol|1||pistol|count"]),
    "one-in-a-list-of-clauses": (
        "Nine trucks will leave, and a mobile hospital will be removed.",
        ["Nine trucks|9||truck|count", "a mobile hospital|1||hospital|count"]),
    "no-plan-is-counted": ("Nine trucks will leave, and a plan will be made.",
                           ["Nine trucks|9||truck|count"]),
    "first-of-its-kind": ("They closed the country's largest port on Monday.",
                          ["largest port|1||rank|ordinal"]),
    "no-first-since-another": ("It was the country's worst and largest fire since May.", []),
    "no-rank-of-persons": ("The country's top diplomat left.", []),
    "dead-without-a-noun": ("The crash left seven dead.", ["seven|7||person|count"]),
    "more-of-the-same": ("Five miners were freed. Two are still inside.",
                         ["Five miners|5||miner|count", "Two|2||miner|count"]),
    "ordinal": ("He wants a fourth term.", ["fourth term|4||term|ordinal"]),
    "rank": ("It is the second-largest port.", ["second-largest|2||rank|ordinal"]),
    "half-a-million": ("Half a million people marched.",
                       ["Half a million people|500000||person|count"]),
    "and-a-half": ("He got seven and a half years.",
                   ["seven and a half years|7.5||year|duration"]),
    "and-a-half-million": ("Some 2 and a half million people marched.",
                           ["Some 2 and a half million people|2.5e+06||person|count"]),
    "hyphen-million": ("It is a 186-million-euro bridge.",
                       ["186-million-euro|1.86e+08||eur|money"]),
    "negative": ("The index fell -1.3% today.", ["-1.3%|-1.3||%|percent"]),
    "no-date": ("He was born on May 5, 1990 and left in 2015.", []),
    "no-clock": ("They were called at 6.10am, again at 7:30.", []),
    "no-year": ("The 2016 elections were close.", []),
    "no-route": ("They closed Route 66 near Flight 370.", []),
    "no-score": ("The Reds won 2-1.", []),
    "no-code": ("An A320 carried the COVID-19 samples.", []),
    "no-pronoun": ("This one is no one to fear.", []),
    "T08-nbsp": ("They hold 70\u00a0000 km.", ["70\u00a0000 km|70000||km|measure"]),
    "T08-narrow-nbsp": ("They hold 70\u202f000\u202fkm.",
                        ["70\u202f000\u202fkm|70000||km|measure"]),
    "T08-thin-space": ("They hold 70\u2009000 boats.", ["70\u2009000 boats|70000||boat|count"]),
    "T09-arabic-digits": ("They hold ٣٢٠٠٠ boats.", ["٣٢٠٠٠ boats|32000||boat|count"]),
    "T09-wide-digits": ("They hold １２３ boats.", ["１２３ boats|123||boat|count"]),
    "T09-point-as-comma": ("They hold 32.000 boats.", ["32.000 boats|32000||boat|count"]),
    "T10-km2": ("They freed 70,000 square kilometers (about 43,500 square miles).",
                ["70,000 square kilometers|70000||km2|measure",
                 "about 43,500 square miles|43500||mi2|measure"]),
    "T10-billion": ("It owes 2bn euros and 3 trillion yen.",
                    ["2bn euros|2e+09||eur|money", "3 trillion yen|3e+12||jpy|money"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_quantities(case: str) -> None:
    text, expected = CASES[case]
    document, parse = parsed(text)
    found = []
    for q in find_quantities(document, parse):
        bounds = ""
        if q.low is not None or q.high is not None:
            low = "" if q.low is None else f"{q.low:g}"
            bounds = f"{low}..{'' if q.high is None else f'{q.high:g}'}"
        found.append(f"{document.quote(q.span)}|{q.value:g}|{bounds}|{q.unit}|{q.kind}")
    assert found == expected


def test_what_is_said_of_the_author_is_counted_for_the_record() -> None:
    text = "Ane Holm hosts two weekly radio programs.\nShe lives at 12 Mill Lane, since 2014."
    document = Document("d", "d", text, "en", (Region(0, len(text), "author_bio", ""),))
    found = find_quantities(document, Parse("d", (), (), ""))
    assert [(document.quote(q.span), q.value, q.unit) for q in found] == [
        ("two weekly radio programs", 2, "program")
    ]


@pytest.mark.parametrize("text", ["9" * 5000, "1e999", "1E+9999999", "²", "NaN", "inf", "1" * 16])
def test_T09_numerals_that_are_none(text: str) -> None:
    assert list(find_numerals(text, 0, len(text))) == []


def test_T09_minus_zero_is_zero() -> None:
    (zero,) = find_numerals("-0", 0, 2)
    assert str(zero.value) == "0.0"


@pytest.mark.parametrize(
    "text",
    [
        "1," * 50_000,
        "1 000" * 20_000,
        "one " * 25_000,
        "1." * 50_000,
        "9" * 100_000,
        "half of a " * 10_000,
    ],
    ids=["commas", "spaces", "words", "dots", "digits", "halves"],
)
def test_T12_numbers_are_read_in_linear_time(text: str) -> None:
    start = perf_counter()
    for numeral in find_numerals(text, 0, len(text)):
        assert abs(numeral.value) < float("inf")
    assert perf_counter() - start < 3
