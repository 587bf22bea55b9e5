"""Restated measures: right ones are left alone, wrong ones are found."""

import pytest

from asreported.lexicon.units import unit_sizes
from asreported.statements.inside.conversions import find_conversions
from asreported.statements.measures.quantities import find_quantities
from tests.statements.reader import parsed

# unit as written, unit of the conversion as written, symbols.
PAIRS = [
    ("square kilometers", "square miles", "km2", "mi2"),
    ("square miles", "square kilometres", "mi2", "km2"),
    ("kilometers", "miles", "km", "mi"),
    ("miles", "km", "mi", "km"),
    ("feet", "metres", "ft", "m"),
    ("meters", "feet", "m", "ft"),
    ("pounds", "kilograms", "lb", "kg"),
    ("kg", "pounds", "kg", "lb"),
    ("hectares", "acres", "ha", "acre"),
    ("acres", "hectares", "acre", "ha"),
    ("mph", "km/h", "mph", "km/h"),
    ("kilometers per hour", "miles per hour", "km/h", "mph"),
    ("gallons", "liters", "gal", "L"),
]
VALUES = [7, 12, 25, 64, 130, 480, 1250, 70_000]
FRAMES = ["{a} ({b})", "about {a} (about {b})", "{a}, or {b},"]
# Slips seen in print: the factor of lengths for areas, the factor upside down, a digit too many.
SLIPS = {
    "upside-down": lambda right, value: value * value / right,
    "tenfold": lambda right, value: right * 10,
    "half-as-much-again": lambda right, value: right * 1.6,
}


def rounded(value: float) -> str:
    """Write a value as newspapers do: two digits that count, three from 100."""
    digits = 2 if value < 100 else 3
    return f"{float(f'{value:.{digits}g}'):,.10f}".rstrip("0").rstrip(".")


def cases() -> list[tuple[str, bool]]:
    """Return 312 sentences, and whether each contradicts itself."""
    made = []
    for number, (first, second, left, right) in enumerate(PAIRS):
        factor = unit_sizes()[left][1] / unit_sizes()[right][1]
        for place, value in enumerate(VALUES):
            frame = FRAMES[(number + place) % 3]
            a = f"{value:,} {first}"
            good = value * factor
            made.append((f"It covers {frame.format(a=a, b=f'{rounded(good)} {second}')}.", False))
            slips = list(SLIPS.values())
            for slip in (slips[(number + place) % 3], slips[(number + place + 1) % 3]):
                b = f"{rounded(slip(good, value))} {second}"
                made.append((f"It covers {frame.format(a=a, b=b)}.", True))
    return made


def test_right_and_wrong_conversions() -> None:
    hits = false = misses = 0
    for text, wrong in cases():
        document, parse = parsed(text)
        found = bool(list(find_conversions(document, find_quantities(document, parse))))
        hits += found and wrong
        false += found and not wrong
        misses += wrong and not found
    assert hits + misses == 208
    assert hits / (hits + false) >= 0.98
    assert hits / (hits + misses) >= 0.98


LEFT_ALONE = {
    "rounding": "It is 70,000 square km (about 27,000 square miles).",
    "rough-rounding": "It is six feet (two metres) deep.",
    "feet-and-inches": "He is 6 feet 2 inches (1.88 metres) tall.",
    "temperature": "It was 50 degrees Celsius (122 degrees Fahrenheit).",
    "difference-of-temperature": "It warmed by 1.5 degrees Celsius (2.7 Fahrenheit).",
    "something-else-in-the-bracket": "It is 12 miles away (5 km from the border).",
    "two-measures": "It is 12 miles long and 5 km wide.",
    "short-or-metric-tons": "It weighs 20 tons (20,000 kg).",
    "range": "It is 5 to 10 miles (8 to 16 km) off.",
    "no-comparison": "It lasted 12 hours (40 km).",
}


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_left_alone(case: str) -> None:
    document, parse = parsed(LEFT_ALONE[case])
    assert list(find_conversions(document, find_quantities(document, parse))) == []


def test_T10_both_figures_are_shown() -> None:
    text = "They freed about 70,000 square kilometers (about 43,500 square miles) of land."
    document, parse = parsed(text)
    (found,) = find_conversions(document, find_quantities(document, parse))
    assert [document.quote(span) for span in found.spans] == [
        "about 70,000 square kilometers",
        "about 43,500 square miles",
    ]
    assert found.reason == (
        '"about 70,000 square kilometers" are 27,027 mi2, not "about 43,500 square miles"'
    )
    assert found.gap > 1


def test_a_range_with_one_wrong_end() -> None:
    document, parse = parsed("It is 5 to 10 miles (8 to 61 km) off.")
    assert len(list(find_conversions(document, find_quantities(document, parse)))) == 1
