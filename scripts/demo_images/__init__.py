"""The demo hub's illustrations and attachments, as code."""
