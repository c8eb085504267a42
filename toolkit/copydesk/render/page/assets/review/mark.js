// Marks errors that were missed: words that are selected, or typed.
let selected = null;

document.addEventListener("selectionchange", () => {
  const words = selectedWords();
  if (words) selected = words;
  else if (document.activeElement === document.body && getSelection().anchorNode && byId("findings").contains(getSelection().anchorNode)) selected = null;
});

/** The place that the form means: what was selected, else the chosen one of those where the typed words stand. */
function meant() {
  const words = byId("mark-words").value;
  if (selected && selected.words === words) return selected;
  return placesOf(words.trim())[byId("mark-nth").valueAsNumber - 1] ?? null;
}

function showPlace() {
  const words = byId("mark-words").value;
  const known = selected !== null && selected.words === words;
  const count = known ? 1 : placesOf(words.trim()).length;
  byId("mark-which").hidden = count < 2;
  byId("mark-nth").max = String(Math.max(1, count));
  const none = words.trim() ? "These words do not stand in the article." : "";
  byId("mark-place").textContent = known || count === 1 ? "" : count ? `They stand there ${count} times.` : none;
}

function openMark() {
  openPanel("findings");
  byId("mark-form").reset();
  byId("mark-words").value = selected?.words ?? "";
  showPlace();
  byId("mark").showModal();
  byId(selected ? "mark-text" : "mark-words").focus();
}

byId("mark-words").addEventListener("input", showPlace);
byId("mark-form").addEventListener("submit", (event) => {
  if (!event.submitter?.value) return;
  const place = meant();
  if (!place) {
    event.preventDefault();
    showPlace();
    return;
  }
  act("added", {
    start: place.start, end: place.end, text: document.body.dataset.text, severity: byId("mark-severity").value,
    category: byId("mark-category").value, replacement: byId("mark-text").value || null, note: byId("mark-note").value.trim() || null,
  });
  selected = null;
  getSelection().removeAllRanges();
});

Object.assign(actions, { mark: openMark });
Object.assign(keys, { m: openMark });
