"""Messages: images."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "image-broken": Message(
        "SG120",
        "warning",
        "no other sizes can be made of the image: {reason}",
        "Save it again from the program that made it; until then pages show the file as it is.",
    ),
    "image-failed": Message(
        "SG121",
        "error",
        "{path} could not be made: {reason}",
        "Save the image again, or leave the format out of `images:` in site.yaml.",
    ),
    "image-without-alt": Message(
        "SG122",
        "warning",
        "the image `{file}` has no alternative text",
        "Say what it shows: `alt: …` in the front matter, `![…](…)` in the text. For one that only"
        ' decorates write `alt: ""`, or in the text `![](…){{role=presentation}}`.',
    ),
    "bad-focus": Message(
        "SG123",
        "error",
        "`{key}`: `{value}` is no point of an image",
        "Write how far it is from the left and from the top: 30% 20%.",
    ),
    "bad-width": Message(
        "SG124", "error", "`images.widths`: {value} is no width", "Write 16 to 8192 pixels."
    ),
    "bad-quality": Message(
        "SG125",
        "error",
        "`images.quality.{key}` lies between 1 and 100",
        "Write a number between 50 and 90; more makes files larger and no better to see.",
    ),
    "svg-code": Message(
        "SG250",
        "error",
        "the drawing holds what would run in readers' browsers, and is not published: `{found}`",
        "Save it again without scripts: as *Plain SVG* in Inkscape, as *SVG* without interaction"
        " elsewhere.",
    ),
}
