"""Files that may be gone."""


def read_or_nothing(path: str) -> bytes:
    """Return a file's bytes; none when it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
