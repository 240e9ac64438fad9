"""Messages: images."""

from sitegen.catalogue.message import Message

MESSAGES: dict[str, Message] = {
    "image-broken": Message(
        "SG120",
        "warning",
        "no other sizes can be made of the image: {reason}",
        "Save it again from the program that made it; until then pages show the file as it is.",
    ),
    "image-foreign": Message(
        "SG310",
        "error",
        "no browser shows this as an image, or few do: {reason}",
        "Export it as JPEG or WebP with a program for pictures; another ending alone changes"
        " nothing of what it is.",
    ),
    "image-absent": Message(
        "SG311",
        "error",
        "this file is not the image that its name promises: {reason}",
        "Copy the image itself here again. With Git LFS run `git lfs pull`, also where the site is"
        " built (`lfs: true` under `actions/checkout`).",
    ),
    "image-without-size": Message(
        "SG309",
        "warning",
        "the size of the image cannot be read: browsers may not show it",
        "Open it in a browser. If it does not show, save it again from the program that made it.",
    ),
    "image-misnamed": Message(
        "SG312",
        "warning",
        "browsers do not show this image under its name: {reason}",
        "Call it `{suggestion}`, also where it is shown.",
    ),
    "drawing-broken": Message(
        "SG313",
        "error",
        "browsers do not show the drawing: {reason}",
        "Save it again from the program that made it, as *Plain SVG* in Inkscape.",
    ),
    "image-heavy": Message(
        "SG314",
        "warning",
        "each reader loads all {size} of the image",
        "Save it smaller: 1920 pixels are as wide as any page needs. Or write `images: true` in"
        " site.yaml, so that readers get a JPEG, PNG, WebP or AVIF in the size they need.",
    ),
    "image-not-shown": Message(
        "SG316",
        "error",
        "`{file}` cannot be shown as an image: {reason}",
        "Show a JPEG, PNG, WebP or SVG; offer this one for download, by a link without `!` or under"
        " `attachments:`.",
    ),
    "image-private": Message(
        "SG371",
        "error",
        "the picture is not published, as place and camera would go with it: {reason}",
        "Export it as JPEG, PNG or TIFF, from which sitegen takes them out. What readers are to"
        " have as it is goes into an archive (.zip), once you have looked through it.",
    ),
    "image-cut-off": Message(
        "SG372",
        "error",
        "the picture ends before its end: it was not copied whole",
        "Copy it here again. Until then what was published of it stays.",
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
    "file-refused": Message(
        "SG661",
        "error",
        "`{file}` is not published, because of what it holds: this text waits for it",
        "Mend {other}, as its own message says, or show another file here.",
    ),
    "svg-code": Message(
        "SG250",
        "error",
        "the drawing holds what would run in readers' browsers, and is not published: `{found}`",
        "Save it again without scripts: as *Plain SVG* in Inkscape, as *SVG* without interaction"
        " elsewhere.",
    ),
}
