"""Strings that try to become markup or script, after the OWASP cheat sheet on evading filters, in our own words."""

from __future__ import annotations

LONE = "\ud800"
XSS = (
    "<script>boom()</script>",
    "</script><script>boom()</script>",
    "</style><script>boom()</script>",
    "</title><script>boom()</script>",
    "<img src=x onerror=boom()>",
    "\"><img src=x onerror='boom()'>",
    "' onmouseover='boom()' x='",
    '" autofocus onfocus=boom() x="',
    "<svg/onload=boom()>",
    "<svg><animate onbegin=boom() attributeName=x dur=1s>",
    "<iframe srcdoc='<script>parent.boom()</script>'></iframe>",
    "<a href=javascript:boom()>go</a>",
    "javascript:boom()",
    "data:text/html,<script>boom()</script>",
    "https://example.org/\" onclick=\"boom()",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<form action=https://evil.example><button>go</button></form>",
    "<!--<script>", "-->", "]]>", "<![CDATA[", "&lt;script&gt;boom()&lt;/script&gt;", "&#60;script>",
    "{{ 7 * 7 }}", "{% raw %}", "{# comment #}", "${boom()}", "<%= boom() %>",
    "\u202egnp.exe", "\u2066<b>\u2069", "a\u2028b\u2029c", "nul\x00byte", "bell\x07 esc\x1b[31m", "zero\u200bwidth",
    f"lone {LONE} surrogate", "astral 😀 𝔘", "e\u0301", "tab\tand\r\nbreak",
)  # fmt: skip
#: all of them in one string
ALL = " ".join(XSS)
