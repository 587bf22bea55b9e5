"""Who is meant where a role, a title or a label stands in one place and the name in another."""

import pytest

from tests.statements.reader import read

CASES: dict[str, tuple[str, list[str]]] = {
    "named-in-the-next-sentence": (
        "The imam of Harbour House said a passing van was “stopped by us all”. Olan Byrne told "
        "reporters: “We told them how it is there.”",
        ["Olan Byrne", "Olan Byrne"],
    ),
    "who-is-told-of-is-not-the-role": (
        "The imam of Harbour House said a passing van was “stopped by us all”. Olan Byrne, 41, "
        "told reporters: “We told them how it is there.”",
        ["the imam of Harbour House", "Olan Byrne"],
    ),
    "a-wife-by-her-husband's-name": (
        "Olan Byrne left with his wife, Ada Byrne, at noon. Byrne's wife said “it is all very "
        "bad”.",
        ["Ada Byrne"],
    ),
    "a-chief-of-police": (
        "The man was “held by one officer”, said Port Verrin chief of police David Nisle.",
        ["David Nisle"],
    ),
    "a-former-mayor-and-aide": (
        "The case has been eagerly watched by former Port Verrin mayor and Byrne comrade Rudy Roe "
        "who has commentated on it on Twitter throughout and maintains there is something "
        "“seriously wrong” with prosecutors' efforts to put Vinter behind bars.",
        ["Rudy Roe"],
    ),
    "a-party-member-by-an-aside": (
        "Presiding was Senator Cindy Hyde-Roe, a Mississippi Republican who stirred anger after "
        "joking that she would see “a public drowning” if invited.",
        ["Cindy Hyde-Roe"],
    ),
    "what-sort-of-people": (
        "He spoke there after white nationalists chanted “You will not replace us”.",
        ["white nationalists"],
    ),
    "whose-ministry": (
        "Syria's Foreign Ministry condemned the strike, calling it a “blatant violation of all "
        "law”.",
        ["Syria's Foreign Ministry"],
    ),
    "whose-ministry-another-state-acts": (
        "Russia's foreign ministry said on Monday that it was “a very bad idea”.\n\nChina called "
        "for talks.\n\n“We hope that the parties will sail at once,” the foreign ministry said.",
        ["Russia's foreign ministry", "foreign ministry"],
    ),
    "a-surname-in-the-middle": (
        "The law was backed by Kim Vardan West. “It is a very bad law,” Vardan said.",
        ["Kim Vardan West"],
    ),
    "the-brother-of-who-is-dead": (
        "George Vinter's brother Olan pleaded in a statement to the board that it must “stop the "
        "pain now”.\n\n“It is all that people talk about,” Vinter said.",
        ["Olan Vinter", "Olan Vinter"],
    ),
    "a-governor-of-a-place": (
        "The governor of Puerto Rico, Ricardo Vinter, seized on the use of the word and said in a "
        "statement: “No colony can ever be called successful.”",
        ["Ricardo Vinter"],
    ),
    "whom-a-paper-has-it-from": (
        "A spokesperson for Ada Vinter denied it. “The port has nothing to do with it,” said the "
        "spokesperson per HNN.",
        ["a spokesperson for Ada Vinter"],
    ),
    "the-president-of-years-ago": (
        "The president said his administration was “quite ready for it”. "
        + "The quay was empty at noon. " * 8
        + "In 2005, under President Olan Byrne, the response was slow.",
        ["the president"],
    ),
    "whose-ruling": (
        "Last month, in a surprise move, it won its case, with the US Justice Department ruling "
        "that Americans may “access, discuss, use and reproduce” the plans.",
        ["Justice Department"],
    ),
    "a-day-is-no-surname": (
        "Prime Minister Justin Vinter Saturday called it a tragedy. “It is very serious,” Vinter "
        "said.",
        ["Justin Vinter"],
    ),
    "what-somebody-calls-it": (
        'Noting that "every death is a horror," Trump called Katrina "a real catastrophe" given '
        'its "hundreds and hundreds and hundreds of people that died," before asking a Puerto '
        'Rican official for their "death count."',
        ["Trump"] * 4,
    ),
    "a-long-role-is-cut-where-it-is-whole": (
        "The family of a man arrested after a very bad fire near the old Harbour house say they "
        "are “wholly shocked by it”.",
        ["the family of a man"],
    ),
    "mother-sister-and-nephew": (
        "Mr Roe's mother, sister and nephew said in a statement: “We are in shock and it is bad.”",
        ["Mr Roe's mother, sister and nephew"],
    ),
    "a-rank-ends-no-sentence": (
        "They passed a bill. The boat was “pulled alongside the ship”, Harbour Command spokesman "
        "Capt. Bill Byrne said.",
        ["Bill Byrne"],
    ),
    "in-what-is-his-he-speaks": (
        "“He ran and I ran after him,” said Oscar Stew, a guard.\n\nIn an open letter posted "
        "online under John Byrne's name, he said he wanted “to sink them all”.",
        ["Oscar Stew", "John Byrne"],
    ),
    "whose-administration-agrees": (
        "“We will sail there on Monday,” President Olan Roe said.\n\nAlthough Vinter's "
        "administration agreed to it, he said that the plan was “a very bad idea”. Vinter left.",
        ["Olan Roe", "Vinter"],
    ),
    "a-label-before-the-words": (
        "Mr. Greg Pike met Olan Byrne. Later Greg Pike said so, and Mr. Pike left.\n\nByrne "
        "replies: “Yes and you just broke my glasses.”\n\nPike: “The last guy did the same damn "
        "thing.”",
        ["Olan Byrne", "Greg Pike"],
    ),
    "who-is-heard-saying-so": (
        "“I am sick and tired of you,” Byrne can be heard saying, the Harbour Post reported.",
        ["Byrne"],
    ),
    "whom-the-words-told": (
        "They also pointed to texts where Byrne told friends: “Got him with my net” and “there is "
        "a story behind this”.",
        ["Byrne"],
    ),
    "a-bill-says-so": (
        "“It is right for the Board to make it a crime at last,” the bill says.",
        ["the bill"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_bearers(case: str) -> None:
    text, expected = CASES[case]
    quoted = [s for s in read(text).statements if s.kind == "quote"]
    assert [s.speaker.name if s.speaker else "" for s in quoted] == expected
