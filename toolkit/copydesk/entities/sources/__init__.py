"""One adapter a source: from its published format to records."""
