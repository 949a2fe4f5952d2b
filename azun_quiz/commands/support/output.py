"""Writing what a command makes: to standard output, or to a file as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from azun_quiz.errors import UserError
from azun_quiz.text.catalog import N_
from azun_quiz.writing import write_whole

if TYPE_CHECKING:
    from azun_quiz.commands.support.environment import Environment


def write(output: str, pieces: Iterable[bytes], env: Environment) -> None:
    """Write the pieces; ``-`` is standard output.

    Raises:
        UserError: the file cannot be written.
    """
    if output == "-":
        for piece in pieces:
            env.binary_output.write(piece)
        env.binary_output.flush()
        return
    path = Path(output)
    try:
        write_whole(path, pieces)
    except OSError as error:
        raise UserError(
            N_("The file {path} cannot be written: {reason}."),
            N_("Choose another place with -o."),
            path=path,
            reason=error.strerror or error,
        ) from error
