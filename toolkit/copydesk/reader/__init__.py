"""What the text itself says: names, titles beside them, and, by a trained model, which words an editor would mark.

Nothing here decides who is meant.
"""
