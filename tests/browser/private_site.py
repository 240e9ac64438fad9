"""A site with private pages, and where they stand once it is served."""

from sitegen.sealing.derive import derive
from tests.private.keys import USUAL, secret, word
from tests.support import SiteFolder

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
private: {rounds: 100000}
-- content/news/public.md --
---
title: Public
date: 2026-01-01
---
Un texte pour tous.
-- content/news/fusion/index.md --
---
title: La fusion des communes
date: 2026-01-01
embargo: 2027-01-01
preview: press
image: {src: plan.svg, alt: Le plan}
attachments: [dossier.txt]
event: {start: 2027-02-01 10:00, name: Réunion publique}
---
Le texte confidentiel. Voir [le public](../public.md).
-- content/news/fusion/plan.svg --
<svg xmlns='http://www.w3.org/2000/svg' width='80' height='40'><rect width='80' height='40'/></svg>
-- content/news/fusion/dossier.txt --
Le dossier confidentiel.
-- content/membres/_index.md --
---
title: Espace des adhérents
access: members
---
Bienvenue.
-- content/membres/pv.md --
---
title: Procès-verbal
date: 2026-02-01
---
Voir [le budget](budget.md#le-budget).
-- content/membres/budget.md --
---
title: Budget
date: 2026-02-03
---
## Le budget

Mille euros.
"""


class Pages:
    """Where the private pages of the site stand."""

    def __init__(self, site: SiteFolder, address: str) -> None:
        site.keys = USUAL
        assert site.build().diagnostics == []
        audiences = site.inspect(lambda opened: opened.session.index.audiences)
        preview = audiences["press/news/fusion/index.md"]
        self.preview = f"{address}{preview.address_of('news/fusion/index.md')}"
        token = preview.ring.token("audience", preview.name)
        self.key = word(derive(secret(11), "link", token))
        members = audiences["members"]
        self.section = f"{address}{members.address_of('membres/_index.md')}"
        self.minutes = f"{address}{members.address_of('membres/pv.md')}"
