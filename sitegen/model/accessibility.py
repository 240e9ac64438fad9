"""What ``site.yaml`` declares about accessibility, for the page that the law asks for."""

from typing import Literal

import msgspec

from sitegen.model.moments import Moment
from sitegen.model.texts import Prose

Conformance = Literal["full", "partial", "none"]


class Accessibility(msgspec.Struct, frozen=True, kw_only=True):
    """A declaration of accessibility (French decree 2019-768, article 4; RGAA 4.1)."""

    conformance: Conformance
    """Whether the site meets the standard fully, in part or not; without an audit it is `none`."""
    standard: str = "RGAA 4.1.2"
    """The standard that it is measured by."""
    declared: Moment | None = None
    """When the declaration was made."""
    audited: Moment | None = None
    """When it was audited."""
    auditor: Prose = ""
    """Who audited it."""
    rate: float = -1.0
    """Share of the criteria that are met, in percent; negative when no audit measured it."""
    failures: tuple[Prose, ...] = ()
    """What is not accessible, in words that readers understand."""
    burdens: tuple[Prose, ...] = ()
    """Exemptions for disproportionate burden, each with its reason."""
    exempt: tuple[Prose, ...] = ()
    """Content that the obligation does not cover."""
    scheme: Prose = ""
    """Address of the multi-year scheme, or what is known of it."""
    actions: Prose = ""
    """Address of the year's plan of action, or what is known of it."""
    technologies: tuple[Prose, ...] = ("HTML5", "CSS", "SVG")
    """What its pages are made of."""
    environments: tuple[Prose, ...] = ()
    """Browsers with screen readers that the site was tried with."""
    tools: tuple[Prose, ...] = ()
    """What it was tested with."""
    pages: tuple[str, ...] = ()
    """Pages that were audited."""
    contact: str = ""
    """A key of the organisation's contacts; without it the organisation itself."""
