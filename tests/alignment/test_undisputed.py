"""What only looks like a question to an editor: invented accounts of a sentence or two."""

import pytest

from tests.alignment.disputes import compare_texts

_UNDISPUTED = {
    "two lots, and one of them": (
        "On Monday the flooded valley of Torvia was sent 400 pumps by Reed. Reed sent 2,000 pumps "
        "to the flooded valley of Torvia, a clerk said.",
        "Reed sent 2,000 pumps to the flooded valley of Torvia, a clerk said.",
    ),
    "shares of several lines of trade": (
        "The economy of Torvia grew. Exports of ships increased 1.6 percent. Investment in cranes "
        "rose 6.7 percent.",
        "The economy of Torvia grew. Investment in cranes rose 6.7 percent. Investment in software "
        "jumped 13.1 percent.",
    ),
    "began to cough, and lost his way": (
        "During the ride to the hospital in Zell, the boy began to vomit and lost consciousness.",
        "While he was taken to the hospital in Zell, the boy vomited again and lost consciousness.",
    ),
    "cannot between marks": (
        "The letter of Ada Byron says that she “cannot in good conscience” obey an order of Hale.",
        "“I cannot in good conscience obey an order of Hale,” Ada Byron wrote.",
    ),
    "about that hour": (
        "The quake struck around 3:30 a.m. in the hills of Torvia.",
        "The quake struck at 3:36 a.m. in the hills of Torvia.",
    ),
    "what few deny": (
        "Few would deny that the movement of Ada Byron has won the contest of ideas.",
        "“Our movement has won the contest of ideas,” Ada Byron said in Zell.",
    ),
    "appeared on a screen": (
        "Many senators appeared virtually at the hearing in Zell.",
        "Some senators appeared at the hearing in Zell in coats.",
    ),
    "what letters stand for": (
        "The board met. “Let’s be honest, they are looking to tear apart the harbour’s own (HFP), "
        "hurting poor families and old sailors in Zell,” Senator Milo Reed said.",
        "The board met. “Let’s be honest, they are looking to tear apart the harbour’s own Harbour "
        "Feeding Program (HFP), hurting poor families and old sailors in Zell,” Senator Milo Reed "
        "said.",
    ),
    "a quotation that ends before": (
        "The board met on Monday. “We have spoken with Milo Reed about an episode of his programme "
        "on the radio, which promoted hateful speech and spread anti-island conspiracy theories,” "
        "Harbour Radio said in a statement.",
        "The board met on Monday. “Hateful speech” and anti-island conspiracy theories led to the "
        "end of the programme, Harbour Radio said.",
    ),
    "two who dismiss one claim": (
        "Kesh Island dismissed claims of its involvement in the raid.",
        "The shipping firm Lind dismissed claims of its involvement in the raid on Monday.",
    ),
    "one law and three": (
        "The mayor spoke in Zell on Monday. We hope they pass this bill tomorrow.",
        "The council of Zell and Mayor Ada Byron have passed three bills in response to the flood.",
    ),
    "a headline's country": (
        "US begins formal withdrawal from climate accord\n\n"
        "The envoys wrote a letter about the canal on Monday, and the harbour board met in "
        "Zell.",
        "Reyes begins formal withdrawal from climate accord\n\n"
        "The letter about the canal was written by the envoys, as the harbour board met in "
        "Zell.",
    ),
    "another paper that condemns him for it": (
        "Ada Byron made the false claim in Zell, the council found on Monday.\n\n"
        "Byron said that three million ferries sailed in the dark in the spring of 2016.",
        "The council of Zell read two letters on Monday, the mayor told the board.\n\n"
        "Another still condemned Byron for saying three million ferries sailed in the dark in "
        "the spring of 2016.",
    ),
    "a denial of another request": (
        "Senator Ada Byron asked the harbour ministry to look into the fire on Monday.",
        "Milo Reed denied he had asked the harbour ministry to lower the fines on Monday.",
    ),
    "guilty of one thing, denying another": (
        "Ben Marlow was found guilty last year of lying to the council.",
        "Ben Marlow has repeatedly denied that he had contacts with smugglers.",
    ),
    "nobody did it": (
        "Mayor Ada Byron said that nobody briefed or told her about the raid in Zell.",
        "The harbour board on Saturday denied that Mayor Ada Byron was briefed on the raid in "
        "Zell.",
    ),
    "voted no": (
        "In the end, a handful of Zell Republicans voted yes.",
        "The Zell Republicans who voted no were Ada Byron and Milo Reed.",
    ),
    "whether or not": (
        "The senator pressed the witnesses on whether the vaccine would be free for everyone.",
        "The senator pressed the witnesses on whether or not the vaccine would be free for "
        "everyone.",
    ),
    "what he did not know he learned": (
        "Reed told the paper that the mayor did not know the details of the payment in Zell.",
        "Reed told the paper that the mayor learned the details of the payment in Zell.",
    ),
    "in order to": (
        "The mayor withheld the aid in order to pressure Torvia into an inquiry.",
        "The mayor pressured Torvia.",
    ),
    "what he refuses to agree to": (
        "He keeps refusing to agree to answer the questions of the inspectors.",
        "He answered the questions of the inspectors on Monday.",
    ),
    "two days": (
        "The board on Monday fined 13 smugglers over the canal in Zell.",
        "The board on Friday fined 12 smugglers over the canal in Zell.",
    ),
    "a time in two units": (
        "The mayor knelt in silence for eight minutes and 46 seconds in Zell.",
        "The mayor knelt in silence for more than eight minutes in Zell.",
    ),
    "least and most": (
        "The hospitals of Zell have counted nearly 24,000 cases of the plague.",
        "The hospitals of Zell have counted more than 23,000 cases of the plague.",
    ),
    "more than a dozen": (
        "Byron travelled to more than a dozen towns to support the candidates of her party.",
        "Byron travelled to 16 towns to support the candidates of her party.",
    ),
    "a rate": (
        "The laboratory in Zell has done more than 9 million tests of the new vaccine.",
        "The laboratory in Zell can do 25 million tests a month of the new vaccine.",
    ),
    "countries that do other things": (
        "According to the aviation board, 21 countries have direct flights to Zell.",
        "Nearly 80 countries sent supplies to Zell on direct flights, the aviation board said.",
    ),
    "one list of charges": (
        "Ben Marlow was indicted on charges of bribery and fraud and breach of trust.",
        "Ben Marlow was indicted on counts of fraud, breach of trust and bribery.",
    ),
    "since another event": (
        "The ferry will be scrapped by the harbour board one year later, on November 4.",
        "The ferry will be scrapped by the harbour board one day after the vote, on November 4.",
    ),
    "when the page was put out": (
        "Updated at 1:44 p.m. with the arguments of the appeals board about the ferries of Zell.",
        "The appeals board updated on Monday night the arguments about the ferries of Zell.",
    ),
    "what somebody calls it": (
        "The office of the mayor looked into an alleged attack on the harbour.",
        "The office opened an inquiry into what it described as an attack on the harbour.",
    ),
    "allegations": (
        "The crew of the ferry was allegedly offered money.",
        "The office has learned of allegations that the crew of the ferry was offered money.",
    ),
    "accused of one and another": (
        "Two women accused Ben Marlow of hitting them.",
        "Many captains have been accused of harassing, hitting or abusing women.",
    ),
    "accused, and pleading": (
        "Ben Marlow is accused of robbing the bank in Zell. He pleaded not guilty.",
        "Ben Marlow has pleaded not guilty to accusations that he robbed the bank in Zell.",
    ),
    "arrived elsewhere": (
        "Mayor Ada Byron arrived triumphantly in Zell late Saturday for a rally about the ferry.",
        "Captain Ben Marlow arrived in Osmar earlier Saturday after stopping with the ferry.",
    ),
    "signed long ago": (
        "The canal treaty was signed by Ada Byron, the premier of Torvia.",
        "The canal treaty was signed in December 1987 by Milo Reed, the premier of Torvia.",
    ),
    "a bracket in a quotation": (
        "“The mayor cares more about the inquiries into Byron, which he was asking for,” "
        "Reed said.",
        "“The mayor cares more about the inquiries into (Ada) Byron, which he was asking for,” "
        "Reed said.",
    ),
    "who is spoken to": (
        "“I do not know enough about the details of that, Ida, to speak about it,” Milo Reed said.",
        "“I do not know enough about the details of that to speak about it,” Milo Reed said.",
    ),
    "what is to be put off": (
        "The pills are used to delay the growth of the young trees.",
        "The growers want to suspend the growth of the young trees.",
    ),
    "a sum in two coins": (
        "The harbour board diverted nearly $2.5m (£2m) to pay for the parade in Zell.",
        "The harbour board diverted $2.5 million to pay for the parade in Zell.",
    ),
    "what is announced and under way": (
        "Torvia announced on Thursday that it was barring two mayors of Osmar.",
        "Torvia on Thursday barred two mayors of Osmar.",
    ),
    "what we did": (
        "The new law on ferries will save many lives, the mayor said.",
        "“We saved many lives with ferries,” the mayor said.",
    ),
    "few details": (
        "The ministry gave few other details of the raid.",
        "The ministry gave no details of the raid.",
    ),
    "another court": (
        "The District Court agreed and temporarily blocked the harbour ministry from enforcing the "
        "new ferry rule.",
        "The Supreme Court on Tuesday refused to block a part of the new ferry rule of Zell.",
    ),
    "wrong to do": (
        "Mayor Ada Byron asked the island of Kesh to probe the ferry firm, Milo Reed said.",
        "It was wrong for Ada Byron to ask the island of Kesh to probe the ferry firm, all said.",
    ),
    "never till then": (
        "The mill of Zell was evacuated on Saturday after a fire in the yard.",
        "The mill of Zell had never been evacuated since it was built. Then a fire came.",
    ),
    "asked for, and not known": (
        "Senator Milo Reed sent a letter requesting that they hold an open hearing on the wreck.",
        "It is unclear whether the hearing on the wreck will be held in public.",
    ),
    "sought to be rid of him": (
        "Mayor Ada Byron dismissed Milo Reed as her harbour master on Friday.",
        "There was talk that Mayor Ada Byron was seeking the resignation of Milo Reed.",
    ),
    "a death that was a killing": (
        "Crowds met in Zell over the death of Hugo Stern in a cell on Monday.",
        "Crowds met in Zell over the killing of Hugo Stern by a guard on Monday.",
    ),
    "each the other's": (
        "Guards in Zell arrested Nadia Stern, the sister of the poet Hugo Stern.",
        "Guards in Zell arrested Nadia Stern. Her brother Hugo Stern, the poet, is in prison.",
    ),
    "no reason to think": (
        "The cause of the wreck was a broken signal, the harbour board of Zell said.",
        "“There is no reason to think the mayor wants a harbour,” Milo Reed said of the wreck.",
    ),
    "what people are driven by": (
        "Guards in Zell have offered no motive for the attack on the mill.",
        "The attack on the mill made Milo Reed write. Crowds are driven by the fear of others.",
    ),
    "six checks here and 17 there": (
        "The boy and his father were taken to the camp near Zell. While detained there, they were "
        "given hot food, snacks and water, and the guards logged six welfare checks. Over the next "
        "two days, the boy and his father were given showers, food and water, and the guards "
        "logged 17 welfare checks.",
        "The boy and his father were taken to the camp near Zell. Between the two camps, the boy "
        "and his father were given food, and the guards logged 23 welfare checks.",
    ),
    "two towns of one coast": (
        "Worst hit by the quake were the tiny towns of Pell and Orm, 60 miles north of Zell.",
        "Dozens are missing after the quake jolted Lind and Varn, regions 80 miles north of Zell.",
    ),
    "some of some": (
        "Fishermen are growing poor in Torvia.",
        "Most northern fishermen are growing poor in Torvia.",
    ),
}


