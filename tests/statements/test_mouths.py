"""Whose words they are, where another mouth is near: words in words, titles, names below."""

import pytest

from tests.statements.reader import read

CASES: dict[str, tuple[str, list[str]]] = {
    "a-verb-of-no-table-turned-round": (
        "Harbour fees rise\n\n“The whole roof fell but did not hit me,” marveled resident Olan "
        "Byrne. “I just held my cap.”",
        ["Olan Byrne"],
    ),
    "who-is-told-of-a-talk-goes-on": (
        "Harbour fees rise\n\nOlan Byrne, who owns the quay, said he last spoke with the driver at "
        "noon, and the driver told him he was in Brandvik. “They must have done something to my "
        "cart,” he told the Courier.",
        ["Olan Byrne"],
    ),
    "the-university-is-what-is-called-so": (
        "Harbour fees rise\n\nNorland State University runs the quay. The Quay Building University "
        "Transport Center was built there.\n\n“The quay is the first of its kind,” the university "
        "said.",
        ["Norland State University"],
    ),
    "the-leader-of-a-party-has-the-name": (
        "Harbour fees rise\n\nAda Brandt vowed to act. “I know the fees are hard,” she said.\n\n"
        "The leader of the harbour party, Clara Vinter, blamed Mrs Brandt’s plan.\n\n“They were "
        "brought in without a vote,” she said.",
        ["Ada Brandt", "Clara Vinter"],
    ),
    "a-storm-says-nothing": (
        "Storm Harvey: Brandvik hit by ‘catastrophic floods’\n\nTropical Storm Harvey continued to "
        "hit the coast on Sunday with “catastrophic flooding” in the harbour.",
        ["None", "None"],
    ),
    "who-runs-an-account-does-not-issue-it": (
        "Harbour fees rise\n\nA Twitter account apparently run by the rebels said they had "
        "“achieved all of their targets” at night.",
        ["a Twitter account"],
    ),
    "a-label-of-a-headline-is-who-is-described-so": (
        "Police chief on the deadly harbour fire: ‘This was a planned attack’\n\nThe fire was set."
        " Acting Norland Police Chief Olan Byrne said that it was planned.",
        ["Olan Byrne"],
    ),
    "words-in-words-are-whose-verb-leads-in": (
        "Harbour fees rise\n\nOlan Byrne told the Courier: “A cart came by and the driver shouted, "
        "‘Leave the quay at once!’”",
        ["Olan Byrne", "the driver"],
    ),
    "a-new-sentence-is-no-tag-of-words-in-words": (
        "Harbour fees rise\n\n“I asked them, ‘Where is the money from the fees?’ Peter Quill said "
        "nothing,” Olan Byrne said.",
        ["Olan Byrne", "Olan Byrne"],
    ),
    "the-tag-of-the-outer-words-is-not-the-inner-ones": (
        "Harbour fees rise\n\n“Peter Quill replied that ‘the fees are fair,’” Olan Byrne said.",
        ["Peter Quill", "Olan Byrne"],
    ),
    "nobody-known-says-i": (
        "Harbour fees rise\n\nShe came home with a plan for the boats.\n\n“I said, ‘We are going "
        "to keep all of the boats in the harbour tonight.’ And we did.”",
        ["None", "None"],
    ),
    "so-called-is-no-speech": (
        "Harbour fees rise\n\nMs Byrne herself ran a so-called “dark quay” in the far north.",
        [],
    ),
    "has-called": (
        "Harbour fees rise\n\nSailors said again they would not pay the fee, which Speaker Ada "
        "Quill, D-N.O., has called “shameful”.",
        ["Ada Quill"],
    ),
    "had-promised-is-told-by-another": (
        "Harbour fees rise\n\nAda Quill, who led the inquiry, said the mayor had committed “theft "
        "that calls for a trial.”",
        ["Ada Quill"],
    ),
    "who-spoke-before-the-words-goes-on": (
        "Harbour fees rise\n\nMayor Tom Roe defended the fees. Roe tweeted that they were fair. "
        "Asked whether Roe would close the port, Robin Byrne said it was out of the question.\n\n"
        "“Close the port over fees? I do not think so,” he told reporters.",
        ["Robin Byrne"],
    ),
    "whose-comments-were-spoken-of": (
        "Harbour fees rise\n\nTom Roe raised the fees on Monday, he said. The port had been busy "
        "for years. The fees had been low in the spring. It seemed to be Peter Quill’s comments "
        "at a meeting, in which he said the port would not be “pushed about”, that drew answers.",
        ["Peter Quill"],
    ),
    "the-name-behind-the-verb": (
        "Harbour fees rise\n\n“The fees are wrong in every way,” says Peter Quill, a former deputy "
        "harbour director of Norland and a PDB briefer to President Roe.",
        ["Peter Quill"],
    ),
    "the-mother-spoken-of-just-now": (
        "Harbour fees rise\n\nVera Roe, a mother, was at the quay at noon.\n\nThe mother of "
        "another sailor said she was called at two.\n\n“There was a storm at sea,” the mother "
        "recalled.",
        ["the mother"],
    ),
    "a-title-in-the-middle": (
        "Harbour fees rise\n\n“The fees are fair,” Arden County Sheriff Ada Quill said.",
        ["Ada Quill"],
    ),
    "a-title-of-two-words": (
        "Harbour fees rise\n\nVice President Quill said the fees were “fair to all of us”.",
        ["Vice President Quill"],
    ),
    "signed-in-the-line-below": (
        "Harbour fees rise\n\n“The fees have ruined every sailor in this port.”\n\n- Ada Quill.\n\n"
        "The mayor said nothing.",
        ["Ada Quill"],
    ),
    "a-placard-speaks": (
        "Harbour fees rise\n\n“We pay for a port that nobody of us may enter any more,” the "
        "placard reads.",
        ["the placard"],
    ),
    "who-acts-before-a-colon": (
        "Olan Roe confronted by Republicans on harbour panel: ‘No trust in you’\n\nThe panel "
        "met on Monday.",
        ["Republicans"],
    ),
    "who-is-spoken-of-before-a-colon": (
        "Ada Roe: Mayor to ‘punish’ sailors over fees\n\nThe panel met on Monday.",
        ["None"],
    ),
    "a-heading-in-marks-goes-on-from-nobody": (
        "Harbour fees rise\n\n“The fees are too high,” Olan Byrne said.\n\n“You never think that "
        "it will happen here”\n\nVera Roe lost her boat on Tuesday.",
        ["Olan Byrne", "None"],
    ),
    "a-writer-signed-below-is-no-speaker": (
        "Harbour fees rise\n\n“The fees are fair,” Olan Byrne said. “They will not rise again in "
        "my time here.”\n\n- Ada Quill",
        ["Olan Byrne"],
    ),
    "many-sentences-of-words-part-nobody-from-he": (
        "Harbour fees rise\n\n“We paint the quay,” Olan Byrne said. “I stood there. I saw it. It "
        "was Rick Roe. He left it so. We all did. It was long ago.”\n\nHe added: “Now we are "
        "here at last.”",
        ["Olan Byrne", "Olan Byrne"],
    ),
    "the-owner-of-the-words-before-a-colon": (
        "Harbour fees rise\n\nThe short version of Ada Quill’s message: “People with boats will "
        "have to pay.”",
        ["Ada Quill"],
    ),
    "called-so-by-nobody": (
        "Harbour fees rise\n\nWrongly called “Fees for None at Any Time”, the Harbour Board’s "
        "proposal would raise them.",
        ["None"],
    ),
    "who-calls-it-so-beside-another-who-spoke": (
        "Harbour fees rise\n\nMayor Ada Quill (N.) said she would ask that “the board must open "
        "an inquiry,” while the former harbour chief Olan Byrne called the move “unprecedented”.",
        ["Ada Quill", "Olan Byrne"],
    ),
    "they-who-acted-just-before": (
        "Harbour fees rise\n\nThe board raised them. The court’s four older judges laid out a "
        "road map. They said sailors could show how they were “packed in too tight a harbour”.",
        ["the court’s four older judges"],
    ),
    "a-bracket-opens-a-sentence-too": (
        "Harbour fees rise\n\n“[T]he effect of all this is that the board can do as it likes,” "
        "Olan Byrne, an expert at the Center for Ports and Seas think tank, tweeted on Monday.",
        ["Olan Byrne"],
    ),
    "a-name-with-an-aside-that-leads-in": (
        "Harbour fees rise\n\nMore sailors like Tom Roe say people ought to pay and Mayor Peter "
        "Quill, R-Fla., said, “Everyone should just pay the fees,” and left.",
        ["Peter Quill"],
    ),
    "he-whose-statement-hit-another": (
        "Harbour fees rise\n\nTom Roe spoke. Roe was hit with a sharp statement from Mayor Peter "
        "Quill, who has been away for months. He called the speech “a disgrace to us all.”",
        ["Peter Quill"],
    ),
    "an-idea-about-a-body-is-quoted-by-nobody": (
        "Harbour fees rise\n\nThere are simpler explanations for the Norland Board’s attitudes "
        "that bely the claim that it is “all about the money.”",
        ["None"],
    ),
}
NAMES: dict[str, str] = {
    "a-broadcast-that-is-told": "Olan Byrne told “Quay & Sea” that the fees will be lower.",
    "a-broadcast-of-a-house": "On Harbour News’ “Hannah” Olan Byrne said the fees will be lower.",
    "small-words-in-a-title": "In Port Verrin’s “An Hour with Ada Quill”, Byrne said it was over.",
    "a-name-between-names": "The sailor Vera “Nui” Quill said the fees will be lower.",
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_mouth(text: str, expected: list[str]) -> None:
    quotes = [s for s in read(text).statements if s.kind == "quote"]
    assert [s.speaker.name if s.speaker else "None" for s in quotes] == expected


@pytest.mark.parametrize("told", NAMES.values(), ids=NAMES.keys())
def test_a_name_in_marks_is_no_quotation(told: str) -> None:
    statements = read(f"Harbour fees rise\n\nThe board met. {told}").statements
    assert not [s for s in statements if s.kind == "quote"]
