// The parts of the report as tabs. Without this script they stand one below the other.
const tabs = all("[data-tab]");
const panelOf = (tab) => byId(tab.hash.slice(1));

function openPanel(id) {
  for (const tab of tabs) {
    const open = tab.hash === `#${id}`;
    tab.setAttribute("aria-selected", String(open));
    tab.tabIndex = open ? 0 : -1;
    panelOf(tab).hidden = !open;
  }
}

/** Show what an address points at, in whichever part it stands. */
function reveal(hash) {
  const target = hash.length > 1 && byId(hash.slice(1));
  const panel = target && target.closest(".panel");
  if (!panel) return;
  openPanel(panel.id);
  const number = /^#[ft](\d+)$/.exec(hash)?.[1];
  if (number) select(cardOf(number), hash[1] === "f" ? "card" : "text");
  else if (target !== panel) target.scrollIntoView({ block: "center" });
}

function makeTabs() {
  const list = document.querySelector(".tabs");
  list.setAttribute("role", "tablist");
  for (const tab of tabs) {
    tab.setAttribute("role", "tab");
    tab.id = `tab-${tab.hash.slice(1)}`;
    tab.setAttribute("aria-controls", tab.hash.slice(1));
    panelOf(tab).setAttribute("role", "tabpanel");
  }
  list.addEventListener("click", (event) => {
    const tab = event.target.closest("[data-tab]");
    if (!tab) return;
    event.preventDefault();
    openPanel(tab.hash.slice(1));
  });
  list.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.indexOf(document.activeElement);
    if (!by || at < 0) return;
    const next = tabs[(at + by + tabs.length) % tabs.length];
    openPanel(next.hash.slice(1));
    next.focus();
  });
  openPanel("findings");
}
