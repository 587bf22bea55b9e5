"""Answers that exclude each other and such as only look so: invented accounts of a sentence or two.

The look-alikes were met in stories that nobody had annotated: each was once listed as a dispute.
"""

import pytest

from tests.alignment.disputes import answers, compare_texts, sides_of

_RIVALS = {
    "a country and its court": (
        "Finland indicts a Chilean dancer\n\nA Finnish naval court indicted a Chilean dancer on "
        "Monday on charges of theft.",
        "Finland indicted a Chilean dancer on Monday on charges of theft.",
        "agent",
        ("A Finnish naval court", "Finland indicted"),
    ),
    "captives": (
        "Three prisoners were freed in Zell. The prisoners flew home. The prisoners are well.",
        "Three detainees were freed in Zell. The detainees flew home. The detainees are well.",
        "wording",
        ("prisoners", "detainees"),
    ),
    "the other of two": (
        "Two night-shift workers were missing after the fire in Zell.",
        "One of the two missing workers was found alive. The other is still missing.",
        "update",
        ("Two night-shift workers were missing", "The other is still missing"),
    ),
    "a person and a body": (
        "“Torvia sees this as a gesture of goodwill by the king,” Mayor Ada Byron said.",
        "“Torvia sees this as a gesture of goodwill by the king,” the Harbour Board said.",
        "agent",
        ("Ada Byron", "Harbour Board"),
    ),
    "a week or two days": (
        "The captain died two days after the wreck of the ferry in Zell.",
        "The captain died a week after the wreck of the ferry in Zell.",
        "time",
        ("two days after", "a week after"),
    ),
    "three days or five": (
        "The captain died three days after the wreck of the ferry in Zell.",
        "The captain died five days after the wreck of the ferry in Zell.",
        "time",
        ("three days after", "five days after"),
    ),
    "rough counts": (
        "The storm led to dozens of water rescues in the valley.",
        "The storm required hundreds of water rescues in the valley.",
        "number",
        ("dozens of water rescues", "hundreds of water rescues"),
    ),
}

