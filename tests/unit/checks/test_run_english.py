"""What the checks say of English reports: claims are judged, and standing text is not accused."""

from __future__ import annotations

import pytest

from checked_reports import is_alarm, pair, told


def judged(prior: str, current: str) -> list[str]:
    before, after, both = pair(prior, current, language="en")
    return told(
        [before, after], [f for f in (*after.findings, *both.findings) if f.check != "dropped_indicator"]
    )


def alarms(prior: str, current: str) -> list[str]:
    before, after, both = pair(prior, current, language="en")
    return told([before, after], filter(is_alarm, [*after.findings, *both.findings]))


def test_growth_of_a_count_told_in_another_form() -> None:
    rest = "Library visits totalled {}. We filled {} potholes and issued {} fines. Rent collection was {}%."
    prior = "Some 430 new businesses registered in the district. " + rest.format("612,000", 765, 318, 97.2)
    told = "New business registrations came to 465, {}% more than in the previous year. "
    wrong, right = (told.format(rate) + rest.format("630,000", 819, 402, 97.8) for rate in (12.6, 8.1))
    assert "growth suspect 12.6%" in alarms(prior, wrong)
    assert alarms(prior, right) == []


def test_points_belong_to_their_percentage() -> None:
    prior = "Resident satisfaction was 71%."
    current = "Resident satisfaction rose by 3 percentage points to 74%."
    assert "difference consistent 3 percentage points" in judged(prior, current)


def test_a_share_of_a_part_told_without_its_noun() -> None:
    current = "We received 902 complaints, of which 244 were upheld (27.1%)."
    assert "ratio rounding 27.1%" in judged("Nothing to report was left over.", current)
    assert "ratio inconsistent 37.1%" in judged(
        "Nothing to report was left over.", current.replace("27", "37")
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Where a complaint is upheld, the service manager writes to the resident and explains what will change.",
        "The stores carry a wide variety of goods and are open every day of the week.",
        "Exhibit to the annual return of the Council filed with the registrar of companies",
        "See the notes to the statements for what the Council owes to its pensioners.",
    ],
)
def test_standing_text_may_come_back(sentence: str) -> None:
    assert alarms(sentence, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "These items were settled in full with the contractor and the tenants.",
        "The Council rebuilt the north pier at a cost of $14 million.",
    ],
)
def test_what_tells_of_the_year_may_not(sentence: str) -> None:
    assert alarms(sentence, sentence) == ["reused_text suspect "]


def test_a_chapter_on_earlier_years_comes_back() -> None:
    kept = "Shop revenue was lower because fewer people came to the shops in every town of the district."
    prior = f"RESULTS - 2017 vs. 2016\n{kept}"
    current = f"RESULTS - 2018 vs. 2017\nShop revenue grew again in most of the towns.\n\nRESULTS - 2017 vs. 2016\n{kept}"
    assert alarms(prior, current) == []


def test_what_follows_the_plans_is_no_plan() -> None:
    accounts = "The Council will recognise revenue when the service is delivered to its {} customers."
    text = "1. Review of {0}\nWe repaired 120 lamps.\n2. Plans for {1}\nWe will build 18 homes.\n3. Financial Statements\n{2}\n"
    _, _, both = pair(
        text.format(2017, 2018, accounts.format(30)),
        text.format(2018, 2019, accounts.format(40)),
        language="en",
    )
    assert len(both.promises) == 1
