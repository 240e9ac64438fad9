"""What every build tells of a site once its index stands: what leads nowhere, what is missing."""