_NO_RIVALS = {
    "the other of two, in both": (
        "One of the two missing workers was found alive. The other is still missing.",
        "One of the two missing workers was found alive. One is still missing.",
    ),
    "another word for it": (
        "The ministry opened a civil rights probe into the wreck of the ferry in Zell.",
        "The ministry opened a civil rights investigation into the wreck of the ferry in Zell.",
    ),
    "a lapse in days": (
        "The ferry sailed again 35 days after the storm had sunk it in Zell.",
        "The ferry sailed again a month after the storm had sunk it in Zell.",
    ),
    "by when": (
        "A permit is needed within two months of the wreck.",
        "A permit is needed two months after the wreck.",
    ),
    "denied by both": (
        "Torvia said on Monday that the port of Zell is no longer free from the rule of Kesh.",
        "Torvia said on Monday that it no longer regards the port of Zell as free from the rule of "
        "Kesh.",
    ),
    "another thing is denied": (
        "The mayor of Zell is considering a gradual opening of its harbour by age and by trade.",
        "Harbour clerk: the mayor of Zell is not considering a general closure of its schools.",
    ),
    "a sentence before it": (
        "“I have no one to blame, for I saw that the gate was open,” Ada Byron said.",
        "“I saw that the gate was open,” Ada Byron said.",
    ),
    "a rounded sum": (
        "The debt of the port has hit $22 trillion, the ministry said.",
        "The debt of the port has hit $22.01 trillion, the ministry said.",
    ),
    "hundreds of thousands": (
        "The virus infected hundreds of thousands of people.",
        "The virus infected more than 381,000 people.",
    ),
    "who calls it terror": (
        "The ministry called the attack an act of terrorism, born of envy.",
        "The attack was an act of terrorism, born of envy.",
    ),
    "whom he had killed": (
        "The army would not say whether it had killed the suspected bomber in Zell.",
        "The bomber killed three sailors at a base in Zell.",
    ),
    "a name beside the office": (
        "The leader of the house, Ada Byron, resigned over the bill.",
        "House leader Ada Byron resigned over the bill.",
    ),
    "another who stayed away": (
        "The funeral in Hollen was attended by Mona Kray.",
        "Hugo Kray did not attend the funeral in Hollen.",
    ),
    "what is usual": (
        "Mayor Ada Byron attended the funeral in Hollen.",
        "It is usual for mayors not to attend the funerals of their rivals.",
    ),
    "how long one looks": (
        "The plan adds $2 billion to the debt over the next 10 years.",
        "The plan added $2 billion to the debt in the last 11 months.",
    ),
    "working through the night": (
        "Crews worked through the morning to free the passengers, police said.",
        "Firefighters had to work through the night until all passengers were free.",
    ),
    "each of the other": (
        "Ada Byron accused Milo Reed of twisting her words at the hearing in Hollen.",
        "At a rally in Osmar on Sunday, Milo Reed accused Ada Byron of turning on the party.",
    ),
    "a plea": (
        "Prosecutors charged Milo Reed with fraud. Milo Reed is a banker.",
        "Milo Reed pleaded not guilty.",
    ),
    "another blame": (
        "The premier accused Torvia of hacking the grid. Torvia is a neighbour of Kesh.",
        "Torvia denied that it had sunk the ferry.",
    ),
    "charges dismissed": (
        "The articles accuse the mayor of fraud, and the charges are grave.",
        "The council may vote on dismissing the charges against the mayor.",
    ),
    "a deal reached and rejected": (
        "Union leaders have reached a deal on wages.",
        "Workers may vote to reject the deal reached by union leaders.",
    ),
    "what must be": (
        "Torvia must end its nuclear programme.",
        "The move is unlikely to end the nuclear programme of Torvia.",
    ),
    "a law that will": (
        "The senate blocked the mayor from naming judges on Thursday.",
        "The senate passed a bill that will block the mayor from naming judges in August.",
    ),
    "two counts of one deed": (
        "The governor plans to restore the voting rights of 140,000 felons.",
        "The governor has restored the voting rights of 284 felons.",
    ),
    "what it did to them": (
        "The senator dropped it after that.",
        "The senator wanted to postpone it.",
    ),
    "paid and laundered": (
        "The lobbyist was paid more than $60 million by the party of Torvia, prosecutors said.",
        "The lobbyist laundered more than $18 million from the party of Torvia, prosecutors said.",
    ),
    "a bound that fits": (
        "The senator sold stocks in more than 30 transactions in February.",
        "The senator sold stocks in 33 transactions in February.",
    ),
    "two years of nineteen": (
        "The baker was sentenced to 19 years in prison.",
        "The baker has served two years of a 19-year prison sentence.",
    ),
    "a number written out": (
        "“The public's trust in the ninth district seat election has been undermined,” Ada said.",
        "“The public's trust in the 9th District seat election has been undermined,” Ada said.",
    ),
    "words of the writer": (
        "“What happened in the valley is, in many ways, a miracle of courage,” Ada Byron said.",
        "“What happened [in Zell] in the valley is, in many ways, a miracle of courage,” Ada Byron "
        "said.",
    ),
    "the writer's own name for it": (
        "“It is critical that [the harbour ministry] be permitted to set its rules,” Ada Byron "
        "said.",
        "“It is critical that HMZ be permitted to set its rules,” Ada Byron said.",
    ),
    "to be cleared": (
        "The senate will acquit the mayor on Wednesday.",
        "The mayor hopes to see himself be acquitted by the time of his address.",
    ),
    "a day in a quote": (
        "“I am glad to tell you that the port has a new owner,” Ada Byron said.",
        "“I am glad to tell you today that the port has a new owner,” Ada Byron said.",
    ),
    "only whose it is": (
        "Reed's certification was not accompanied by a ban on trade.",
        "Reed's decision was not accompanied by a ban on trade.",
    ),
    "one of several": (
        "Joan Reed has called off all rallies in Torvia.",
        "Ann Lee, Tom Hale and Joan Reed have each called off rallies in Torvia.",
    ),
    "a request refused": (
        "A judge in Zell rejected a request to block the funds of the port.",
        "The ministry has blocked the funds of the port of Zell.",
    ),
    "a suspect elsewhere": (
        "Police in Zell seized a suspected terrorist on Monday.",
        "The gunman was seized at the harbour in Osmar.",
    ),
    "agreed and refused": (
        "The governor generally agreed with the report of the board.",
        "The governor repeatedly refused to discuss the matter.",
    ),
    "who shot himself": (
        "A man opened fire in a bar in Zell and shot two clerks.",
        "The man had apparently shot himself in a bar in Zell.",
    ),
    "what caused it": (
        "The blast in the tunnel appeared to be caused by a lamp, police said.",
        "Police in Zell said they were looking into what caused the blast in the tunnel.",
    ),
    "no longer unclear": (
        "It was originally unclear whether Ada Byron would attend the funeral in Hollen.",
        "Ada Byron attended the funeral in Hollen.",
    ),
    "a potential theft": (
        "It was unclear whether any papers of the bank were stolen in Zell.",
        "The potential theft of the papers of the bank worries Zell.",
    ),
    "named both ways": (
        "The gunman walked into the mill in Zell. Police took the suspected gunman to Osmar.",
        "The gunman walked into the mill in Zell and shot at the clerks.",
    ),
    "parts of a day of two acts": (
        "The storm is expected to grow again by Thursday morning off the coast of Zell.",
        "The storm is expected to reach land on Thursday night off the coast of Zell.",
    ),
    "how they will vote": (
        "A handful of senators have not said whether they will vote to convict the mayor.",
        "Senators vote this week on the budget of the mayor.",
    ),
    "voted to approve": (
        "The harbour board voted along party lines to approve the settlement with the bank.",
        "The harbour board has approved the settlement with the bank.",
    ),
    "what ought to be": (
        "One of the judges proposed that the case of the bank should be remanded.",
        "The judges remanded the case of the bank.",
    ),
    "a general who is none": (
        "Attorney General Ada Byron opened the bridge in Zell.",
        "Colonel Ada Byron opened the bridge in Zell.",
    ),
    "probable cause": (
        "The fire in Zell was caused by a lamp, police said.",
        "A judge found probable cause to charge Milo Reed.",
    ),
    "three are several": (
        "Three members of the crew of the ferry resigned on Monday.",
        "Several members of the crew of the ferry resigned on Monday.",
    ),
    "remarks dismissed": (
        "The mayor dismissed her comments about the defeat of the rebels in Zell.",
        "The army said that the rebels in Zell have been defeated.",
    ),
    "a senator who is not named": (
        "“Most captains have sailed by night to spare the harbour of Zell,” Ada Byron said.",
        "“Most captains have sailed by night to spare the harbour of Zell,” the senator said. "
        "Senator Milo Reed is from Hollen.",
    ),
    "two sums of one bill": (
        "The senators are seeking $75 billion for hospitals and ferries in the bill.",
        "The bill includes $75 billion for hospitals. The senators are seeking at least $25 "
        "billion for ferries in the bill.",
    ),
    "a lead by day": (
        "The vote in Zell came just after 1:30 a.m. on Friday.",
        "The vote in Zell came early Friday morning.",
    ),
    "some of its citizens": (
        "Torvia said 11 of its citizens were missing after the quake.",
        "Dozens more were missing after the quake.",
    ),
    "who ran": (
        "“Reed, who ran for mayor of Zell in 1992 and again in 1996, has died,” Ada Byron said.",
        "“Reed, who ran for mayor of Zell in 1992 and again in 1996, was poor,” Hugo Kray said.",
    ),
    "two lapses": (
        "Milo Reed opened a second yard in Zell more than two decades later.",
        "Milo Reed had opened the yard in Zell two decades earlier.",
    ),
    "lawyers of one": (
        "An attorney for Milo Reed immediately appealed the ruling of the court in Zell.",
        "Milo Reed’s lawyers immediately appealed the ruling of the court in Zell.",
    ),
    "a thug": (
        "“The thug spent his last moments in utter fear of the sea,” the mayor said.",
        "The pirate leader spent his last moments in utter fear of the sea.",
    ),
    "shots and hits": (
        "The guard fired eight times at Milo Reed on the quay in Zell.",
        "The guard shot at Milo Reed eight times. The guard hit Milo Reed five times on the quay "
        "in Zell.",
    ),
    "a country that is named elsewhere": (
        "Premier Ada Byron said the country banned all military rifles after the attack in Osmar.",
        "Kesh banned all military rifles after an attack in Hollen.",
    ),
    "who did not": (
        "A nurse pulled the alarm of the school in Zell on Monday.",
        "A teacher has not pulled the alarm of the school in Zell on Monday.",
    ),
    "another thing pulled": (
        "A nurse pulled the alarm in the school in Zell on Monday, police said.",
        "A teacher pulled the curtains in the school in Zell on Monday, police said.",
    ),
    "condolences of two": (
        "Premier Ada Byron expressed her deepest condolences to the families of the victims.",
        "President Milo Reed expressed his deepest condolences to the families of the victims.",
    ),
    "a headline's passive": (
        "Eight-year-old girl fatally shot near the harbour of Zell\n\nThe girl sat in a car.",
        "The guard who was shot dead by a sailor near the harbour of Zell sat in a car.",
    ),
    "a fifth": (
        "Four passengers were killed at the scene; a fifth person died at the hospital in Zell.",
        "A man opened fire on a ferry in Zell, killing five people.",
    ),
    "a judge's own word": (
        "“I will grant the request of the ferry firm for an order,” Judge Ada Byron said.",
        "Judge Ada Byron granted the request of the ferry firm for an order.",
    ),
    "a baker and his firm": (
        "The baker won a narrow high court victory over his refusal in May.",
        "Osmar Cakeshop won a narrow high court victory over its refusal in May.",
    ),
    "voted to block": (
        "The senate voted on Friday to block any witnesses in the trial of the mayor.",
        "The senate on Friday blocked any witnesses in the trial of the mayor.",
    ),
}


