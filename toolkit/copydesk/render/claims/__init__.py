"""What ``copydesk claims`` prints: one format a file."""
