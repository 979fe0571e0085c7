// Sorting, and long tables a stretch at a time.

const STRETCH = 200;

// What a column sorts by, and which way its first click goes: figures by size, the largest first.
const sorters = {
  order: { value: (row) => +row.dataset.n, first: "ascending" },
  text: { value: (row, column) => row.cells[column].textContent.trim(), first: "ascending" },
  difference: { value: (row) => numberOf(row.dataset.d), first: "descending" },
  growth: { value: (row) => numberOf(row.dataset.r), first: "descending" },
};
const collator = new Intl.Collator(document.documentElement.lang);

function sortBy(table, column, head) {
  const { value, first } = sorters[head.dataset.sort];
  const second = first === "ascending" ? "descending" : "ascending";
  const order = head.getAttribute("aria-sort") === first ? second : first;
  const sign = order === "ascending" ? 1 : -1;
  const rows = [...table.tBodies[0].rows].map((row) => [value(row, column), +row.dataset.n, row]);
  rows.sort((a, b) => blankLast(a[0], b[0]) || sign * compare(a[0], b[0]) || a[1] - b[1]);
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  const body = table.tBodies[0];
  body.remove();
  for (const row of rows) body.append(row[2]);
  table.append(body);
  showFirst(table.closest(".view"));
}

function compare(a, b) {
  return typeof a === "string" ? collator.compare(a, b) : Number.isNaN(a) ? 0 : a - b;
}

function blankLast(a, b) {
  return Number.isNaN(a) - Number.isNaN(b);
}

function numberOf(text) {
  return text === "" ? NaN : +text;
}

// A span in the role of a button: a real one isn't painted in the repeated heads of a printed table.
for (const table of all("table.sortable")) {
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    if (head.dataset.sort === "none") continue;
    const button = document.createElement("span");
    button.setAttribute("role", "button");
    button.tabIndex = 0;
    button.title = words.sort;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sortBy(table, column, head));
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      sortBy(table, column, head);
    });
  }
}

// Only the first rows that pass the filter are laid out; a button (and nearing it) brings more.
function showFirst(view, count = STRETCH) {
  const table = view.querySelector("table.sortable, table.items");
  const rows = table ? all("tbody tr", table) : [];
  if (rows.length <= STRETCH) return;
  const kind = [...view.classList].find((name) => name.startsWith("rel-"))?.slice(4);
  let passed = 0, hidden = 0;
  for (const row of rows) {
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

for (const view of all(".view:is(.figures, .open)")) showFirst(view);
