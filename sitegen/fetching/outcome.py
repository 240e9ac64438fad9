"""What a fetch did, source by source: counted while it works, told at its end. Pure."""

import msgspec

from sitegen.errors import Diagnostic


class Outcome(msgspec.Struct, kw_only=True):
    """Of one source."""

    key: str
    name: str = ""
    said: int = 0
    """Announcements that it has now."""
    taken: int = 0
    """Those that its rules let in."""
    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    edited: int = 0
    """Documents that it changed and that stay as they were edited here."""
    shared: int = 0
    """Announcements that stand in another source's document."""
    problem: str = ""
    """`silent` or `held`; empty where all went well."""

    @property
    def is_quiet(self) -> bool:
        """Whether it brought nothing."""
        return not (self.new or self.changed or self.withdrawn or self.problem)


class Report(msgspec.Struct, kw_only=True):
    outcomes: dict[str, Outcome] = {}
    diagnostics: list[Diagnostic] = []
