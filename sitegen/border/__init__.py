"""The border: bytes that people wrote become typed values, or diagnostics with their place."""
