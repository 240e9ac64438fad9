"""Addresses of films, and the frames that play them."""

import pytest

from sitegen.markup.shortcodes.embeds import find_embed, is_web_address

YOUTUBE = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
FRAMES = {
    "https://www.youtube.com/watch?v=aqz-KE-bpKQ": YOUTUBE,
    "https://www.youtube.com/watch?app=desktop&v=aqz-KE-bpKQ&list=x": YOUTUBE,
    "http://youtube.com/watch?v=aqz-KE-bpKQ&t=1m30s": f"{YOUTUBE}?start=90",
    "https://m.youtube.com/shorts/aqz-KE-bpKQ?feature=share": YOUTUBE,
    "https://www.youtube.com/live/aqz-KE-bpKQ": YOUTUBE,
    "https://www.youtube.com/embed/aqz-KE-bpKQ?start=12": f"{YOUTUBE}?start=12",
    "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ": YOUTUBE,
    "https://youtu.be/aqz-KE-bpKQ?si=tracker": YOUTUBE,
    "https://vimeo.com/76979871": "https://player.vimeo.com/video/76979871?dnt=1",
    "https://vimeo.com/76979871/a1b2c3": "https://player.vimeo.com/video/76979871?dnt=1&h=a1b2c3",
    "https://player.vimeo.com/video/7697?h=a1": "https://player.vimeo.com/video/7697?dnt=1&h=a1",
    "https://www.dailymotion.com/video/x8abcd_un-titre": (
        "https://geo.dailymotion.com/player.html?video=x8abcd"
    ),
    "https://dai.ly/x8abcd": "https://geo.dailymotion.com/player.html?video=x8abcd",
    "https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv": (
        "https://tube.example.org/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv"
    ),
    "https://tube.example.org:8443/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d": (
        "https://tube.example.org:8443/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d"
    ),
}


@pytest.mark.parametrize("address", FRAMES)
def test_an_address_leads_to_the_frame_of_its_service(address: str) -> None:
    embed = find_embed(address)

    assert embed is not None
    assert embed.frame == FRAMES[address]
    assert embed.frame.startswith(f"{embed.origin}/")


def test_the_link_leads_to_the_page_without_what_tracks() -> None:
    embed = find_embed("https://youtu.be/aqz-KE-bpKQ?si=tracker&t=5")

    assert embed is not None
    assert (embed.service, embed.page) == (
        "YouTube",
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=5s",
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/@chaine",
        "https://www.youtube.com/watch?v=court",
        'https://youtu.be/aqz-KE-b"><',
        "https://vimeo.com/chaine",
        "https://www.dailymotion.com/fr",
        "https://tube.example.org/w/p/liste",
        "https://example.org/film.mp4",
        "https://example.org/",
    ],
)
def test_other_addresses_are_no_films(address: str) -> None:
    assert find_embed(address) is None


@pytest.mark.parametrize(
    "address",
    ["", "a.mp4", "//a.fr/b", "ftp://a.fr/b", "javascript:alert(1)", "https://", "https://[", "https:a.fr",
     "https://a.fr:x/", "https://a.fr/ b", 'https://a.fr/"onclick'],
)  # fmt: skip
def test_only_whole_addresses_of_the_web_are_taken(address: str) -> None:
    assert not is_web_address(address)
