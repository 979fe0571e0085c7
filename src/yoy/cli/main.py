"""The `yoy` command: subcommands are imported when they are called, so that help is instant."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from yoy.cli.click_words import translate_click
from yoy.cli.words import say, user_language
from yoy.errors import WriteError, YoyError
from yoy.lexicon import explain, fail
from yoy.version import __version__
from yoy.writers.unseen import labelled

_COMMANDS = ("compare", "check", "outline", "quantities", "align", "explain")
INTERRUPTED = 130
"""Exit code of a run that Ctrl-C ended: 128 and the number of the signal."""
_NOT_PRINTED = {errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG, errno.EDQUOT}
"""Why an output stream takes no more."""


class _LazyGroup(click.Group):
    """A group whose commands live in modules of their own name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`yoy A B` is `yoy compare A B`: what is a file, or looks like one, is no command."""
        if args and args[0] not in _COMMANDS and _looks_like_report(args[0]):
            args = ["compare", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"yoy.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Lists the commands without importing them."""
        with formatter.section(say("commands")):
            formatter.write_dl([(name, say(name).splitlines()[0]) for name in _COMMANDS])

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; the one place where a failure becomes a message and an exit code."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
        except YoyError as error:
            _say_failure(error)
            ctx.exit(2)
        except BrokenPipeError:
            # Who reads the output has seen enough (`| head`): no failure, and nothing left to flush.
            _print_to_nowhere()
            ctx.exit(0)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except OSError as error:
            if error.errno not in _NOT_PRINTED or error.filename is not None:
                raise
            _print_to_nowhere()
            _say_failure(fail(WriteError, "cannot_print", reason=error.strerror))
            ctx.exit(2)
        return done


def _looks_like_report(argument: str) -> bool:
    """Whether an argument names a file: there is one, or it has a suffix, a label or a folder."""
    if argument.startswith("-"):
        return False
    return any(sign in argument for sign in "./\\=") or Path(argument).exists()


def _say_failure(error: YoyError) -> None:
    message, hint = explain(error, user_language())
    click.echo(labelled(say("error", slug=error.slug, message=message)), err=True)
    click.echo(labelled(say("hint", hint=hint)), err=True)


def _print_to_nowhere() -> None:
    """What is left to print is dropped, so that nothing fails once more when the program ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=_LazyGroup,
    help=say("main"),
    epilog=say("main_epilog"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "--version", prog_name="yoy", help=say("opt_version"))
def cli() -> None:
    """Root of the commands."""


def main() -> None:
    """Entry point; a console that cannot show a character gets a substitute, never a traceback."""
    _read_names_as_utf8()
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started the program
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    translate_click()
    try:
        cli()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _read_names_as_utf8() -> None:
    """Starts again in UTF-8 mode where names of files could not hold a hanzi, as under LC_ALL=C."""
    try:
        "中".encode(sys.getfilesystemencoding())
    except UnicodeEncodeError:
        if os.name == "posix" and not sys.flags.utf8_mode and sys.executable:
            arguments = [sys.executable, "-X", "utf8", *sys.orig_argv[1:]]
            os.execv(sys.executable, arguments)  # noqa: S606 - the same program
