"""The report as a page: what it shows as plain values (`model`), how they are read off a report (`build`), and the templates.

Nothing but `templating` needs Jinja2, so the values serve as JSON too. Templates only show; they decide and compute nothing.
"""
