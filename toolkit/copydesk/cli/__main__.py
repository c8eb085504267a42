"""``python -m copydesk.cli``, where the command itself is not installed."""

from copydesk.cli.main import main

main()
