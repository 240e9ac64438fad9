"""What a theme is: its folders, its ``theme.yaml``, what it extends, its options and shades."""
