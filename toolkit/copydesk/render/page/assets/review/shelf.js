// The list of articles: how far each has come, and new texts that are pasted, chosen or dropped.
const MOST = 4 * 1024 * 1024;
const form = byId("paste");
const pasted = byId("pasted");
const drop = byId("drop");

/** A text to the server; the number of its article. */
async function keep(name, data) {
  if (data.size > MOST) throw new Error(`${name} is larger than 4 MiB: name it when you start the review.`);
  const asked = new URLSearchParams({ name, date: form.elements.date.value.trim() });
  const lists = listsOf(form);
  if (lists) asked.set("lists", lists.join(","));
  return (await send(`/api/texts?${asked}`, data, "application/octet-stream")).article;
}

async function keepAll(texts) {
  const made = [];
  try {
    for (const [name, data] of texts) made.push(await keep(name, data));
    sessionStorage.removeItem("pasted");
    if (made.length) location.assign(made.length === 1 ? `/articles/${made[0]}` : "/");
  } catch (error) {
    tell(error.message, true);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const name = form.elements.name.value.trim() || "pasted text";
  if (pasted.value.trim()) keepAll([[name, new Blob([pasted.value])]]);
  else tell("There is no text yet: paste one, or choose a file.", true);
});
byId("files-in").addEventListener("change", (event) => keepAll([...event.target.files].map((file) => [file.name, file])));

// what is not sent yet survives a reload of the page
pasted.value = sessionStorage.getItem("pasted") ?? "";
pasted.addEventListener("input", () => sessionStorage.setItem("pasted", pasted.value));

addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  drop.hidden = false;
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) drop.hidden = true;
});
addEventListener("drop", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  drop.hidden = true;
  keepAll([...event.dataTransfer.files].map((file) => [file.name, file]));
});

function showLine(one) {
  const row = document.querySelector(`tr[data-number="${one.number}"]`);
  if (!row) return;
  row.querySelector("[data-findings]").textContent = one.findings ?? "–";
  row.querySelector("[data-judged]").textContent = one.judged ?? "–";
  row.querySelector("[data-words]").textContent = one.words;
  const meter = row.querySelector("meter");
  meter.max = one.findings || 1;
  meter.value = one.judged ?? 0;
}

async function watch() {
  for (;;) {
    let busy = false;
    try {
      const lines = (await ask("/api/articles")).articles;
      for (const one of lines) showLine(one);
      busy = lines.some((one) => one.busy);
    } catch (error) {
      tell(error.message, true);
    }
    await pause(document.hidden ? 10_000 : busy ? 1000 : 4000);
  }
}

watch();
