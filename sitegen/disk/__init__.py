"""Files as they lie on the disk: read with bounds, told apart by stamps."""