@pytest.mark.parametrize("name", _UNDISPUTED)
def test_undisputed(name: str) -> None:
    """What only looks like a dispute is none, in either order of the accounts."""
    assert compare_texts(*_UNDISPUTED[name]).conflicts == ()
    assert compare_texts(*reversed(_UNDISPUTED[name])).conflicts == ()


def test_who_is_asked_to_drop_a_case_is_asked_to_ease_off_it() -> None:
    comparison = compare_texts(
        "Ada Byron testified that Mayor Reed asked her to drop the probe into Ben Marlow.",
        "Mayor Reed said he did not ask Ada Byron to ease off the investigation into Ben Marlow.",
    )
    assert [conflict.kind for conflict in comparison.conflicts] == ["polarity"]


def test_who_was_wrong_to_claim_that_nothing_was_left_does_not_deny_it() -> None:
    comparison = compare_texts(
        "The old council of Zell left a plan for floods in the harbour, Ada Byron said.",
        "Mayor Reed said he was wrong to claim that the old council of Zell left no plan for "
        "floods in the harbour.",
    )
    assert not [conflict for conflict in comparison.conflicts if conflict.kind == "polarity"]


def test_sums_given_to_one_name_are_asked_for() -> None:
    comparison = compare_texts(
        "Torvia promised more than $3 billion in subsidies to Quistcorp, a maker of pumps, to lure "
        "the giant to the valley.",
        "Torvian state and local governments promised roughly $4 billion to Quistcorp, the richest "
        "package in the history of the country.",
    )
    assert [conflict.kind for conflict in comparison.conflicts] == ["number"]


def test_the_sum_of_a_pronoun_that_is_like_those_of_two_people_is_neithers() -> None:
    comparison = compare_texts(
        "Sarah Byron ended the quarter with $8.9 million in the bank.",
        "Michael Hale ended the quarter with $11 million in the bank.",
        "The mayor of Zell is rich. He ended the quarter with $15.7 million in the bank.",
    )
    assert "number" not in {conflict.kind for conflict in comparison.conflicts}
