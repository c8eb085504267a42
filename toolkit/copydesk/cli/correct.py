"""What happens to a checked document: printed, shown as a diff, or corrected in its file."""

from __future__ import annotations

from collections.abc import Callable

from copydesk.cli.options import Options
from copydesk.cli.printer import Printer
from copydesk.core.report import DocumentReport
from copydesk.errors import CopydeskError, FixError
from copydesk.fixing import FixPlan, apply_fixes, plan_fixes, write_fixes
from copydesk.render.diff import diff
from copydesk.render.paint import Paint
from copydesk.render.text import counted

_STDIN = ("-", "<stdin>")


class Corrector:
    """Takes each report to where the options send it, and counts what was fixed. ``again`` checks a file anew."""

    def __init__(self, options: Options, printer: Printer, again: Callable[[str], DocumentReport]) -> None:
        self.fixed = 0
        self._files = 0
        self._withheld = 0
        self._overlapping = 0
        self._options = options
        self._printer = printer
        self._again = again

    def take(self, report: DocumentReport) -> None:
        """Print a report, after writing its fixes where that was asked for."""
        if not (self._options.diff or self._options.fix):
            self._printer.report(report)
            return
        plan = plan_fixes(report.findings, unsafe=self._options.unsafe_fixes)
        self._withheld += len(plan.withheld)
        self._overlapping += len(plan.overlapping)
        if self._options.diff:
            self._show(report, plan)
        else:
            self._printer.report(self._written(report, plan) if plan.fixes else report)

    def _show(self, report: DocumentReport, plan: FixPlan) -> None:
        document = report.document
        if plan.fixes:
            self._count(plan)
            after = apply_fixes(document.text, plan.fixes)
            self._printer.pieces(diff(document.path, document.text, after, Paint(self._printer.style.colour)))

    def _written(self, report: DocumentReport, plan: FixPlan) -> DocumentReport:
        """Write the fixes and give what a new check finds; the old report where they cannot be written."""
        path = report.document.path
        try:
            if path in _STDIN:
                raise FixError("cannot be fixed in place", where="<stdin>", remedy="give a file, or use --diff")
            write_fixes(report.document, plan.fixes)
            self._count(plan)
            return self._again(path)
        except CopydeskError as error:
            self._printer.problem(error)
            return report

    def _count(self, plan: FixPlan) -> None:
        self.fixed += len(plan.fixed)
        self._files += 1

    def end(self) -> None:
        """Say on standard error how much was fixed and how much could be."""
        if self._options.quiet or not (self._options.diff or self._options.fix):
            return
        verb = "would fix" if self._options.diff else "fixed"
        words = f"{verb} {counted(self.fixed, 'finding')} in {counted(self._files, 'file')}"
        more = f"; {self._withheld} more with --unsafe-fixes" if self._withheld else ""
        later = f"; {self._overlapping} overlap a surer fix, run again for them" if self._overlapping else ""
        self._printer.note(words + more + later)
