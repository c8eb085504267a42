// Keys, clicks and the start. One listener each for the whole page, however many findings there are.
const typing = (target) => target.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=range])");

function toFilters() {
  openPanel("findings");
  byId("filters").querySelector("input").focus();
}

const actions = {
  next: () => step(1),
  previous: () => step(-1),
  help: () => byId("help").showModal(),
};
const keys = {
  j: actions.next,
  k: actions.previous,
  "?": actions.help,
  f: toFilters,
  "/": toFilters,
  1: () => openPanel("findings"),
  2: () => openPanel("names"),
  3: () => openPanel("claims"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") || typing(event.target)) return;
  if (event.key === "Enter" && event.target.matches(".card, .ref")) {
    event.preventDefault();
    const card = cardOf(event.target.dataset.f);
    if (card !== currentCard()) select(card, event.target.matches(".ref") ? "card" : "text");
    else jump();
    return;
  }
  const act = byId("keys-on").checked && Object.hasOwn(keys, event.key) && keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener("click", (event) => {
  const target = event.target;
  const button = target.closest("[data-do]");
  if (button) {
    actions[button.dataset.do](button);
    return;
  }
  const why = target.closest(".why");
  if (why) {
    unfold(why.closest(".card"), why.getAttribute("aria-expanded") !== "true");
    return;
  }
  const link = target.closest('a[href^="#"]:not([data-tab])');
  if (link) {
    event.preventDefault();
    if (location.hash === link.hash) reveal(link.hash);
    else location.hash = link.hash;
    return;
  }
  const mark = target.closest(".u:not(.off)");
  const card = mark ? cardOf(mark.dataset.f) : target.closest(".card");
  if (card && card !== currentCard() && !target.closest("a, button")) select(card, mark ? "card" : undefined);
});

/** Bring what stands in the page to life; again after its parts were replaced. */
function enliven() {
  for (const part of all("[data-script]")) part.hidden = false;
  for (const button of all(".why")) button.hidden = false;
  for (const card of all(".card")) unfold(card, false);
  byId("filters").addEventListener("input", applyFilters);
}

addEventListener("hashchange", () => reveal(location.hash));
enliven();
makeTabs();
say();
reveal(location.hash);
