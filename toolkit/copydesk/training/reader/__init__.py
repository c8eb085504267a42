"""How the reader model is trained."""
