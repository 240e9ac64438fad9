"""Private pages."""

import msgspec

from sitegen.config.refusing import Refuse
from sitegen.sealing.keys import ROUNDS

FEWEST_ROUNDS = 100_000
MOST_ROUNDS = 10_000_000
"""A telephone of some years counts to that in about twenty seconds."""


class PrivateConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What guards private pages beside their keys."""

    rounds: int = ROUNDS
    """How often a password is stretched before it opens (PBKDF2-HMAC-SHA-256): each doubling makes
    a guess twice as dear, and readers wait twice as long."""


def check_private(config: PrivateConfig, refuse: Refuse) -> None:
    """Note what would guard nothing, or let nobody in."""
    if not FEWEST_ROUNDS <= config.rounds <= MOST_ROUNDS:
        refuse("private.rounds", "bad-rounds", value=str(config.rounds))
