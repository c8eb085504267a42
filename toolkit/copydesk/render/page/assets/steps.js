// Stepping through the findings: one is current, its card and its words in the text are marked.
const wide = matchMedia("(min-width: 60.01rem)");

const cardOf = (number) => byId(`f${number}`);
const shownCards = () => all(".card").filter((card) => !card.parentElement.hidden);
const currentCard = () => document.querySelector('.card[aria-current="true"]');

/** The details of a card, opened or closed. */
function unfold(card, open) {
  const button = card.querySelector(".why");
  if (!button) return;
  button.setAttribute("aria-expanded", String(open));
  byId(button.getAttribute("aria-controls")).hidden = !open;
}

function say() {
  const cards = shownCards();
  const at = cards.indexOf(currentCard());
  byId("at").textContent = at < 0 ? `${cards.length} shown` : `${at + 1} of ${cards.length}`;
}

/** Bring a card into its own column without moving the text; on a narrow page the page itself scrolls. */
function showCard(card) {
  const side = byId("cards");
  if (!wide.matches) {
    card.scrollIntoView({ block: "start" });
    return;
  }
  const box = side.getBoundingClientRect();
  const top = Math.max(box.top, 0);
  const room = Math.min(box.bottom, innerHeight) - top;
  // the heights of cards out of sight are guesses until they come near: the second time they are known
  for (let times = 0; times < 2; times += 1) side.scrollTop += card.getBoundingClientRect().top - top - room * 0.12;
}

/** Make a finding the current one. `focus` is "card", "text" or nothing. */
function select(card, focus) {
  const before = currentCard();
  if (before && before !== card) {
    before.removeAttribute("aria-current");
    unfold(before, false);
  }
  for (const mark of all(".u.on")) mark.classList.remove("on");
  card.setAttribute("aria-current", "true");
  unfold(card, true);
  const number = card.dataset.f;
  for (const mark of all(`.u[data-f="${number}"]`)) mark.classList.add("on");
  const words = document.querySelector(`.u[data-f="${number}"]`);
  const ref = byId(`t${number}`);
  if (wide.matches || focus === "text") (words || ref)?.scrollIntoView({ block: "center" });
  if (wide.matches || focus !== "text") showCard(card);
  if (focus === "card") card.focus({ preventScroll: true });
  if (focus === "text") ref?.focus({ preventScroll: true });
  say();
}

/** The next (1) or previous (-1) finding that the filters leave. */
function step(by) {
  openPanel("findings");
  const cards = shownCards();
  if (!cards.length) return;
  const at = cards.indexOf(currentCard());
  const next = at < 0 ? (by > 0 ? 0 : cards.length - 1) : Math.min(cards.length - 1, Math.max(0, at + by));
  select(cards[next], "card");
}

/** From the card to the text, or from the text to the card. */
function jump() {
  const card = currentCard();
  if (card) select(card, document.activeElement.closest(".card") ? "text" : "card");
}
