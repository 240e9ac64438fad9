"""The finished site, brought to where readers find it."""
