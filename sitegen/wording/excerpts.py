"""What somebody wrote, as a message quotes it."""

_SHORT = 60


def excerpt(text: str, longest: int = _SHORT) -> str:
    """Return *text*; of one that has more than *longest* characters the beginning, with `…`."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
