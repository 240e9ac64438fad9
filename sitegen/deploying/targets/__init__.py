"""A class for each kind of place that a site can be brought to."""
