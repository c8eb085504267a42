// Talks to the server that the page comes from, and says what came of it.
const TOKEN = document.body.dataset.token;
const HERE = document.body.dataset.article;
const pause = (time) => new Promise((done) => setTimeout(done, time));

let fading;

/** Words for whoever reviews, read out by screen readers too. What went wrong stays until the next words. */
function tell(words, bad = false) {
  const place = byId("said");
  place.textContent = words;
  place.classList.toggle("bad", bad);
  clearTimeout(fading);
  if (!bad) fading = setTimeout(() => (place.textContent = ""), 6000);
}

/** The answer to a request, null where nothing has changed. What was not done is an error with words to show. */
async function ask(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, { ...options, credentials: "omit", cache: "no-store", redirect: "error" });
  } catch {
    throw new Error("The server does not answer. Start it again; what it has answered is kept.");
  }
  if (answer.status === 204) return null;
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.remedy ? `${said.error}: ${said.remedy}` : said.error);
  return said;
}

const send = (address, body, kind) =>
  ask(address, { method: "POST", headers: { "X-Copydesk-Token": TOKEN, "Content-Type": kind }, body });
const post = (address, values) => send(address, JSON.stringify(values), "application/json");

const listsOf = (form) => {
  const boxes = all('[name="list"]', form);
  return boxes.length ? boxes.filter((box) => box.checked).map((box) => Number(box.value)) : null;
};

/** How far the check has come. */
function showProgress(state) {
  byId("going").hidden = !state.busy;
  byId("going-words").textContent = state.words;
  const bar = byId("bar");
  if (state.total) {
    bar.max = state.total;
    bar.value = state.done;
  } else bar.removeAttribute("value");
}

byId("again")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  try {
    await post(`${HERE}/check`, { date: form.elements.date.value.trim() || null, lists: listsOf(form) });
    location.reload();
  } catch (error) {
    tell(error.message, true);
  }
});
