"""What can go wrong, as exceptions that a person can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class YoyError(Exception):
    """A failure that the user can mend.

    Attributes:
        message: what is wrong and where, in English.
        hint: what to do about it, in English.
        slug: stable name; docs/messages.md has a paragraph for each.
        args_by_name: what was filled into the message, for other languages.
    """

    def __init__(
        self, message: str, *, hint: str, slug: str, args_by_name: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.slug = slug
        self.args_by_name = dict(args_by_name or {})


class ReadError(YoyError):
    """A report cannot be read."""


class UnknownFormatError(ReadError):
    """The file's suffix or content belongs to no reader."""


class EncryptedError(ReadError):
    """The file is protected by a password."""


class TooLargeError(ReadError):
    """The file, or what it unpacks to, passes a limit."""


class MissingToolError(ReadError):
    """Reading needs a program or an extra that is not installed."""


class AlignError(YoyError):
    """Two reports cannot be aligned as asked, such as by a pin that names nothing."""


class SettingsError(YoyError):
    """A settings file or an option says something that yoy doesn't understand."""


class WriteError(YoyError):
    """An output cannot be written."""
