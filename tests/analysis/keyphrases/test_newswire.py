"""Keyphrases of newswire: names whole, no cut titles, nothing of an editor's desk, no verb taken for an adjective."""

from __future__ import annotations

import pytest

from tests.analysis.keyphrases.found import phrases, phrases_with_forms


def words(text: str, title: str | None = None) -> set[str]:
    return {word for phrase in phrases(text, title) for word in phrase.split()}


@pytest.mark.parametrize(
    ("text", "name", "never"),
    [
        ("Gov. Ada Morrow met the mayors. Morrow left at noon.", "Ada Morrow", {"Gov", "Morrow"}),
        ("Orland Gov. Ada Morrow spoke. The levy, Gov. Morrow said, is due.", "Ada Morrow", {"Orland Gov", "Gov"}),
        ("Police Lt. Edna Marl said the yard was shut. Marl gave no cause.", "Edna Marl", {"Police Lt", "Lt", "Marl"}),
        ("Lt. Gen. Piet Haas took over. Haas commanded the delta brigade.", "Piet Haas", {"Gen", "Lt. Gen", "Haas"}),
        ("Lowland Sen. Ida Krell opposed it. Krell wants a levy.", "Ida Krell", {"Lowland Sen", "Sen", "Krell"}),
        ("A letter by Rep. Tom Arkin went out. Arkin asked for a hearing.", "Tom Arkin", {"Rep", "Arkin"}),
        ("Mr. Karl Odum sold the kiln. Mr. Odum kept the moulds.", "Karl Odum", {"Mr", "Odum", "Mr Odum"}),
        ("Mr Karl Odum sold the kiln. Mr Odum kept the moulds.", "Karl Odum", {"Mr", "Odum", "Mr Odum"}),
        ("Dr. Lena Voss read the scans. Voss saw a fault.", "Lena Voss", {"Dr", "Voss"}),
        ("Prof. Lena Voss read the scans. Voss saw a fault.", "Lena Voss", {"Prof", "Voss"}),
        ("Fire Chief Jim Aske led the crews. Aske praised them.", "Jim Aske", {"Fire Chief", "Aske", "Chief"}),
        (
            "Harbour Minister Nils Brandt resigned. Brandt had sold berths.",
            "Nils Brandt",
            {"Harbour Minister", "Brandt"},
        ),
        (
            "The judge, George W. Harrow, ruled on the quay. Harrow took an hour.",
            "George W. Harrow",
            {"George W", "Harrow"},
        ),
        ("Anna K. Lindholm won. Lindholm ran on the ferry question.", "Anna K. Lindholm", {"Anna K", "Lindholm"}),
        ("King Harald opened the lock. Harald spoke of trade.", "King Harald", {"King", "Harald"}),
        ("Attorney General Bo Krell quit. Krell had sued.", "Bo Krell", {"Attorney", "Attorney General", "Krell"}),
        ("2nd Lt. John Harrow flew to Lund. Harrow is 42.", "John Harrow", {"2nd", "Lt", "2nd Lt", "Harrow"}),
        ("Ed Haas Jr. was held, Police Chief Bo Marl said. Marl left.", "Bo Marl", {"Police Chief", "Marl"}),
        ("Rep. Ida B. Krell, D-Calif., spoke. Krell left.", "Ida B. Krell", {"Rep", "D-Calif", "Ida B", "Krell"}),
    ],
)
def test_a_person_is_told_by_the_whole_name_and_by_no_title(text: str, name: str, never: set[str]) -> None:
    got = phrases(text)
    assert name in got
    assert never.isdisjoint(got), got


def test_a_surname_counts_as_the_full_name_and_is_one_of_its_forms() -> None:
    text = "Ada Morrow spoke. Morrow smiled. Reporters asked Morrow about the weir."
    assert phrases_with_forms(text)["Ada Morrow"] == (3, ("Morrow",))


def test_a_surname_that_two_have_stays_a_surname() -> None:
    text = "Ada Morrow and Ben Morrow run the ferry. Morrow took the wheel. Morrow slept."
    assert {"Ada Morrow", "Ben Morrow", "Morrow"} <= set(phrases(text))


def test_a_surname_that_everybody_knows_is_not_a_relatives() -> None:
    text = "Mayor Odum met the envoys. Odum spoke first. Lena Odum came later. Odum thanked them."
    got = phrases_with_forms(text)
    assert got["Odum"][0] == 3
    assert got["Lena Odum"][0] == 1


def test_one_person_has_one_phrase_however_the_name_is_written() -> None:
    got = phrases("Ada K. Morrow spoke of the weir. Ada Morrow left. Morrow had no time.")
    assert [phrase for phrase in got if "Morrow" in phrase] == ["Ada K. Morrow"], got


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Lawmakers cite the Coastal Freedom Restoration Act. The Coastal Freedom Restoration Act dates from May.",
            "Coastal Freedom Restoration Act",
        ),
        (
            "The State Office for Harbour Supervision shut it. The State Office for Harbour Supervision has boats.",
            "State Office for Harbour Supervision",
        ),
        (
            "The Ministry of Fisheries and Food sent a team. The Ministry of Fisheries and Food has ships.",
            "Ministry of Fisheries and Food",
        ),
        (
            "The Maritime and Fisheries Ministry said so. A ship of the Maritime and Fisheries Ministry left.",
            "Maritime and Fisheries Ministry",
        ),
        (
            "The Council on Water and Roads met. The Council on Water and Roads has nine seats.",
            "Council on Water and Roads",
        ),
        (
            "The University of Northern Orland found it. Staff of the University of Northern Orland left.",
            "University of Northern Orland",
        ),
        (
            "The Joint Kelp-Bay Convention of 1990 holds. The Joint Kelp-Bay Convention bans nets.",
            "Joint Kelp-Bay Convention",
        ),
    ],
)
def test_a_name_is_whole_and_none_of_its_pieces_stands_beside_it(text: str, name: str) -> None:
    got = phrases(text)
    assert name in got, got
    assert not [p for p in got if p != name and p in name], got


