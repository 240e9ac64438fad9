"""The specification of the site: index and configuration in, the pages out. Pure.

Each module knows the pages of one kind and their addresses; `Plan` holds them all.
"""

from sitegen.site.plan.plan import Plan

__all__ = ["Plan"]
