"""What a build does of the search index where a site has none: little, so that it is soon there."""

from sitegen.engine.state.state import State

KEY = "search"
"""Under what the index is remembered."""


def forget_index(state: State) -> None:
    """Forget the index of a site that has no search any more."""
    if state.meta(KEY):
        with state.transaction():
            state.set_meta(KEY, b"")
