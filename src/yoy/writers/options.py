"""What a caller can choose about the looks of an output; nothing here changes a result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from yoy.model import Comparison, Language, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """Choices of the writers.

    Attributes:
        lang: language of headings and sentences; None follows the newest report.
        first_page: number printed on the first sheet, so that paging can continue another document.
        date: date of the evidence as the user gave it, ISO 8601; outputs never ask the clock.
        html_name: file name of the page beside the workbook, which the workbook links to.
        workbook_name: file name of the workbook beside the page.
        settings_file: the settings file that was used, as the user would name it.
        on_carried: told how many remarks were kept, must be verified again, and were withdrawn.
        review: what people wrote in an earlier workbook, to be carried into the new one.
    """

    lang: Language | None = None
    first_page: int = 1
    date: str | None = None
    html_name: str | None = None
    workbook_name: str | None = None
    settings_file: str | None = None
    review: Review | None = None
    on_carried: Callable[[tuple[int, int, int]], None] | None = None


def language_of(comparison: Comparison, options: WriteOptions) -> Language:
    """The language to write in: the one asked for, else the newest report's."""
    return options.lang or comparison.reports[-1].document.language
