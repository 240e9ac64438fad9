"""Pure functions over chunks: here, in processes, or on a cluster."""
