"""The script behind the search box: one file, with a site's words in it, named by what it is."""

from __future__ import annotations

import re

from generator.material.search_script import search_script

TEXTS = {"topic": "Alle Themen", "failed": 'Kein "Netz"'}


def test_words_stand_in_their_places_and_comments_are_gone() -> None:
    script = search_script(TEXTS, {"und", "der"}).data.decode()
    assert '{"topic": "Alle Themen", "failed": "Kein \\"Netz\\""}' in script
    assert 'new Set("der und".split(" "))' in script
    assert not re.search(r"^\s*//|^\s|\n\n", script, re.M)


def test_its_name_changes_with_what_it_says_and_with_nothing_else() -> None:
    one = search_script(TEXTS, ["und", "der"])
    assert one == search_script(dict(TEXTS), ("der", "und"))
    assert re.fullmatch(r"assets/javascripts/search\.[0-9a-f]{8}\.js", one.path)
    assert one.path != search_script({**TEXTS, "topic": "Themen"}, ["und", "der"]).path
