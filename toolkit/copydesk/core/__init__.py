"""The values that flow through the desk. Standard library only; nothing here reads, guesses or prints."""
