"""Former sites as associations have them, at least sixty texts each, with what real ones held."""
