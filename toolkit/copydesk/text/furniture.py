"""What scraped pages carry besides the article, as tables of whole lines.

Every pattern must match a whole line, so that a sentence of an article that begins the same way is never lost.
"""

from __future__ import annotations

import re
from functools import cache

#: a longer line is prose
LONGEST = 300

#: after these nothing of the article follows: the reader's comments
TAIL = (
    r"leave an? (?:reply|comment)(?: (?:to .{1,40} )?cancel reply)?",
    r"(?:post|add|write|submit) (?:a |your )?(?:comment|reply)s?",
    r"cancel reply",
    r"(?:\d+ |no |view |show |all )?comments?(?: \(?\d+\)?| are closed| section)?",
    r"join the (?:discussion|conversation)",
    r"(?:\d+|one|two|three) (?:responses?|thoughts?|replies) (?:to|on) .{1,200}",
    r"reader comments|comments? policy|discussion",
)

#: after these come teasers of other articles
TEASER = (
    r"check also",
    r"(?:read|see|watch|check)(?: this)? (?:also|too)",
    r"also (?:read|see|check|on .{1,30})",
    r"related(?: (?:articles?|posts?|stor(?:y|ies)|news|topics?|content|items?|links?|coverage|reading|reports?))?",
    r"similar (?:articles?|posts?|stories|news)",
    r"(?:you|readers) (?:may|might|will)(?: also)? (?:like|enjoy|be interested in)(?: (?:this|these|reading))?",
    r"you may have missed|in case you missed it|don[’']t miss(?: this)?",
    r"more (?:from|on|in|about|by) .{1,40}",
    r"more (?:news|stories|articles|posts|headlines|top stories)",
    r"recommended(?: (?:for you|stories|articles|reading|videos?|by .{1,20}))?",
    r"(?:most|top) (?:read|popular|viewed|shared|commented|stories|news|posts)(?: .{1,20})?",
    r"popular(?: (?:posts|news|stories|articles|now))?",
    r"trending(?: (?:now|news|stories|today))?",
    r"(?:latest|recent|breaking|other|top|today[’']s) (?:news|posts?|articles?|stories|headlines|updates)",
    r"(?:what to )?read next|up next|next up|keep reading",
    r"editor[’']?s[’']? (?:picks?|choice)|from our partners|around the web",
)

#: lines of their own that are never the article
PLAIN = (
    r"your e-?mail address will not be published\.?(?: required fields are marked.{0,5})?",
    r"required fields are marked.{0,5}",
    r"save my name, e-?mail,? and website in this browser.{0,60}",
    r"notify me of (?:follow-?up|new) (?:comments|posts) by e-?mail\.?",
    r"this site uses akismet.{0,120}",
    r"share(?: (?:this|on|via|with)(?: .{1,40})?)?",
    r"share (?:this )?(?:article|story|post|page|news).{0,20}",
    r"(?:share|follow|tweet|like|pin|send|email|e-mail|print)(?: (?:us|it|this))?(?: (?:on|via|to|by|in) .{1,30})?",
    r"(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|vkontakte|viber|messenger|tumblr|x)",
    r"(?:copy|get) (?:the )?link|link copied|print(?: (?:this )?(?:page|article))?|email(?: this)?(?: article)?",
    r"(?:read|show|load|see|view|learn|find out|click (?:here )?(?:to|for)) (?:more|all|full(?: (?:story|article))?)",
    r"continue reading(?: .{1,60})?",
    r"(?:click|tap) here(?: to .{1,60})?\.?",
    r"advertise?ments?|advertising|sponsored(?: (?:content|links?|by .{1,30}))?|promoted(?: content)?|ad|ads by .{1,20}",
    r"(?:story|article) continues (?:below|after) (?:the )?advertisement",
    r"(?:©|\(c\)|copyright)\W.{0,120}",
    r"(?:.{0,60}[.©] )?all rights reserved\.?(?: .{0,80})?",
    r"(?:subscribe|sign up)(?: now)?(?: (?:to|for|here)(?: (?:our|the|free|daily|weekly|email)){0,4}(?: \w+){0,2})?[.!]?",
    r"(?:get|receive) (?:the|our) (?:latest|best|top|daily) .{1,60} (?:in|to) your inbox\.?",
    r"(?:join|enter|type)(?: (?:our|your)) (?:newsletter|mailing list|e-?mail(?: address)?)[.!]?",
    r"newsletter|follow us|about us|contact(?: us)?|privacy(?: policy)?|terms(?: (?:of (?:use|service)|and conditions))?",
    r"cookies?(?: (?:policy|settings|notice|preferences))?|(?:accept|reject|manage)(?: all)?(?: cookies)?",
    r"(?:this|our) (?:web)?site uses cookies.{0,200}|we use cookies.{0,200}",
    r"by (?:continuing|using) .{0,40}(?:this|our) (?:web)?site.{0,120}",
    r"(?:skip|jump) to (?:main |the )?(?:content|navigation|search)",
    r"(?:home|menu|search|login|log in|sign in|register|sitemap|site map|rss|faq|back to top|close|toggle navigation)",
    r"(?:previous|next|older|newer)(?: (?:article|post|story|page|posts?))?(?: ?[»›>→←«<]+)?",
    r"(?:tags?|categor(?:y|ies)|topics?|filed under|posted in|labels?|keywords)(?: ?: ?.{0,200})?",
    r"(?:image|photo|picture|video)? ?(?:source|credit|copyright|caption)s?(?: ?: ?.{0,80})?",
    r"(?:name|e-?mail|website|comment|message|subject|phone) ?\*",
    r"(?:\d+ )?(?:views?|shares?|likes?|min(?:ute)?s? read|min read)(?: ?: ?\d+)?",
    r"loading ?[.…]*|\d{1,3}(?:[.,]\d+)?k? (?:views|shares|likes|reads)",
    r"powered by .{1,40}|designed by .{1,40}|theme by .{1,40}",
)

#: a teaser on one line: "Read also: …"
INLINE_TEASER = (
    r"(?:read|see|watch)(?: also| more| next):\s.{1,200}",
    r"(?:also read|related|more on this|check also):\s.{1,200}",
)


@cache
def _table(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(f'(?:{pattern})' for pattern in patterns)})\W*", re.IGNORECASE)


def _is(patterns: tuple[str, ...], line: str) -> bool:
    return len(line) <= LONGEST and _table(patterns).fullmatch(line) is not None


def is_tail(line: str) -> bool:
    """Whether the comment section begins at this line."""
    return _is(TAIL, line)


def is_teaser_heading(line: str) -> bool:
    """Whether teasers of other articles follow this line."""
    return _is(TEASER, line)


def is_furniture(line: str) -> bool:
    """Whether this line alone belongs to the page and not to the article."""
    return _is(PLAIN, line)


def is_inline_teaser(line: str) -> bool:
    """Whether this line advertises another article."""
    return _is(INLINE_TEASER, line)
