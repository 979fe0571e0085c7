// Finding text. The index is made once, when the field is first used; typing only looks into it.

const field = document.getElementById("find");
const hits = document.getElementById("hits");
const SHOWN = 60;
let index = null;
let waiting = 0;

function buildIndex() {
  const view = activeView() ?? document;
  const selector = { figures: "tbody tr", checks: ".finding" }[view.dataset?.view] ?? ".r";
  const rows = all(selector, selector === ".r" ? state.pair ?? document : view);
  index = { view, rows, texts: rows.map((row) => textOf(row).toLowerCase()) };
}

// The row's words without the notes set beside them, and struck text once.
function textOf(row) {
  if (!row.classList.contains("r")) return row.textContent.replace(/\s+/g, " ");
  const [prior, current] = [...row.children].map(wordsOf);
  return row.classList.contains("same") ? current : `${prior} ${current}`;
}

function wordsOf(cell) {
  return [...cell.childNodes].map((part) => (part.nodeName === "SMALL" ? "" : part.textContent)).join("").trim();
}

function search() {
  const wanted = field.value.trim().toLowerCase();
  hits.replaceChildren();
  hits.hidden = wanted === "";
  if (!wanted) return;
  if (index?.view !== (activeView() ?? document)) buildIndex();
  const found = [];
  let count = 0;
  for (const [i, text] of index.texts.entries()) {
    const place = text.indexOf(wanted);
    if (place < 0) continue;
    if (++count <= SHOWN) found.push([index.rows[i], text, place]);
  }
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.textContent = count === 0 ? words.no_hits : say(count > SHOWN ? "first_hits" : "hits", { all: count, n: SHOWN });
  hits.append(line, ...found.map(([row, text, place]) => hitLink(row, text, place, wanted)));
}

function hitLink(row, text, place, wanted) {
  const link = document.createElement("a");
  link.href = "#" + row.id;
  const mark = document.createElement("mark");
  mark.textContent = text.slice(place, place + wanted.length);
  link.append(text.slice(Math.max(0, place - 18), place), mark, text.slice(place + wanted.length, place + wanted.length + 40));
  link.addEventListener("click", () => highlight(row, wanted));
  return link;
}

// Marks every hit in the row without touching its elements.
function highlight(row, wanted) {
  if (!CSS.highlights) return;
  const ranges = [];
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.toLowerCase();
    for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, from + wanted.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set("hit", new Highlight(...ranges));
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 150);
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") (clearTimeout(waiting), search(), hits.querySelector("a")?.click());
  if (event.key === "ArrowDown") (event.preventDefault(), hits.querySelector("a")?.focus());
  if (event.key === "Escape") closeHits();
});
hits.addEventListener("keydown", (event) => {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  const next = step && document.activeElement[step];
  if (next?.matches("a")) (event.preventDefault(), next.focus());
  if (event.key === "Escape") (closeHits(), field.focus());
});
document.addEventListener("pointerdown", (event) => event.target.closest(".find") || closeHits());

function closeHits() {
  hits.hidden = true;
}
