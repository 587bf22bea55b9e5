"""By what name a speaker is called: in full, of the right bearer, without what is no part of it."""

import pytest

from tests.statements.reader import read

CASES: dict[str, tuple[str, list[str]]] = {
    "the-surname-before-junior": (
        "Olan F. Byrne Jr. runs the quay. Byrne said the fees were “fair to us all”.",
        ["Olan F. Byrne Jr"],
    ),
    "a-head-and-what-it-is-for": (
        "The Centers for Disease Control and Prevention said the fees were “under review”.",
        ["Centers for Disease Control and Prevention"],
    ),
    "a-list-of-what-a-bureau-is-for": (
        "The Bureau of Alcohol, Tobacco, Firearms and Explosives said it was “aware of the fire”.",
        ["Bureau of Alcohol, Tobacco, Firearms and Explosives"],
    ),
    "a-nation-and-its-office": (
        "U.S. Immigration and Customs Enforcement said the man was “not in the country”.",
        ["U.S. Immigration and Customs Enforcement"],
    ),
    "what-an-office-is-in-is-no-name": (
        "Special Agent in Charge Vera Byrne said the fire was “a very sad case”.",
        ["Vera Byrne"],
    ),
    "under-whom-a-body-was": (
        "Ada Byrne served in the Clifton White House under Tom Clifton. The White House said on "
        "Monday that the fees were “under review”.",
        ["White House"],
    ),
    "a-surname-that-is-a-title": (
        "Senator Tom King spoke on Monday. “It is betrayal of all of us,” King said.",
        ["Tom King"],
    ),
    "a-surname-that-is-a-title-and-junior": (
        "“They will rise,” Tom Bishop Jr. said. As Bishop put it, the fees are “not fair to us”.",
        ["Tom Bishop Jr", "Tom Bishop Jr"],
    ),
    "the-king-is-no-surname": (
        "Senator Tom King spoke on Monday. “It is betrayal of all of us,” the king said.",
        ["the king"],
    ),
    "the-president-is-not-his-wife": (
        "President Byrne will go to the harbour. First lady Ada Byrne will sail with President "
        "Byrne. “We will be there soon,” Byrne said on Monday.",
        ["President Byrne"],
    ),
    "mrs-is-the-one-named-in-full": (
        "President Byrne will go to the harbour. First lady Ada Byrne will sail with President "
        "Byrne. “I am glad to go along,” Mrs. Byrne said on Monday.",
        ["Ada Byrne"],
    ),
    "mr-is-not-her": (
        "Ada Byrne spoke at noon. Mr. Byrne said he was “happy to hear her”.",
        ["Byrne"],
    ),
    "a-surname-that-is-a-town": (
        "The captain's lawyer Stu London said “it is a sad day”.\n\n“The captain is glad that it "
        "is over,” London said.",
        ["Stu London", "Stu London"],
    ),
    "a-paper-is-called-by-its-name": (
        "The party newspaper People's Daily said the fees were “no big deal at all”.",
        ["People's Daily"],
    ),
    "so-is-a-company": (
        "The company, Quay Resorts International, said the fees were “no big deal at all”.",
        ["Quay Resorts International"],
    ),
    "a-word-of-pages-inside-a-name": (
        "The advocacy group Human Rights Watch said the fees were “no big deal at all”.",
        ["Human Rights Watch"],
    ),
    "a-branch-in-a-town": (
        "HSD London said on Monday that the men were “a danger to us all”.",
        ["HSD London"],
    ),
    "a-station-speaks": (
        "In a commentary, state television said the harbour was “wholly under control”.",
        ["state television"],
    ),
    "what-an-email-says-its-writer-says": (
        "Ada Byrne sent an email on Wednesday. It stated that the fees are “a surge in the dark”.",
        ["Ada Byrne"],
    ),
    "a-senator-by-the-title-in-short": (
        "Sen. John Vinter asked Olan Byrne about the law. “Have you ever sailed?” Vinter asked.\n\n"
        "“I have not,” Byrne said.\n\nByrne answered that he did not “have it here”.\n\n“Do you "
        "know what a keel is?” queried the senator, who smiled.",
        ["John Vinter", "Olan Byrne", "Olan Byrne", "John Vinter"],
    ),
    "a-cleric-by-the-title": (
        "Ayatollah Olan Byrne spoke at noon. “This is the time to sail,” he said. The cleric "
        "added: “I am telling you that we will sail.”",
        ["Olan Byrne", "Olan Byrne"],
    ),
    "the-father-over-what-he-says": (
        "At his home in Brandvik, Olan Byrne struggles to stop sobbing.\n\nHe is torn after what "
        "his only child did.\n\n“Selfless, that is what my son was. And it got him killed. But he "
        "saved others,” the father said.",
        ["Olan Byrne"],
    ),
    "who-says-it-in-a-statement-that-others-print": (
        "Olan Byrne said in a statement published by the Courier that the fees were “cruel to us "
        "all”. Byrne left.\n\n“The fees do not end here,” the statement said, printed by a paper.",
        ["Olan Byrne", "Olan Byrne"],
    ),
    "whom-somebody-thought-a-fool-says-nothing": (
        "The Norland administration considered him a terrorist and Secretary of State Mike Byrne "
        "said he was killed because he was planning an “imminent attack”.",
        ["Mike Byrne"],
    ),
    "a-transcript-only-passes-on": (
        "“We like them, they like me,” Olan Byrne said, according to the harbour transcript. "
        "“Whether it is ships or fees, it has been good.”",
        ["Olan Byrne"],
    ),
    "a-paper-only-reports": (
        "The suit, which was filed in court on Friday, claims that the fees “must be dismissed” at "
        "once, the Harbour Courier reported.",
        ["the suit"],
    ),
    "who-acts-where-the-clause-says-when": (
        "Captain Olan Byrne said nobody could prove it, while noting that Rick Vinter was not in "
        "the water when he gasped, “I can not breathe.”",
        ["Rick Vinter"],
    ),
    "what-is-said-goes-on-behind-a-relative": (
        "Olan Byrne said it was believed there were only three men there and the vests they were "
        "wearing were “only toys”.",
        ["Olan Byrne"],
    ),
    "an-organization-goes-on": (
        "The Norland Union of Sailors condemned the Quay Organization. The Norland Union of "
        "Sailors said it had no power.\n\n“The fees are a label,” the organization said.",
        ["Norland Union of Sailors"],
    ),
    "the-company-that-acts": (
        "The owners of the bay sued, claiming that Quay Resorts International has no part in it. "
        "On Monday the company sued 1,000 people, arguing that the suits should “be dismissed”.",
        ["Quay Resorts International"],
    ),
    "a-department-is-no-company": (
        "The Justice Department sued on Monday. The company said it was “very sorry for it”.",
        ["the company"],
    ),
    "an-official-as-first-called": (
        "A harbour board official told the Courier: “Of course we do.” The official said: “But we "
        "need to be safe.”",
        ["a harbour board official", "a harbour board official"],
    ),
    "of-two-officials-neither": (
        "A harbour board official told the Courier: “Of course we do.” A town hall official told "
        "the Herald: “We do not.” The official said: “But we need to be safe.”",
        ["a harbour board official", "a town hall official", "the official"],
    ),
    "who-adds-has-spoken": (
        "Sheriff Olan Byrne said at noon the men had two boats. The official added that they "
        "“sailed right in”.",
        ["Olan Byrne"],
    ),
    "a-ministry-is-its-own-states": (
        "Germany's foreign ministry says “we must wait for it”. The ministry said the ships are "
        "“in the harbour”. A Dutch foreign ministry spokeswoman left.",
        ["Germany's foreign ministry", "Germany's foreign ministry"],
    ),
    "who-is-sent-a-notice-does-not-say-it": (
        "The Norland Harbour Board closed the quay. However, it later issued a notice to foreign "
        "carriers saying it would mandate “some changes” by April.",
        ["Norland Harbour Board"],
    ),
    "an-initial-tells-no-sex": (
        "Prime Minister Rick Byrne closed the harbour. “There will be a ban,” Byrne said.\n\nDr. "
        "J. Jacob Vinter said before the ban was announced that the harbour was being closed too "
        "late, in the view of all.\n\n“There would have been time in the spring,” he said.",
        ["Rick Byrne", "J. Jacob Vinter"],
    ),
    "whose-wife-is-named-is-another": (
        "“He played all day,” Rick Vinter said.\n\nPresident Byrne was told of the fire while he "
        "was at sea. Mr. Vinter had left. First lady Ada Byrne came too.\n\n“It is a sad day,” "
        "Byrne said.",
        ["Rick Vinter", "President Byrne"],
    ),
    "who-acts-alone-just-before": (
        "“He played a lot in the house,” Rick Vinter said.\n\nPresident Byrne was told of the fire "
        "while sailing.\n\n“My thoughts are with you all,” he wrote.\n\nFirst lady Ada Byrne came.",
        ["Rick Vinter", "President Byrne"],
    ),
    "a-group-as-it-was-introduced": (
        "The fire was claimed by members of the South Brigade of the Norland Liberation "
        "Organisation, a separatist group active in Arden. “Our men have done it,” the group said.",
        ["Norland Liberation Organisation"],
    ),
}


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES.keys())
def test_name_of_a_speaker(told: str, expected: list[str]) -> None:
    statements = read(f"Harbour fees rise\n\n{told}").statements
    quotes = [s for s in statements if s.kind == "quote"]
    assert [s.speaker.name if s.speaker else "None" for s in quotes] == expected
