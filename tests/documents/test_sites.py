"""The name of a page's site, told from mottos, owners, addresses and the page's own title."""

import pytest

from asreported.documents.webpages.sites import name_site

TITLE = "Harbour board closes the old quay"
WINDOW = f"{TITLE} | Lindmouth Daily"
HOST = "www.lindmouth-daily.example"
NAMED = {
    "plain": (["The Quay Post"], [], WINDOW, "The Quay Post"),
    "motto_behind": (["Lindmouth Daily - News and views from the coast"], [], WINDOW,
                     "Lindmouth Daily"),
    "motto_before": (["All the news of the coast | Lindmouth Daily"], [], WINDOW,
                     "Lindmouth Daily"),
    "headline_with_it": ([f"{TITLE} | The Quay Post"], [], TITLE, "The Quay Post"),
    "headline_alone": ([TITLE], [], WINDOW, "Lindmouth Daily"),
    "address": (["https://social.example/lindmouth"], [], WINDOW, "Lindmouth Daily"),
    "left_by_a_template": (["{$site.name}"], [], WINDOW, "Lindmouth Daily"),
    "a_place_in_the_site": (["Home"], [], WINDOW, "Lindmouth Daily"),
    "firm": (["Lindmouth Media Ltd.", "The Quay Post"], [], TITLE, "The Quay Post"),
    "firm_alone": (["Lindmouth Media Ltd."], [], TITLE, "Lindmouth Media Ltd."),
    "rights": ([], ["© Copyright 2001 - 2026 by The Quay Post"], TITLE, "The Quay Post"),
    "years_of_rights": ([], ["Copyright © 2001-2026"], TITLE, ""),
    "window_before_the_owner": ([], ["Quayware Web Design"], WINDOW, "Lindmouth Daily"),
    "motto_alone": (["A blog about cranes, carts, quays and the third age of life"], [], TITLE, ""),
    "stars": (["☆☆☆ The Quay Post ☆☆☆"], [], TITLE, "The Quay Post"),
    "club": (["Quay and Crane e.V."], [], TITLE, "Quay and Crane e.V."),
    "nothing": ([], [], TITLE, ""),
}  # fmt: skip


@pytest.mark.parametrize("case", NAMED, ids=str)
def test_name(case):
    sites, owners, window, name = NAMED[case]
    assert name_site(sites, owners, [TITLE], window, HOST) == name


def test_letters_that_addresses_lack():
    window = "Hafen und Kran - Müllers Tagblatt"
    assert name_site([], [], [], window, "www.muellers-tagblatt.example") == "Müllers Tagblatt"
