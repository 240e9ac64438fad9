"""What ``site.yaml`` declares about accessibility, for the page that the law asks for."""

from typing import Literal

import msgspec

from sitegen.model.moments import Moment

Conformance = Literal["full", "partial", "none"]


class Accessibility(msgspec.Struct, frozen=True, kw_only=True):
    """A declaration of accessibility (French decree 2019-768, article 4; RGAA 4.1)."""

    conformance: Conformance
    """How far the site meets the standard."""
    standard: str = "RGAA 4.1.2"
    """The standard."""
    declared: Moment | None = None
    """When the declaration was made."""
    audited: Moment | None = None
    """When it was audited."""
    auditor: str = ""
    """Who audited it."""
    rate: float = -1.0
    """Share of the criteria that are met, in percent; negative when no audit measured it."""
    failures: tuple[str, ...] = ()
    """What is not accessible, in words that readers understand."""
    burdens: tuple[str, ...] = ()
    """Exemptions for disproportionate burden, each with its reason."""
    exempt: tuple[str, ...] = ()
    """Content that the obligation does not cover."""
    scheme: str = ""
    """Address of the multi-year scheme, or what is known of it."""
    actions: str = ""
    """Address of the year's plan of action, or what is known of it."""
    technologies: tuple[str, ...] = ("HTML5", "CSS", "SVG")
    """What the site is made with."""
    environments: tuple[str, ...] = ()
    """Browsers with screen readers that the site was tried with."""
    tools: tuple[str, ...] = ()
    """What it was tested with."""
    pages: tuple[str, ...] = ()
    """Pages that were audited."""
    contact: str = ""
    """A key of the organisation's contacts; without it the organisation itself."""
