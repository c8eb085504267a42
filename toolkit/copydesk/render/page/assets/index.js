// The table of articles: sorted by a column, and only those whose name holds some words.
const table = document.querySelector(".files");
const body = table.tBodies[0];
const find = document.getElementById("find");

const cell = (row, column) => row.cells[column].textContent.trim();
const number = (text) => (text === "–" ? -1 : Number(text.replaceAll(",", "")));

/** Names begin at A, numbers at the largest; the next click turns the order round. */
function sort(head) {
  const column = head.cellIndex;
  const first = column ? "descending" : "ascending";
  const other = column ? "ascending" : "descending";
  const order = head.getAttribute("aria-sort") === first ? other : first;
  for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  const compare = column
    ? (one, two) => number(cell(one, column)) - number(cell(two, column))
    : (one, two) => cell(one, 0).localeCompare(cell(two, 0));
  const sign = order === "descending" ? -1 : 1;
  body.append(...[...body.rows].sort((one, two) => sign * compare(one, two)));
}

function filter() {
  const wanted = find.value.toLowerCase();
  let left = 0;
  for (const row of body.rows) {
    row.hidden = !cell(row, 0).toLowerCase().includes(wanted);
    left += row.hidden ? 0 : 1;
  }
  document.getElementById("left").textContent = `${left} shown`;
}

for (const head of table.tHead.rows[0].cells) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => sort(head));
}
find.addEventListener("input", filter);
for (const part of document.querySelectorAll("[data-script]")) part.hidden = false;
