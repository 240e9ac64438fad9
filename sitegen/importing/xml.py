"""Exports in XML, read as a stream: one element at a time, whatever the size of the file.

Entities, which may grow a thousandfold or name files of this machine, are refused (defusedxml).
"""

import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from sitegen.importing.material import BROKEN, Material
from sitegen.importing.refusals import unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r")
_SPACE = b" \t\r\n"
_NAMESPACE = re.compile(r"\{[^}]*\}")


class _Cleaned:
    """A stream of bytes without what no XML may hold and databases do: control characters."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._at_start = True

    def read(self, size: int = -1) -> bytes:
        while block := self._file.read(size):
            # In UTF-16 each letter has a zero: such a file says so in its first two bytes.
            block = self._first(block) if self._at_start else block.translate(None, _CONTROLS)
            if block:
                return block
        return b""

    def _first(self, block: bytes) -> bytes:
        if block.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise ValueError("UTF-16")
        block = block.removeprefix(b"\xef\xbb\xbf").translate(None, _CONTROLS).lstrip(_SPACE)
        self._at_start = not block
        return block


def elements(
    material: Material, name: str, depth: int, what: str
) -> Iterator[tuple[tuple[str, ...], "Element"]]:
    """Yield each element *depth* steps below the root, with the local names of those around it.

    Each is forgotten when the next is asked for. Raises `UsageError` for what is not XML, with its
    place, and for entities; *what* is how that line calls the file.
    """
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import (  # type: ignore[import-untyped]
        ParseError,
        iterparse,
    )

    around: list[Element] = []
    with material.open(name) as file:
        try:
            for event, element in iterparse(_Cleaned(file), events=("start", "end")):
                if event == "start":
                    around.append(element)
                    continue
                around.pop()
                if len(around) == depth:
                    yield tuple(local_name(parent) for parent in around), element
                    around[-1].clear()
        except ParseError as error:
            line, column = error.position
            reason = str(error).partition(":")[0]
            raise unreadable(name, what, reason, line, column + 1) from None
        except DefusedXmlException as error:
            reason = f"it declares entities ({type(error).__name__})"
            raise unreadable(name, what, reason) from None
        except (ValueError, *BROKEN) as error:
            raise unreadable(name, what, str(error)) from None


def local_name(element: "Element") -> str:
    """Return the name of *element* without its namespace, which changes with each version."""
    return _NAMESPACE.sub("", element.tag)