@pytest.mark.parametrize(
    "text",
    [
        "ORLA, Lowland, June 6 (NPA) -- A dredger sank off the mole. The dredger carried gravel.",
        "BC-Orla-Dredger, 1st Ld-Writethru, a0456\nA dredger sank off the mole. The dredger carried gravel.",
        "Dredger sinks ATTENTION - RECASTS, ADDS detail ///\nA dredger sank off the mole. The dredger carried gravel.",
        "URGENT: dredger sinks EDS: UPDATES with crew, TRIMS\nA dredger sank off the mole. The dredger carried gravel.",
        "2nd LD: dredger sinks\nA dredger sank off the mole on May 5 at 6 p.m. The dredger carried gravel.",
        "ORLA (AP) _ Rep. Krell saw it. A dredger sank off the mole. The dredger carried gravel, (AP) reports say.",
        "By ADA HARROW\nA dredger sank off the mole. The dredger carried gravel of the 3rd Brigade in the 1990s.",
        "AM-Dredger, 3rd Ld, 0123\nA dredger sank off the mole on the 21st. The dredger carried gravel.",
    ],
)
def test_nothing_of_the_wire_is_a_keyphrase(text: str) -> None:
    got = words(text)
    marks = "ORLA Orla Lowland June NPA BC-Orla-Dredger 1st 2nd 3rd 21st Ld LD Ld-Writethru a0456"
    assert {"dredger", "gravel"} <= got
    assert got.isdisjoint(
        (marks + " ATTENTION RECASTS ADDS EDS URGENT UPDATES TRIMS AM-Dredger May p.m p.m. 0123 0").split()
    ), got


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The envoy conveyed grave concern. The envoy urged rebel leaders to talk.", {"conveyed", "urged"}),
        ("Orland joined international talks, urging smaller states to sign.", {"joined", "urging"}),
        ("The slide hit the road Wednesday, leaving drivers without a way out.", {"leaving"}),
        ("Norway issues new licences to seal hunters.", {"issues"}),
        ("The spy agency apologizes over the tapes.", {"apologizes"}),
        ("The spill stretches five kilometres along the coast.", {"stretches", "five"}),
        ("The firm will sell kilns next year and moulds last.", {"next", "last"}),
        ("A crash involving three trams shut the line.", {"involving", "three"}),
        ("The 40-year-old weir and the eight-lane bridge were checked.", {"year-old", "eight-lane"}),
        ("Orla 's new weir and Lund' s old quay were paid for.", {"s"}),
    ],
)
def test_no_verb_and_no_remnant_is_part_of_a_phrase(text: str, never: set[str]) -> None:
    assert words(text).isdisjoint(never), phrases(text)


@pytest.mark.parametrize(
    ("title", "never"),
    [
        ("Norway issues food warning on red dye", {"issues"}),
        ("Oil tanker leaks crude off the mole", {"leaks"}),
        ("King Names New Cabinet, Claims Absolute Power", {"Names", "Claims"}),
        ("TRAIN CRASH LEAVES 11 STRANDED", {"LEAVES"}),
        ("Four Quarry Workers Freed in Orla", {"Four"}),
    ],
)
def test_the_verb_of_a_headline_is_no_part_of_a_phrase(title: str, never: set[str]) -> None:
    assert words("It happened at noon.", title).isdisjoint(never), phrases("It happened at noon.", title)


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("The Orion 7 is late. Engineers tested the Orion 7.", "Orion 7"),
        ("A driver's license costs more. States fear the new driver's license rules.", "driver's license rules"),
        ("Women's rights were on the table. Groups asked about women's rights.", "Women's rights"),
        ("The home-made kiln cracked. A second home-made kiln held.", "home-made kiln"),
        ("The St. Bride Quay flooded. St. Bride Quay has no pump.", "St. Bride Quay"),
    ],
)
def test_what_belongs_together_stays_together(text: str, has: str) -> None:
    assert has in phrases(text)


def test_whose_something_is_is_no_part_of_it() -> None:
    got = phrases("The driver's car burned. Police towed the driver's car. The car was new.")
    assert not [p for p in got if "driver's" in p], got


def test_one_thing_stands_once() -> None:
    text = (
        "Orla Inc. makes kilns. Orla sells kilns. The worst oil spill was the oil spill off Lund. The oil spill grew."
    )
    got = phrases(text)
    assert "Orla" in got
    assert not {"Orla Inc", "worst oil spill", "kiln"} & set(got), got


def test_offices_and_agencies_stand_behind_what_tells_more() -> None:
    got = phrases(
        "The prime minister told NPA of the weir. The prime minister and the CEO told AFP of a kiln, AFP said."
    )
    assert got.index("weir") < got.index("prime minister")
    assert got.index("kiln") < got.index("AFP")
