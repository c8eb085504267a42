"""What the text itself says: names, titles beside them, and which words belong together. No decision about who is meant."""
