"""What readers are sent: an address whose fragment, which no server hears of, holds their key."""

from sitegen.sealing.keys import Ring, secret_of
from sitegen.sealing.seal import Seal, encoded


def links(
    ring: Ring, audience: str, address: str, *, is_whole: bool = False
) -> list[tuple[str, str]]:
    """Return the name of each reader and what opens the page at *address* for them.

    *is_whole*: with the reader's own key, which opens all pages of the ring. Who has a password
    gets the address alone.
    """
    seal = Seal(ring, audience)
    links = []
    for reader in ring.readers:
        if reader.password:
            links.append((reader.name, address))
        elif is_whole:
            links.append((reader.name, f"{address}#a.{encoded(reader.secret)}"))
        else:
            key = seal.link_key(secret_of(reader, ring))
            links.append((reader.name, f"{address}#k.{encoded(key)}"))
    return links
