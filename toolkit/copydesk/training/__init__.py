"""How the shipped data and weights were made, reproducible by one command each."""
