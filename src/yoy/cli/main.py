"""The `yoy` command: subcommands are imported when they are called, so that help is instant."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from yoy.cli.click_words import translate_click
from yoy.cli.words import say, user_language
from yoy.errors import YoyError
from yoy.lexicon import explain
from yoy.version import __version__

_COMMANDS = ("compare", "check", "outline", "quantities", "align", "explain")


class _LazyGroup(click.Group):
    """A group whose commands live in modules of their own name."""

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
        """Runs a command; the one place where a YoyError becomes a message and exit code 2."""
        try:
            return super().invoke(ctx)
        except YoyError as error:
            message, hint = explain(error, user_language())
            click.echo(say("error", slug=error.slug, message=message), err=True)
            click.echo(say("hint", hint=hint), err=True)
            ctx.exit(2)
        except BrokenPipeError:
            # Who reads the output has seen enough (`| head`): no failure, and nothing left to flush.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


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
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    translate_click()
    cli()
