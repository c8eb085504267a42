"""From entities and facts to files: tables that copydesk reads as a list, and FollowTheMoney for other programs."""

from copydesk.entities.exporting.ftm import write_ftm
from copydesk.entities.exporting.tables import write_csv, write_jsonl

__all__ = ["write_csv", "write_ftm", "write_jsonl"]
