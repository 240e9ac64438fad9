"""iCalendar (RFC 5545), written without a template."""
