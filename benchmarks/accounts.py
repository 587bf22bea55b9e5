"""Make any number of accounts of one invented event, for measuring how cost grows.

Each account picks some facts, words each in one of several ways, and fills up with background of
its own. The same number gives the same accounts.
"""

import random
from itertools import product

_PLACES = ["Port Verrin", "the harbour", "Lower Quay", "the depot", "the canal district"]
_PEOPLE = ["Tomas Arrin", "Ilse Brandvold", "Paula Oskarsen", "Mira Tolland", "Jana Holt"]
_ROLES = ["fire chief", "mayor", "interior minister", "harbour master", "union leader"]
_FACTS = [
    ["{n} people were injured in the fire.", "The fire injured {n} people.", "{n} were hurt."],
    ["About {m} residents were told to leave their homes.", "{m} people had to leave."],
    ["The depot held {t} tonnes of fertiliser.", "{t} tonnes of fertiliser were stored there."],
    ["The blaze started at {h} a.m. in a warehouse.", "A warehouse caught fire at {h} a.m."],
    ["{who} said that the cause was not known.", '"We do not know the cause," {who} said.'],
    ["{who} ordered a partial evacuation.", "Part of {where} was evacuated, {who} said."],
    ['"The fire is not out," {who} told reporters.', "{who} said that the fire was not out."],
    ["Two workers were missing.", "Two night-shift workers are still missing."],
]
_SUBJECTS = [
    "The company",
    "The city council",
    "A committee of residents",
    "The insurer",
    "Opposition leaders",
    "The port authority",
    "Inspectors",
    "The owners of the warehouse",
    "A group of shopkeepers",
    "Lawyers",
    "The dockers' union",
    "The regional court",
    "An engineer",
    "Parents of pupils",
    "The hospital board",
]
_ACTS = [
    "reviewed",
    "criticised",
    "welcomed",
    "postponed",
    "published",
    "questioned",
    "defended",
    "rejected",
    "ignored",
    "discussed",
    "rewrote",
    "signed",
    "leaked",
    "explained",
    "supported",
]
_OBJECTS = [
    "the safety plan",
    "a report on storage rules",
    "the budget of the harbour",
    "the permits",
    "a new road",
    "the plans for a school",
    "an offer from the ministry",
    "the list of tenants",
    "a film about the strike",
    "the price of insurance",
    "old maps of the canal",
    "the rules for trucks",
    "a letter to the governor",
]
_TIMES = [
    "last year",
    "in March",
    "on Monday",
    "two weeks ago",
    "in 2019",
    "after the strike",
    "before the elections",
    "during the summer",
    "without much noise",
    "to the surprise of many",
    "in the end",
    "at a public meeting",
]


def make_accounts(count: int, words: int = 600) -> list[tuple[str, str]]:
    """Return ``count`` (name, text) pairs of about ``words`` words each."""
    return [_account(number, words) for number in range(count)]


def _account(number: int, words: int) -> tuple[str, str]:
    chance = random.Random(number)
    lines = [f"Fire at {chance.choice(_PLACES)} depot, account {number}"]
    length = 0
    background = [" ".join(parts) for parts in product(_SUBJECTS, _ACTS, _OBJECTS, _TIMES)]
    facts = chance.sample(_FACTS, k=6)
    while length < words:
        sentences = [chance.choice(background) + "." for _ in range(2)]
        if facts:
            sentences.insert(0, _worded(chance, facts.pop()))
        lines.append(" ".join(sentences))
        length += len(lines[-1].split())
    return f"account-{number:03}.txt", "\n\n".join(lines) + "\n"


def _worded(chance: random.Random, fact: list[str]) -> str:
    who = chance.randrange(len(_PEOPLE))
    return chance.choice(fact).format(
        n=chance.choice(["14", "Fourteen", "17"]),
        m=chance.choice(["2,300", "2,000"]),
        t=chance.choice(["600", "900"]),
        h=chance.choice(["4:20", "3:50"]),
        who=f"{_ROLES[who]} {_PEOPLE[who]}",
        where=chance.choice(_PLACES),
    )
