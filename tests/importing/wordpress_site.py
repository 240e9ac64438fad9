"""An association's site of WordPress as an export: 64 posts, with every trap that was met once."""

from pathlib import Path

from tests.imaging.pictures import photograph
from tests.importing.imported import write_files
from tests.importing.wxr import URL, author, category, comment, export, post

UP = f"{URL}/wp-content/uploads/2019/05"
CLASSIC = f"""Un premier paragraphe,
sur deux lignes.

<h2>Un titre</h2>
Voir <a href="{URL}/2019/05/bilan/">le bilan</a>, <a href="/?p=12">le même</a>, <a href="/parti/">parti</a>.

[caption id="attachment_40" width="300"]<a href="{UP}/salle.jpg"><img class="wp-image-40" src="{UP}/salle-300x200.jpg" alt="" width="300" /></a> La salle, <em>pleine</em>[/caption]

https://www.youtube.com/watch?v=dQw4w9WgXcQ

[gallery ids="40,41"]

Le ministre a dit : « Nous [les élus] sommes [sic] là ».

[contact-form-7 id="12" title="Contact"]

<ul>
<li>un</li>
<li>deux
<ul><li>deux bis</li></ul>
</li>
</ul>
<pre>[gallery]

deux</pre>
"""
BLOCKS = f"""<!-- wp:paragraph {{"align":"left"}} -->
<p class="has-text-align-left">Bonjour <strong>à toutes</strong>.</p>
<!-- /wp:paragraph -->

<!-- wp:image {{"id":41,"sizeSlug":"large"}} -->
<figure class="wp-block-image"><img src="{UP}/hall-1024x683.jpg" alt="Le hall" class="wp-image-41"/><figcaption>Le hall vide</figcaption></figure>
<!-- /wp:image -->

<!-- wp:embed {{"url":"https://vimeo.com/76979871","type":"video"}} -->
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://vimeo.com/76979871
</div></figure>
<!-- /wp:embed -->

<!-- wp:latest-posts {{"postsToShow":3}} /-->

<!-- wp:block {{"ref":70}} /-->

<!-- wp:paragraph --><p>Noté<sup data-fn="ab-1" class="fn"><a href="#ab-1" id="ab-1-link">1</a></sup>.</p><!-- /wp:paragraph -->

<!-- wp:footnotes /-->

<!-- wp:separator --><hr class="wp-block-separator"/><!-- /wp:separator -->
"""
BUILDER = (
    '[vc_row][vc_column width="1/2"][vc_column_text]Un texte de <b>constructeur</b>.'
    '[/vc_column_text][vc_custom_heading text="Nos valeurs"][/vc_column][/vc_row]'
    '[button link="https://elus.example.org/adherer/"]Adhérer[/button]'
)
ACTUS = ("category", "actus", "Actualités")
PRESSE = ("category", "presse", "Communiqués de presse")
LOCAL = ("category", "local", "Vie locale")
ENDED = {"_EventTimezone": "Europe/Paris", "_EventAllDay": ""}
HELD = {"_EventVenueID": "60", "_EventOrganizerID": "62", **ENDED}


def event(number: int, title: str, start: str, end: str, **meta: str) -> str:
    return post(
        number, title, "Venez.", type="tribe_events", slug=f"evt-{number}",
        link=f"/evenement/evt-{number}/", terms=[("tribe_events_cat", "forum", "Forum")],
        meta={"_EventStartDate": start, "_EventEndDate": end, **meta},
    )  # fmt: skip


