// From places on the page to places in the text: code points of the reading, which every piece of words begins with.
const pieces = () => all(".text [data-at]");

/** Code points of the text that a part of the page shows. A character shown as its escape is one. */
function lengthOf(part) {
  let count = 0;
  for (const escaped of all(".escaped", part)) {
    if (escaped.textContent) count += 1;
    escaped.remove();
  }
  return count + [...part.textContent].length;
}

/** The place of a point of the page; of one outside the article, the nearest before it. */
function placeOf(node, at) {
  const point = document.createRange();
  point.setStart(node, at);
  const before = pieces().filter((piece) => point.comparePoint(piece, 0) <= 0);
  const piece = before.at(-1);
  if (!piece) return 0;
  const part = document.createRange();
  part.selectNodeContents(piece);
  if (part.comparePoint(node, at) <= 0) part.setEnd(node, at);
  return Number(piece.dataset.at) + lengthOf(part.cloneContents());
}

/** The words that are selected in the article, with their place; null where none are. */
function selectedWords() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const text = document.querySelector(".text");
  if (!text.contains(range.commonAncestorContainer)) return null;
  const words = selection.toString().trim();
  return words ? { words, start: placeOf(range.startContainer, range.startOffset), end: placeOf(range.endContainer, range.endOffset) } : null;
}

/** All places where words stand in the article. */
function placesOf(words) {
  const found = [];
  if (!words) return found;
  let text = [];
  for (const piece of pieces()) {
    const at = Number(piece.dataset.at);
    while (text.length < at) text.push("\n");
    const copy = piece.cloneNode(true);
    for (const escaped of all(".escaped", copy)) escaped.textContent = "\ufffd";
    text.push(...copy.textContent);
  }
  const wanted = [...words];
  for (let at = text.indexOf(wanted[0]); at >= 0; at = text.indexOf(wanted[0], at + 1)) {
    if (wanted.every((char, number) => text[at + number] === char)) found.push({ words, start: at, end: at + wanted.length });
  }
  return found;
}
