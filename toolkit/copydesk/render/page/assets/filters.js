// Filters by severity, family of rules and confidence: cards and underlines go together.
function applyFilters() {
  const form = byId("filters");
  const chosen = (name) => new Set(all(`[name="${name}"]:checked`, form).map((box) => box.value));
  const offered = (name) => form.querySelector(`[name="${name}"]`) !== null;
  const severities = offered("severity") ? chosen("severity") : null;
  const families = offered("family") ? chosen("family") : null;
  const least = form.elements.least.valueAsNumber;
  const open = form.elements.open?.checked ?? false; // of the review alone
  byId("least-shown").textContent = least.toFixed(2);
  const off = new Set();
  let kept = 0;
  for (const card of all(".card")) {
    const { severity, family, confidence, f } = card.dataset;
    const keep = (severities?.has(severity) ?? true) && (families?.has(family) ?? true) && Number(confidence) >= least && !(open && card.dataset.answer);
    card.parentElement.hidden = !keep;
    if (keep) kept += 1;
    else off.add(f);
  }
  for (const mark of all(".u, .ref")) mark.classList.toggle("off", off.has(mark.dataset.f));
  const current = currentCard();
  if (current?.parentElement.hidden) {
    current.removeAttribute("aria-current");
    for (const mark of all(".u.on")) mark.classList.remove("on");
  }
  const none = document.querySelector("[data-none]");
  if (none) none.hidden = kept > 0;
  say();
}
