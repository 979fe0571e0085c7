// Sorting, and long tables a stretch at a time.

const STRETCH = 200;

function sortBy(table, column, head) {
  const down = head.getAttribute("aria-sort") === "descending";
  const kind = head.dataset.sort;
  const body = table.tBodies[0];
  const value = {
    order: (row) => +row.dataset.n,
    difference: (row) => numberOf(row.dataset.d),
    growth: (row) => numberOf(row.dataset.r),
    text: (row) => row.cells[column].textContent.trim(),
  }[kind];
  const rows = [...body.rows].map((row) => [value(row), +row.dataset.n, row]);
  const collator = new Intl.Collator(document.documentElement.lang);
  const compare = kind === "text" ? (a, b) => collator.compare(a[0], b[0]) : (a, b) => a[0] - b[0];
  // The largest first, whatever its sign; figures without a value stay last.
  const sized = kind === "difference" || kind === "growth";
  rows.sort((a, b) => (sized ? last(a[0]) - last(b[0]) : 0) || (down || !sized ? 1 : -1) * (down && !sized ? -1 : 1) * compare(a, b) || a[1] - b[1]);
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", (sized ? !down : down) ? (sized ? "descending" : "ascending") : sized ? "ascending" : "descending");
  body.append(...rows.map((row) => row[2]));
  showFirst(table.closest(".view"));
}

function numberOf(text) {
  return text === "" ? NaN : +text;
}

function last(value) {
  return Number.isNaN(value) ? 1 : 0;
}

for (const table of all("table.sortable")) {
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    if (head.dataset.sort === "none") continue;
    const button = document.createElement("button");
    button.type = "button";
    button.title = words.sort;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sortBy(table, column, head));
  }
}

// Only the first rows that pass the filter are laid out; a button (and nearing it) brings more.
function showFirst(view, count = STRETCH) {
  const table = view.querySelector("table.sortable");
  if (!table || table.tBodies[0].rows.length <= STRETCH) return;
  const kind = [...view.classList].find((name) => name.startsWith("rel-"))?.slice(4);
  let passed = 0, hidden = 0;
  for (const row of table.tBodies[0].rows) {
    const passes = !kind || row.classList.contains(kind);
    const late = passes && ++passed > count;
    row.classList.toggle("later", late);
    if (late) hidden++;
  }
  moreButton(view, table, count, hidden);
}

function moreButton(view, table, count, hidden) {
  let button = view.querySelector(".more-rows");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.className = "more-rows js";
    table.after(button);
    new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && button.click(), { rootMargin: "600px" }).observe(button);
  }
  button.hidden = hidden === 0;
  button.textContent = say("more", { n: Math.min(STRETCH, hidden) });
  button.onclick = () => showFirst(view, count + STRETCH);
}

for (const view of all(".view.figures")) showFirst(view);
