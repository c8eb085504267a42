"""The review loop: what people say of findings is kept, counted, and used in the next check.

A file of judgements is append-only JSON Lines, one decision a line (`copydesk.review.wire`). Files of several people are put
together by writing one after the other, or by `merge`; of each person the last decision on a finding counts.
"""

from copydesk.review.auditing import Audit, audit
from copydesk.review.baseline import Baseline
from copydesk.review.corrected import Corrected, corrected, finding_of
from copydesk.review.decision import Answer, Decision, Key, added, answered, decided, key_of, undone
from copydesk.review.keeping import keep, kept
from copydesk.review.merging import Judged, merge, standing
from copydesk.review.reading import Judgements, Torn, read_judgements

__all__ = [
    "Answer",
    "Audit",
    "Baseline",
    "Corrected",
    "Decision",
    "Judged",
    "Judgements",
    "Key",
    "Torn",
    "added",
    "answered",
    "audit",
    "corrected",
    "decided",
    "finding_of",
    "keep",
    "kept",
    "key_of",
    "merge",
    "read_judgements",
    "standing",
    "undone",
]
