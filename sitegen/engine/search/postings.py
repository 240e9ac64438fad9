"""Which pages have a word, in the pieces of the index: weights, bytes, and changes to them. Pure.

A piece is four bytes (the length of what follows, the lowest first), JSON (`[[words], [bytes of
each]]`), then the postings of each word: numbers of seven bits a byte, the lowest first (LEB128),
each the distance to the page before times eight, and how much the word weighs there.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate

import msgspec

from sitegen.engine.search.page_texts import SearchedPage

Words = Callable[[str], list[str]]
Postings = dict[int, int]
"""The weight (0 to 7) of a word in each page that has it, by the page's number."""

PAGES_PER_PIECE = 32
"""With as many pages more, there is one piece more: then each stays near 30 kB."""
_LETTERS = 3
"""Letters by which words are dealt out: all that begin alike are in one piece."""


def piece_count(pages: int) -> int:
    """Return how many pieces the words of *pages* have: a power of two, which seldom changes."""
    return 1 << max(0, (pages - 1) // PAGES_PER_PIECE).bit_length()


def piece_of(word: str, count: int) -> int:
    """Return the number of the piece that has *word* (FNV-1a over its first letters)."""
    mixed = 2166136261
    for letter in word[:_LETTERS]:
        mixed = (mixed ^ ord(letter)) * 16777619 & 0xFFFFFFFF
    return (mixed ^ mixed >> 15) % count


def weights(page: SearchedPage, words: Words) -> dict[str, int]:
    """Return how much each word weighs in *page*, 1 to 7.

    What stands often weighs more, with ever less for each time, and the more the shorter the text
    is (as BM25 has it, for a text of 400 words: nothing about other pages, or one edit would change
    them all); what stands in the title weighs three more.
    """
    in_text = words(page.text)
    counts = Counter(in_text)
    heading = set(words(page.title))
    spread = 1200 + 9 * len(in_text)
    weighted = {
        word: 1 + 16000 * count // (4000 * count + spread) for word, count in counts.items()
    }
    for word in heading:
        weighted[word] = weighted.get(word, 1) + 3
    return {word: min(weight, 7) for word, weight in weighted.items()}


def filters(page: SearchedPage) -> list[str]:
    """Return what *page* can be narrowed by, as the words of a piece of their own: `tag=Budget`."""
    return [f"{name}={value}" for name, values in page.filters.items() for value in values]


def encode_postings(postings: Postings) -> bytes:
    """Return the bytes of *postings*."""
    return encode_numbers(sorted(page << 3 | weight for page, weight in postings.items()))


def encode_numbers(numbers: Iterable[int]) -> bytes:
    """Return the bytes of postings: pages' numbers times eight, each with a weight, in order."""
    encoded = bytearray()
    last = 0
    for posting in numbers:
        number = posting - last
        last = posting & ~7
        while number > 127:
            encoded.append(number & 127 | 128)
            number >>= 7
        encoded.append(number)
    return bytes(encoded)


def decode_postings(raw: bytes) -> Postings:
    """Return what `encode_postings` encoded."""
    postings: Postings = {}
    page = number = shift = 0
    for byte in raw:
        number |= (byte & 127) << shift
        if byte > 127:
            shift += 7
            continue
        page += number >> 3
        postings[page] = number & 7
        number = shift = 0
    return postings


def encode_piece(words: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a piece: its *words*, each with the bytes of its postings."""
    ordered = sorted(words)
    head = msgspec.json.encode((ordered, [len(words[word]) for word in ordered]))
    return b"".join((len(head).to_bytes(4, "little"), head, *(words[word] for word in ordered)))


def decode_piece(raw: bytes) -> dict[str, bytes]:
    """Return what `encode_piece` encoded."""
    end = 4 + int.from_bytes(raw[:4], "little")
    words, lengths = msgspec.json.decode(raw[4:end], type=tuple[list[str], list[int]])
    ends = accumulate(lengths, initial=end)
    return {
        word: raw[start : start + length]
        for word, start, length in zip(words, ends, lengths, strict=False)
    }


Changes = dict[str, dict[int, int | None]]
"""By word and page: what it weighs there now; None where it does not stand any more."""


def change_piece(raw: bytes, changes: Changes, numbers: Sequence[int | None] | None) -> bytes:
    """Return the piece *raw* with *changes*.

    *numbers*: what each page's number was made, if any changed; None for a page that is gone.
    """
    words = decode_piece(raw)
    if numbers is not None:
        for word, encoded in words.items():
            old = decode_postings(encoded)
            words[word] = encode_postings(
                {new: old[page] for page in old if (new := numbers[page]) is not None}
            )
    for word, pages in changes.items():
        postings = decode_postings(words.get(word, b""))
        for page, weight in pages.items():
            if weight is None:
                postings.pop(page, None)
            else:
                postings[page] = weight
        words[word] = encode_postings(postings)
    return encode_piece({word: encoded for word, encoded in words.items() if encoded})


def dealt(words: Iterable[str], count: int) -> dict[int, list[str]]:
    """Return the *words* by the number of their piece."""
    pieces: dict[int, list[str]] = {}
    for word in words:
        pieces.setdefault(piece_of(word, count), []).append(word)
    return pieces
