"""What sources speak, each read into announcements: a module for each format."""
