"""Files as they lie on the disk: read with bounds, written whole, told apart by stamps."""
