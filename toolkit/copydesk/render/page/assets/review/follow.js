// Follows what changes: findings that come, and answers given in another tab or by somebody else.
let seen = "";

/** Show a state of the article. Cards that came or went are fetched, unless somebody is writing: then later. */
async function show(state) {
  seen = state.seen;
  showProgress(state);
  for (const item of state.items) items.set(item.ref, item);
  if (state.shape !== null && state.shape !== document.body.dataset.shape && !document.querySelector("dialog[open]")) await swap();
  const answered = state.items.filter((item) => item.answer).length;
  byId("judged").textContent = `${answered} of ${state.items.length} answered`;
  for (const part of all(".answers")) {
    const item = items.get(part.dataset.ref);
    if (item) showAnswer(part, item);
  }
}

function showAnswer(part, item) {
  const card = part.closest(".card");
  if (card.dataset.answer === item.answer && part.dataset.said === item.mine + item.others) return;
  card.dataset.answer = item.answer;
  part.dataset.said = item.mine + item.others;
  part.toggleAttribute("data-disputed", item.disputed);
  part.querySelector("[data-mine]").textContent = item.mine;
  part.querySelector("[data-others]").textContent = item.others;
  const pressed = { accept: ["accepted", "added"], reject: ["rejected"], unsure: ["unsure"] };
  for (const [name, answers] of Object.entries(pressed)) {
    part.querySelector(`[data-do="${name}"]`).setAttribute("aria-pressed", String(answers.includes(item.answer)));
  }
  part.querySelector('[data-do="takeback"]').hidden = !item.answer;
  const number = byId(`t${card.dataset.f}`);
  if (number) number.dataset.answer = item.answer;
}

/** Put the parts of the page as it is now in the place of those that are shown; the current finding and filters stay. */
async function swap() {
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname, { cache: "no-store" })).text(), "text/html");
  if (!page.getElementById("cards")) return;
  const before = currentCard();
  const ref = before && refOf(before);
  const focused = before !== null && before.contains(document.activeElement);
  const side = byId("cards").scrollTop;
  const set = all("#filters input").map((box) => [box.name, box.value, box.checked]);
  const least = byId("filters").elements.least.value;
  for (const id of ["findings", "names", "claims"]) byId(id).replaceChildren(...page.getElementById(id).childNodes);
  document.querySelector(".lead").replaceChildren(...page.querySelector(".lead").childNodes);
  for (const tab of tabs) tab.replaceChildren(...page.querySelector(`[data-tab][href="${tab.hash}"]`).childNodes);
  Object.assign(document.body.dataset, { shape: page.body.dataset.shape, text: page.body.dataset.text });
  enliven();
  byId("filters").elements.least.value = least;
  for (const [name, value, checked] of set) {
    const box = all("#filters input").find((each) => each.name === name && each.value === value && name !== "least");
    if (box) box.checked = checked;
  }
  applyFilters();
  const again = ref && all(".answers").find((part) => part.dataset.ref === ref)?.closest(".card");
  if (again) select(again, focused ? "card" : undefined);
  else byId("cards").scrollTop = side;
}

async function follow() {
  for (;;) {
    let busy = false;
    try {
      const state = await ask(`${HERE}?seen=${encodeURIComponent(seen)}`);
      if (state) await show(state);
      busy = !byId("going").hidden;
    } catch (error) {
      tell(error.message, true);
    }
    await pause(document.hidden ? 10_000 : busy ? 500 : 2500);
  }
}

follow();
