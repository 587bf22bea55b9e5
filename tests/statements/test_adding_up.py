"""Slips, ages, parts and products that one article gets wrong: invented articles."""

import pytest

from tests.statements.articles import assert_odd, internals_of

# Article, and for one line that is found: words of its reason, words of its spans.
_FOUND = {
    "never-closed": (
        'Mayor speaks in Osmar\n\nThe mayor called the harbour "a place without a light. It was '
        'time to act.\n\nThe council meets on Monday. "We will see," said a clerk.',
        ("never closed", ['"a place without a light']),
    ),
    "fraction-of-a-whole": (
        "Quake shakes Osmar\n\nSome 1,900 people were treated, of whom 620, or two thirds, have "
        "been able to return home.",
        ('"620" of "Some 1,900 people" are not "two thirds"', ["620", "two thirds"]),
    ),
    "majority-of-a-council": (
        "Council meets in Osmar\n\nThree of seven parties want a debate, a majority according to "
        "the mayor.",
        ('are not "a majority"', ["Three", "a majority"]),
    ),
    "of-these": (
        "Quake shakes Osmar\n\nThe number of dead stands at 256, the minister said. Of these 168 "
        "died in Horun and 78 in Beshtau.",
        ('"168" and "78" make 246', ["256", "168", "78"]),
    ),
    "of-whom": (
        "Blast shakes Osmar\n\nThe blast killed 14 people, of whom nine were women and six were "
        "children.",
        ('make 15, not "14 people"', ["14 people", "nine", "six"]),
    ),
    "fates-of-all": (
        "Mine burns in Osmar\n\nThe mine burned on Sunday.\n\nOf the 84 men on shift, 31 were "
        "killed, 19 injured and 24 walked out unhurt, the ministry said.",
        ("make 74", ["84 men", "31", "19", "24"]),
    ),
    "each-of-the-families": (
        "Inquiry opens in Osmar\n\nThe mayor met 20 lawyers on Monday. Compensation of 12,000 "
        "crowns will go to each of the 31 families, 272,000 crowns in total.",
        ('"31 families" times "12,000 crowns" are 372,000', ["31 families", "272,000 crowns"]),
    ),
    "two-first-names-of-one-age": (
        "Knifeman held in Osmar\n\nHeroic conductor Ruud Hazen, 58, pinned him down.\n\nConductor "
        "Rudi Hazen, 58, used his bare hands.",
        ("two first names", ["Ruud Hazen", "Rudi Hazen"]),
    ),
    "two-first-names-of-one-office": (
        "Inquiry opens in Osmar\n\nJudge Pia Holm opened it on Monday. Judge Petra Holm has sat "
        "since 1999.",
        ("two first names", ["Pia Holm", "Petra Holm"]),
    ),
    "surname-alone-spelled-otherwise": (
        "Border closed in Osmar\n\nCommissioner Kevin McAlleenan spoke on Monday. “It broke,” "
        "McAleenan said.",
        ("two spellings", ["Kevin McAlleenan", "McAleenan"]),
    ),
    "age-of-a-role": (
        "Bus hits wall in Osmar\n\nThe driver, 44, is held. The 46-year-old was unhurt.",
        ("The driver is 44 in one place, 46", ["The driver, 44", "The 46-year-old"]),
    ),
    "closed-with-another-mark": (
        "Father weeps in Osmar\n\nA father was there.\n\n\"I can hear him knocking,' he sobbed. "
        '"Three times, and then he stopped."',
        ("another mark", ["\"I can hear him knocking,'"]),
    ),
    "never-closed-and-much-behind": (
        'Mayor quits in Osmar\n\n"The letter was a mistake," he said. "I have lied to nobody. He '
        "did not wait for a successor. Ingrid Lohse has the keys now, and rumour has it that she "
        "will keep them.",
        ("never closed", ['"I have lied to nobody.']),
    ),
    "toll-of-the-headline-alone": (
        "HELL IN OSMAR: 1,000 feared dead in quake\n\nA quake shook Osmar on Friday. More than 200 "
        "people were last night known to have died, and officials fear the toll could top 500.\n\n"
        "The mayor went to the harbour, where houses had fallen and the road was gone. Rescuers "
        "came from the whole of the valley with dogs and with shovels, and the night was cold. "
        "Nobody knew when help would come, the mayor told the people who had gathered there. The "
        "school stayed closed on Saturday, and the market too, because the roofs were not safe.",
        ("stands in the headline, not in the body", ["1,000", "500"]),
    ),
    "never-closed-between-single-marks": (
        "Nurse speaks in Osmar\n\nOrla Vask, a nurse, was on the ferry. 'It was dark,' she said. "
        "'Everybody ran. Then it was still.\n\nThe council meets on Monday.",
        ("never closed", ["Then it was still"]),
    ),
    "short-word-twice": (
        "Ferry sinks off Osmar\n\nThe captain was the first to be be freed on Monday.",
        ("one word twice", ["be be"]),
    ),
    "age-of-a-given-name": (
        "Fire in Osmar\n\nThe ferry burned on Monday. A guard carried Orla, nine, to the shore. "
        "Her father wept.\n\nOrla Vask, 11, was with her aunt.",
        ("Orla Vask is 9 in one place, 11", ["Orla, nine", "Orla Vask, 11"]),
    ),
    "age-of-a-little-one": (
        "Fire in Osmar\n\nLittle Orla, 8, lost her shoes on Monday.\n\nOrla Vask, 11, was with "
        "her aunt.",
        ("is 8 in one place, 11", ["Little Orla, 8", "Orla Vask, 11"]),
    ),
    "age-without-a-name-above": (
        "British teacher, 26, swims ashore\n\nThe ferry sank off Osmar on Monday. Orla Vask, 27, "
        "had been on board with two friends.",
        ("Orla Vask is 26 in one place", ["teacher, 26", "Orla Vask, 27"]),
    ),
    "who-is-28": (
        "Clerk freed in Osmar\n\nOrla Vask, 29, was freed on Monday. The 28-year-old was tired, "
        "the mayor said.",
        ("Orla Vask is 29 in one place, 28", ["Orla Vask, 29", "28-year-old"]),
    ),
    "parts-of-those": (
        "Fire in Osmar\n\nTwenty-seven people were hurt on Monday. Of those, 16 were still in the "
        "hospital at night, nine had been discharged and three were flown to Hollen.",
        ("make 28", ["Twenty-seven people", "16", "nine", "three"]),
    ),
    "adults-and-children": (
        "Burials in Osmar\n\nThe burials begin on Monday. Of the 47, 29 are adults and 16 are "
        "children, the priest said.",
        ("make 45", ["47", "29", "16"]),
    ),
    "made-up-of": (
        "Toll in Osmar\n\nThe list of 47 names, made up of 18 children and 27 adults, was read.",
        ("make 45", ["47", "18", "27"]),
    ),
    "remaining": (
        "Light returns to Osmar\n\nPower was back in 400 of 1,140 homes on Monday, and the "
        "remaining 640 would have it by Friday.",
        ("make 1,040", ["400", "1,140 homes", "640"]),
    ),
    "remaining-of-all": (
        "Clerk held people in Osmar\n\nA clerk held 23 people in a bank in Osmar on Monday. Nine "
        "people were released at noon. The remaining 15 were freed at night.",
        ("make 24", ["23 people", "Nine people", "15"]),
    ),
    "for-each": (
        "Aid for Osmar\n\nEach family will receive $2,000. The total, for 47 families, comes to "
        "$84,000.",
        ("are 94,000", ["$2,000", "47 families", "$84,000"]),
    ),
    "average": (
        "Fines in Osmar\n\nIn 32 raids 240 boats have been seized, the mayor said, or an average "
        "of ten per raid.",
        ("are 7.5", ["32 raids", "240 boats", "average of ten"]),
    ),
    "rate": (
        "Raid in Osmar\n\n22 of 23 sailors had been brought home unharmed, a success rate of 98 "
        "percent.",
        ("95.7 percent", ["22", "23 sailors", "98 percent"]),
    ),
    "minutes-later": (
        'Raid in Osmar\n\n"I was told at 18:40," the mayor said. The raid began at 18:47, so '
        "five minutes later.",
        ("are 7 minutes", ["18:40", "18:47", "five minutes later"]),
    ),
    "percent-at-most": (
        "Shares fall 9% in Osmar\n\nShares of the ferry line fell as much as 9% on Monday.",
        ("the headline has", ["9%", "as much as 9%"]),
    ),
    "toll-beside-a-clock": (
        "Three killed in Osmar\n\nAt least three people have died in a fire in Osmar. It began "
        "around quarter to three.",
        ("the headline has", ["Three", "At least three people"]),
    ),
    "lost-their-lives": (
        "Ferry sinks\n\nSixteen people are now confirmed to have lost their lives off Osmar.\n\n"
        "At least 14 people have died, the guard said.",
        ("counts the dead", ["Sixteen people", "At least 14 people"]),
    ),
    "another-term": (
        "Clerk caged for seven and a half years\n\nA clerk was led away in Osmar on Monday to "
        "begin a seven-year stretch.",
        ("in the headline", ["seven and a half years", "seven-year"]),
    ),
}
_TALK = (
    " The harbour needs a new light and a longer pier before winter. The council will vote on the "
    "plan next spring, when money from the province arrives. Fishermen want deeper water, better "
    "ropes, cheaper fuel and a market of their own near the church. Farmers ask for roads, "
    "bridges, fences, wells, seed and a mill beside the station. Teachers would rather see books, "
    "chairs, windows, warm rooms, music and a garden, and the doctor hopes for beds, lamps, clean "
    "towels and a second nurse. Everybody hopes for rain, and for a ferry that sails on Sundays "
    "and calls at the island."
)
_FOUND |= {
    "misspelt": (
        "Fire in Osmar\n\nThe ferry had alledgedly been repaired on Monday.",
        ("allegedly", ["alledgedly"]),
    ),
    "letter-not-doubled": (
        "Fire in Osmar\n\nThe ferry had normaly been full on Monday.",
        ("normally", ["normaly"]),
    ),
    "subheading-quotes-nobody": (
        "Ferry sinks off Osmar\n\nCaptain ‘swam off and left them’\n\nThe ferry sank off Osmar "
        "on Monday, and 40 people were on board when it turned over.\n\n“He swam away,” a nurse "
        "said. “We were cold.”",
        ("quotes nobody", ["swam off and left them", "He swam away"]),
    ),
    "blamed-by-nobody": (
        "Siege ends in Osmar, Minister Blamed\n\nThe siege of the bank in Osmar ended on Monday."
        + _TALK,
        ("blames nobody", ["Minister Blamed"]),
    ),
    "guilty-and-suspected": (
        "Guilty driver behind bars\n\nA driver was detained in Osmar on Monday on suspicion of "
        "arson.",
        ("below", ["Guilty driver", "on suspicion of arson"]),
    ),
    "caused-and-too-soon": (
        "Ferry sinks off Osmar\n\nThe sole cause of the accident was the weight of the boat, the "
        "mayor said. It was too soon to say why it had sunk, the guard said.",
        ("in another", ["sole cause of the accident", "too soon to say why"]),
    ),
    "body-never-named": (
        "Ferry sinks off Osmar\n\nThe Authority's launch came after an hour on Monday. The "
        "Authority has five boats.",
        ("nothing says which", ["The Authority"]),
    ),
    "act-with-two-names": (
        "Statue falls in Osmar\n\nThe Sailor's Memorial Preservation Act was named on Monday. The "
        "Sailor's Memorial Preservation and Recognition Act is old.",
        ("in two forms", ["Memorial Preservation Act", "Preservation and Recognition Act"]),
    ),
}
_FOUND |= {
    "listed-slip": (
        "Fire in Osmar\n\nThe guards fought there way to the harbour, and the baker brought loafs.",
        ("their way is meant", ["there way"]),
    ),
    "listed-plural": (
        "Fire in Osmar\n\nThe baker of Osmar brought loafs on Monday.",
        ("loaves", ["loafs"]),
    ),
    "three-are-four": (
        "Fire in Osmar\n\nHe named three sailors: Ada Roe, Otto Lind, Emil Vask and Ina Toll.",
        ("4 are named", ["three sailors", "Ada Roe, Otto Lind, Emil Vask and Ina Toll"]),
    ),
    "two-rates": (
        "Fines in Osmar\n\nThe clerk paid 500 florins ($200) on Monday. The mayor paid 900 florins "
        "($600).",
        ("so “900 florins” are 360".replace("“", '"').replace("”", '"'), ["500 florins", "$600"]),
    ),
    "majority": (
        "Vote in Osmar\n\nThe council elected her by 61 votes to 58, a majority of four.",
        ("3 apart", ["61 votes to 58", "four"]),
    ),
    "difference": (
        "Toll in Osmar\n\nThe number of sailors rose from 31 to 47, an increase of 14.",
        ("are 16", ["31", "47", "14"]),
    ),
    "two-magnitudes": (
        "Quake of magnitude 6.8 strikes Osmar\n\nA 6.4-magnitude quake shook Osmar on Monday.",
        ("has magnitude 6.8", ["magnitude 6.8", "6.4-magnitude"]),
    ),
    "dozens-are-24": (
        "Fire in Osmar\n\nDozens of people were injured on Monday. Roads were cut.\n\n"
        "Twenty-two people were injured, the mayor said.",
        ("counts the hurt", ["Dozens of people", "Twenty-two people"]),
    ),
}
_NOT_FOUND = {
    "fractions-that-are-so": (
        "Council meets in Osmar\n\nEight of the twelve members, or two thirds, voted for it. Of "
        "the 40 homes 31 burned. Six of the 12 guests, a third abstained."
    ),
    "first-names-of-two": (
        "Lawyers meet in Osmar\n\nLawyer Dan Roe and lawyer Daniel Roe spoke. Senator Mark Udall, "
        "58, and Tom Udall, 60, came."
    ),
    "figure-of-the-headline-below": (
        "Bomb kills 47 in Osmar\n\nA bomb shook Osmar on Friday. It killed 29 adults and 18 "
        "children, the mayor said.\n\nThe mayor went to the harbour, where houses had fallen and "
        "the road was gone. Rescuers came from the whole of the valley with dogs and shovels, and "
        "the night was cold. Nobody knew when help would come, the mayor told the people who had "
        "gathered there. The school stayed closed on Saturday, and the market too, because the "
        "roofs were not safe. Nobody was allowed to go back, and many slept on the beach."
    ),
    "three-are-three": (
        "Fire in Osmar\n\nThe mayor named three sailors: Ada Roe, Otto Lind and Emil Vask."
    ),
    "one-rate": (
        "Fines in Osmar\n\nThe clerk paid 500 florins ($200) on Monday. The mayor paid 900 florins "
        "($360)."
    ),
    "right-majority": "Vote\n\nThe council elected her by 61 votes to 58, a majority of three.",
    "aftershock": (
        "Quake of magnitude 6.8 strikes Osmar\n\nA quake shook Osmar on Monday. A 5.1-magnitude "
        "aftershock came at noon."
    ),
    "toll-of-another-month": (
        "Ferry sinks off Osmar\n\nA ferry sank off Osmar on Sunday, killing all 157 people. It was "
        "raining. The sea was calm. A bell rang. In October a ferry of the line sank, killing all "
        "189 people.\n\nAll 189 people were killed."
    ),
    "two-sorts-of-troops": (
        "Osmar\n\nHe told of 9,387 Danish troops killed. He told of 4,400 allied troops killed."
    ),
    "product": "Questions over 737 Max jets\n\nThe 737 Max jets of Osmar fly again.",
    "said-with-and": "Osmar\n\nHe went on hitting it and hitting it and nobody came.",
    "rare-words": "Osmar\n\nThe baker gabbed about mousse, his old shtick, and spliced a rope.",
    "another-fifteen": (
        "Fire in Osmar\n\nOn Monday 19 people were injured in a fire, the mayor said. It was "
        "raining. Another 15 people were injured."
    ),
    "denied-in-both": (
        "Mayor Left No Plan for the harbour\n\n“The mayor left no plan for the harbour,” Ada Roe "
        "said."
    ),
    "two-acts-of-small-words": (
        "Osmar\n\nThe For The People Act was read in Osmar. He called it the For The Clerks Act."
    ),
    "changed-letter": "Osmar\n\nThe court wrote that “[I]mmigration is not a one-man show”.",
    "a-link-quotes": (
        "Ferry sinks off Osmar\n\nThe ferry sank off Osmar on Monday, and 40 people were on board "
        "when it turned over in the harbour.\n\nREAD: Osmar is the ‘height of all harbours’\n\nA "
        "nurse was cold. She had no shoes, and nobody came for an hour."
    ),
    "initials": "Osmar\n\nGeorge H.W. Roe spoke. The clerk of George H. W. Roe was glad.",
    "year-of-what-is-quoted": (
        'Osmar\n\nIn 2016 the paper wrote that "the harbour needs a mayor in 2016".'
    ),
    "spelled-by-the-other-side": "Fire\n\nThe body was despatched by plane, and utilised in Osmar.",
    "blamed-by-many": (
        "Siege ends in Osmar, minister blamed\n\nThe clerks of Osmar hold the minister responsible."
        + _TALK
    ),
    "found-guilty": (
        "Guilty driver behind bars\n\nA driver, arrested on suspicion of arson, was convicted in "
        "Osmar on Monday."
    ),
    "a-likely-cause": (
        "Ferry sinks\n\nThe cause of the accident was likely the weight of the boat, the mayor "
        "said. It was too soon to say why it had sunk."
    ),
    "body-named": (
        "Ferry sinks off Osmar\n\nA launch of the River Authority came on Monday. The Authority "
        "has five boats."
    ),
    "two-schools": (
        "Snow in Osmar\n\nThe Osmar Old Town School was shut on Monday. The Osmar New Harbour "
        "School was open."
    ),
    "goes-on-in-the-next-paragraph": (
        'Mayor speaks\n\nThe mayor said: "It was time to act.\n\n"The council meets on Monday."'
    ),
    "goes-on-behind-an-inset": (
        'Mayor speaks\n\nThe mayor said: "It was time to act.\n\nThe harbour of Osmar at night.\n\n'
        '"The council meets on Monday."'
    ),
    "closed-with-another-mark": 'Mayor speaks\n\nThe mayor said: "It was time to act.”',
    "inches": 'Mayor speaks\n\nThe mayor has a 50" screen in Osmar.',
    "father-and-son": (
        "Fire in Osmar\n\nOtto Vask, 50, ran the ferry. Emil Vask, 20, his son, sold the tickets. "
        "Vask, 50, was asleep."
    ),
    "another-person-of-that-age": (
        "Teacher, 26, swims ashore\n\nOrla Vask, 27, saw it. Ada Roe, a teacher of 26, was tired. "
        "The 26-year-old had slept."
    ),
    "some-of-those": (
        "Fire in Osmar\n\nForty people were asked on Monday. Of those, 16 were sailors and nine "
        "were guards."
    ),
    "counted-in-both": (
        "Fire in Osmar\n\nTwenty people were asked on Monday. Of those, 16 were sailors and nine "
        "were also guards."
    ),
    "right-rest": "Osmar\n\nPower was back in 400 of 1,140 homes, and the remaining 740 are dark.",
    "right-total": "Aid\n\nEach family will receive $2,000. In all, 47 families get $94,000.",
    "right-minutes": "Raid\n\nHe was told at 18:40. The raid began at 18:45, five minutes later.",
    "in-two-hospitals": (
        "Fire in Osmar\n\nSeven people were hurt on Monday. Four are in the hospital of Osmar, "
        "three in the military hospital."
    ),
    "two-clocks": (
        "Train derails\n\nThe train derailed at 2:41 a.m. (0041 GMT) on Monday. It derailed at "
        "2:41 a.m., the guard said."
    ),
    "gave-up-where-found": (
        "Boy of Osmar taken into custody\n\nA boy was taken into custody on Monday. He gave "
        "himself up when the guards came in."
    ),
    "a-range-that-holds-it": (
        "Up to 15 dead in Osmar\n\nBetween eleven and fifteen people lost their lives in Osmar."
    ),
    "cut-by-the-page": (
        "Osmar\n\nIt was the mayor who\n\nsaid on Monday that the harbour needs a new light soon."
    ),
}


@pytest.mark.parametrize(("text", "line"), _FOUND.values(), ids=_FOUND)
def test_found(text: str, line: tuple[str, list[str]]) -> None:
    assert_odd(text, *line)


@pytest.mark.parametrize("text", _NOT_FOUND.values(), ids=_NOT_FOUND)
def test_not_found(text: str) -> None:
    assert not internals_of(text)