@pytest.mark.parametrize("name", _RIVALS)
def test_rivals(name: str) -> None:
    """The kind is right, and each side's words stand on a side of their own."""
    first, second, kind, excerpts = _RIVALS[name]
    comparison = compare_texts(first, second)
    sides = sides_of(comparison, kind)
    assert any(answers(each, excerpts) for each in sides), (sides, comparison.conflicts)


@pytest.mark.parametrize("name", _NO_RIVALS)
def test_look_alikes(name: str) -> None:
    """What only looks like a dispute is none, in either order of the accounts."""
    assert compare_texts(*_NO_RIVALS[name]).conflicts == ()
    assert compare_texts(*reversed(_NO_RIVALS[name])).conflicts == ()


def test_one_saying_of_three_mouths() -> None:
    """A saying that three accounts give to three speakers is one question."""
    saying = "“The ferry will never again leave the harbor of Zell in a storm,” {} said."
    names = ("Ann Lee", "Tom Hale", "Joan Reed")
    comparison = compare_texts(*(saying.format(name) for name in names))
    assert [sorted(sides) for sides in sides_of(comparison, "agent")] == [
        sorted([f"{name} said"] for name in names)
    ]


def test_an_excerpt_begins_at_a_whole_word() -> None:
    comparison = compare_texts(
        "“Look, I'm a believer in clean water and in the harbour of Zell,” Ada Byron said.",
        "“Look, I’m a big believer in clean water and in the harbour of Zell,” Ada Byron said.",
    )
    assert [conflict.question for conflict in comparison.conflicts] == [
        "How did Ada Byron put it: “I’m a big believer in” or “I'm a believer in”?"
    ]
