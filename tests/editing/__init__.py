"""The editing page: its forms, its files, what it writes."""
