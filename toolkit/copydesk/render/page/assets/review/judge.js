// Answers to findings, by keys and buttons. Each is shown only when the server has it on its disk.
const items = new Map();
let turn = Promise.resolve();

/** Do one thing after the other, in the order in which they were asked for. */
function act(path, values) {
  turn = turn.then(async () => {
    try {
      const state = await post(`${HERE}/${path}`, values);
      await show(state);
      tell(state.said);
    } catch (error) {
      tell(error.message, true);
    }
  });
  return turn;
}

const cardFor = (button) => button?.closest(".card") ?? currentCard();
const refOf = (card) => card.querySelector(".answers").dataset.ref;

/** A finding that is meant; words where there is none. */
function chosen(button) {
  const card = cardFor(button);
  if (!card) tell("Choose a finding first: j for the first.", true);
  return card;
}

function judge(answer, button) {
  const card = chosen(button);
  if (card) act("judgements", { ref: refOf(card), answer });
}

function edit(button) {
  const card = chosen(button);
  if (!card) return;
  if (card !== currentCard()) select(card);
  const item = items.get(refOf(card));
  const form = byId("edit-form");
  form.dataset.ref = refOf(card);
  form.dataset.usual = item?.usual ?? "";
  byId("edit-words").textContent = item?.text ?? "";
  byId("edit-text").value = item?.proposed ?? "";
  byId("edit-note").value = item?.note ?? "";
  byId("edit").showModal();
  byId("edit-text").select();
}

byId("edit-form").addEventListener("submit", (event) => {
  const answer = event.submitter?.value ?? "accepted";
  if (!answer) return;
  const { ref, usual } = event.target.dataset;
  const text = byId("edit-text").value;
  const note = byId("edit-note").value.trim() || null;
  act("judgements", { ref, answer, note, replacement: answer === "accepted" && text !== usual ? text : null });
});

Object.assign(actions, {
  accept: (button) => judge("accepted", button),
  reject: (button) => judge("rejected", button),
  unsure: (button) => judge("unsure", button),
  edit,
  undo: () => act("undo", {}),
  takeback: (button) => act("undo", { ref: refOf(cardFor(button)) }),
  spelling: (button) => act("spelling", { ref: refOf(cardFor(button)) }),
});
Object.assign(keys, { a: () => actions.accept(), x: () => actions.reject(), u: () => actions.unsure(), e: () => edit(), z: actions.undo });
