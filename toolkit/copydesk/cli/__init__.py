"""The command line: it parses and prints; what it prints is computed elsewhere."""