POSTS = (
    post(
        10, "Le <em>forum</em> &amp; la suite", CLASSIC, slug="forum",
        excerpt="Deux jours à <b>Nantes</b>.", creator="nadia",
        terms=[PRESSE, ACTUS, LOCAL, ("post_tag", "numerique", "Numérique")],
        meta={"_thumbnail_id": "40", "_edit_last": "1", "lieu": "Nantes"},
        more=comment("Bravo") + comment("Spam", "spam") + comment("Oui"),
    ),
    post(12, "Bilan", BLOCKS, slug="bilan", creator="karim", terms=[PRESSE],
         meta={"footnotes": '[{"content":"Une <em>note</em>.","id":"ab-1"}]'}),
    post(13, "Nos valeurs", BUILDER, slug="%c3%a9t%c3%a9-2019", link="/2019/05/%c3%a9t%c3%a9-2019/"),
    post(14, "Non classé", creator=">Nadia", terms=[("category", "uncategorized", "Uncategorized")]),
    post(15, "Un secret", "Chut privé.", status="private"),
    post(16, "Protégé", "Chut protégé.", password="sésame"),
    post(17, "Jeté", "Chut jeté.", status="trash", slug="jete__trashed"),
    post(18, "Pas prêt", "Brouillon.", status="draft", slug="", link="/?p=18",
         gmt="0000-00-00 00:00:00"),
    post(19, "En relecture", "Relu.", status="pending", link="/?p=19"),
    post(20, "Plus tard", "Futur.", status="future", date="2030-01-01 09:00:00", link="/?p=20",
         gmt="2030-01-01 08:00:00"),
    post(21, "Auto", "", status="auto-draft", link="/?p=21"),
    post(30, "L’association", "Nous.\n\nVous.", type="page", link="/association/", terms=[]),
    post(31, "Le bureau", "Eux.", type="page", parent=30, link="/association/bureau/", terms=[]),
    post(32, "Nos actualités", "Toutes.", type="page", link="/actus/", terms=[]),
    post(33, "Accueil", "Bienvenue.", type="page", link="/", terms=[]),
    post(34, "Agenda", "[tribe_events]", type="page", link="/agenda/", terms=[]),
    post(35, "Réunion interne", "Chut page.", type="page", status="private", link="/interne/",
         terms=[]),
    post(40, "salle", type="attachment", status="inherit", link="/2019/05/forum/salle/", parent=10,
         file=f"{UP}/salle.jpg", excerpt="La salle", terms=[],
         meta={"_wp_attached_file": "2019/05/salle.jpg",
               "_wp_attachment_image_alt": "La salle, pleine"}),
    post(41, "hall", type="attachment", status="inherit", link="/2019/05/hall/", parent=10,
         file=f"{UP}/hall-scaled.jpg", terms=[],
         meta={"_wp_attached_file": "2019/05/hall-scaled.jpg"}),
    post(50, "Actualités", "", type="nav_menu_item", link="/?p=50", order=1,
         terms=[("nav_menu", "principal", "Principal")],
         meta={"_menu_item_type": "taxonomy", "_menu_item_object_id": "3"}),
    post(51, "", "", type="nav_menu_item", link="/?p=51", order=2,
         terms=[("nav_menu", "principal", "Principal")],
         meta={"_menu_item_type": "post_type", "_menu_item_object_id": "30"}),
    post(52, "La fédération", "", type="nav_menu_item", link="/?p=52", order=3,
         terms=[("nav_menu", "principal", "Principal")],
         meta={"_menu_item_type": "custom", "_menu_item_url": "https://federation.example.org/"}),
    post(60, "Cité des congrès", type="tribe_venue", link="/lieu/cite/", terms=[],
         meta={"_VenueAddress": "5 rue de Valmy", "_VenueCity": "Nantes", "_VenueZip": "44000"}),
    post(61, "Mairie", type="tribe_venue", link="/lieu/mairie/", terms=[],
         meta={"_VenueCity": "Rezé"}),
    post(62, "Les Élus", type="tribe_organizer", link="/organisateur/elus/", terms=[]),
    event(63, "Forum", "2026-12-01 18:30:00", "2026-12-01 20:00:00", **HELD),
    event(64, "Congrès", "2026-12-03 00:00:00", "2026-12-04 23:59:59", **HELD | {"_EventAllDay": "yes"}),
    event(65, "Atelier", "2026-12-05 14:00:00", "2026-12-05 14:00:00", _EventVenueID="61",
          _EventTimezone="Indian/Reunion"),
    post(70, "Adhérer", '<!-- wp:paragraph --><p>Adhérez !</p><!-- /wp:paragraph -->',
         type="wp_block", link="/?p=70", terms=[]),
    post(71, "Réglages", "body{}", type="custom_css", link="/custom_css/x/", terms=[]),
    post(72, "Un champ", "", type="acf-field", link="/?post_type=acf-field&p=72", terms=[]),
    *(
        post(100 + n, f"Brève {n}", f"Brève numéro {n}.\n\nEt <a href='mailto:a@b.example'>a</a>.",
             slug=f"breve-{n}", date=f"2020-{n % 12 + 1:02}-10 10:00:00",
             gmt=f"2020-{n % 12 + 1:02}-10 {'09' if n % 12 + 1 in (1, 2, 3, 11, 12) else '08'}:00:00",
             terms=[PRESSE, LOCAL] if n % 2 else [ACTUS])
        for n in range(40)
    ),
)  # fmt: skip


def write_site(folder: Path, *posts: str) -> Path:
    """Write an export and its uploads into *folder*, and return the export."""
    picture = photograph()
    write_files(folder, {
        "export.xml": export(
            author("nadia", "Nadia Lavergnat"), author("karim", "Karim Benali"),
            author("robot", "Robot"),
            category(3, "actus", "Actualités"), category(4, "presse", "Communiqués de presse"),
            category(5, "local", "Vie locale", "actus"), *posts,
        ),
        "uploads/2019/05/salle.jpg": picture,
        "uploads/2019/05/salle-300x200.jpg": picture,
        "uploads/2019/05/hall.jpg": photograph(),
        "uploads/2019/05/hall-1024x683.jpg": picture,
        "uploads/2019/05/rapport.pdf": b"%PDF-1.4",
    })  # fmt: skip
    return folder / "export.xml"
