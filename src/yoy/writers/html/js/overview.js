// Beside the text: a list of its changes, and a ruler that shows where they lie and where one is.
// What only the prior report has is drawn left, what only the current one has right, what was edited across.

const LISTED = 400;
const overviews = new Map();
let telling = 0;
const KINDS = [["removed", "--del", 0, 0.5], ["added", "--accent", 0.5, 0.5], ["moved_away", "--moved", 0, 0.5], ["moved_here", "--moved", 0.5, 0.5], ["edited", "--soft", 0, 1]];

function overviewOf(view) {
  if (!overviews.has(view)) {
    const rows = all(".r", view);
    overviews.set(view, { rows, places: new Map(rows.map((row, i) => [row, i])), links: [] });
  }
  return overviews.get(view);
}

function drawOverview() {
  const view = activeView();
  if (view?.dataset.view !== "text") return;
  const { rows } = overviewOf(view);
  const canvas = view.querySelector(".ruler canvas");
  const height = (canvas.height = canvas.clientHeight), width = (canvas.width = canvas.clientWidth);
  const pen = canvas.getContext("2d");
  const style = getComputedStyle(document.documentElement);
  const only = view.querySelector(".filters input[type=radio]:checked")?.value || "fc";
  for (const [i, row] of rows.entries()) {
    if (!row.classList.contains(only)) continue;
    const kind = KINDS.find(([name]) => row.classList.contains(name));
    if (!kind) continue;
    pen.fillStyle = style.getPropertyValue(row.classList.contains("fi") ? "--del" : kind[1]);
    pen.fillRect(kind[2] * width, (i / rows.length) * height, kind[3] * width, Math.max(1.5, height / rows.length));
  }
  listChanges(view, only);
  tellSoon();
}

function listChanges(view, only) {
  const overview = overviewOf(view);
  const changed = overview.rows.filter((row) => row.classList.contains(only) && row.classList.contains("g"));
  const list = view.querySelector(".changes ol");
  overview.links = changed.slice(0, LISTED).map((row) => {
    const link = document.createElement("a");
    link.href = "#" + row.id;
    link.className = KINDS.find(([name]) => row.classList.contains(name))?.[0] ?? "";
    link.textContent = inShort(row);
    return [overview.places.get(row), link];
  });
  list.replaceChildren(...overview.links.map(([, link]) => {
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  view.querySelector(".changes .n").textContent = changed.length > LISTED ? `${LISTED} / ${changed.length}` : changed.length;
}

// An edited row is told by its first edit, another by its first words.
function inShort(row) {
  const edit = row.querySelector(".w :is(ins, del):not([class])") ?? row.querySelector(".w :is(ins, del)");
  if (!row.classList.contains("edited") || !edit) return ([...row.children].map(wordsOf).find(Boolean) ?? "").slice(0, 24);
  const next = edit.nextElementSibling;
  if (edit.tagName === "DEL" && edit.nextSibling === next && next?.tagName === "INS") return `${edit.textContent.trim().slice(0, 12)} → ${next.textContent.trim().slice(0, 12)}`;
  return (edit.textContent + (edit.nextSibling?.textContent ?? "")).trim().slice(0, 24);
}

// Where one is: a mark on the ruler, and the nearest change of the list.
function tellPlace() {
  const view = activeView();
  if (view?.dataset.view !== "text") return;
  const { rows, places, links } = overviewOf(view);
  const here = places.get(rowInSight());
  if (here === undefined) return;
  view.querySelector(".ruler .here").style.top = `${(100 * here) / rows.length}%`;
  const next = links.findLast(([at]) => at <= here + 2);
  for (const [, link] of links) link.toggleAttribute("aria-current", link === next?.[1]);
  if (next) scrollWithin(next[1].closest(".tree"), next[1]);
}

// Only the list moves, never the page.
function scrollWithin(box, link) {
  const outer = box.getBoundingClientRect(), inner = link.getBoundingClientRect();
  if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 2;
}

for (const ruler of all(".ruler")) {
  ruler.addEventListener("click", (event) => {
    const { rows } = overviewOf(activeView());
    const box = ruler.getBoundingClientRect();
    const at = Math.floor(((event.clientY - box.top) / box.height) * rows.length);
    const row = rows[Math.min(rows.length - 1, Math.max(0, at))];
    goTo(row.id, false) && remember(row.id);
  });
}
// Text far away is laid out only some frames after it came into sight: what is told then is right.
function tellSoon() {
  tellPlace();
  clearTimeout(telling);
  telling = setTimeout(tellPlace, 120);
}
addEventListener("scroll", tellSoon, { passive: true });
addEventListener("resize", drawOverview);
