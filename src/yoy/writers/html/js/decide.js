// Decisions on open items: kept in the browser where it allows that, and exported as a file that yoy reads again.
// All pages opened from disk share one store, so what is kept stands under the digest of the comparison.

const board = document.querySelector(".decisions");
const who = document.getElementById("who");
const place = "yoy:" + board.dataset.digest;
const STATUSES = ["open", "agreed", "differs", "explain", "not_applicable"];
const items = all(".items .item");
let kept = true;
let held = { who: "", exported: "", decisions: {} };

function readStore() {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    kept = false;
    return null;
  }
}

// Another window may have the same page open: of each decision the newer one stays.
function takeIn(other) {
  if (!other?.decisions) return;
  for (const [name, one] of Object.entries(other.decisions)) {
    if (!held.decisions[name] || held.decisions[name].when < one.when) held.decisions[name] = one;
  }
  if (other.exported > held.exported) held.exported = other.exported;
}

function keep() {
  takeIn(readStore());
  try {
    localStorage.setItem(place, JSON.stringify(held));
    kept = true;
  } catch {
    kept = false;
  }
}

const nameOf = (row) => [row.dataset.of, row.dataset.kind, row.dataset.key].join(" ");
const isDone = (one) => Boolean(one?.ruling) && one.ruling !== "open";
const unexported = () => Object.values(held.decisions).filter((one) => one.when > held.exported).length;

function decide(row, change) {
  const old = held.decisions[nameOf(row)] ?? { ruling: null, remark: "" };
  const { key, kind, of, seen, sides } = row.dataset;
  const [prior, current] = sides ? JSON.parse(sides) : [[], []];
  held.decisions[nameOf(row)] = {
    key, kind, comparison: of, ...old, ...change,
    who: who.value.trim(), when: new Date().toISOString(), fingerprint: seen, prior, current,
  };
  keep();
  show(row);
  tellState();
}

function control(tag, row, label, properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  made.setAttribute("aria-label", `${label}: ${row.querySelector(".what a").textContent}`);
  return made;
}

function rulingOf(row) {
  const isLink = row.closest("tbody").classList.contains("confirm");
  if (!isLink) {
    const list = control("select", row, words.ruling);
    for (const status of ["", ...STATUSES]) list.append(new Option(status && words["status_" + status], status));
    list.addEventListener("change", () => decide(row, { ruling: list.value || null }));
    return [list];
  }
  return ["accepted", "rejected"].map((ruling) => {
    const button = control("button", row, words["ruling_" + ruling], { type: "button", value: ruling, textContent: words["ruling_" + ruling] });
    button.addEventListener("click", () => decide(row, { ruling: button.getAttribute("aria-pressed") === "true" ? null : ruling }));
    return button;
  });
}

function equip(row) {
  nearing.unobserve(row);
  if (row.querySelector(".ruling")) return;
  const box = document.createElement("div");
  box.className = "ruling js";
  const remark = control("input", row, words.remark, { type: "text", placeholder: words.remark });
  remark.addEventListener("change", () => decide(row, { remark: remark.value.trim() }));
  box.append(...rulingOf(row), remark);
  const ruled = document.createElement("p");
  ruled.className = "ruled";
  row.querySelector(".act").append(box, ruled);
  show(row);
}

function show(row) {
  const one = held.decisions[nameOf(row)];
  const ruling = one?.ruling ?? null;
  for (const button of all(".ruling button", row)) button.setAttribute("aria-pressed", String(button.value === ruling));
  const list = row.querySelector(".ruling select");
  if (list) list.value = ruling ?? "";
  row.querySelector(".ruling input").value = one?.remark ?? "";
  row.classList.toggle("done", isDone(one));
  row.classList.toggle("again", Boolean(one?.fingerprint) && one.fingerprint !== row.dataset.seen);
  const said = ruling && (words["ruling_" + ruling] ?? words["status_" + ruling]);
  row.querySelector(".ruled").textContent = [said, one?.remark, one?.who, one?.when?.slice(0, 10)].filter(Boolean).join("　");
}

function showAll() {
  for (const row of items.filter((one) => held.decisions[nameOf(one)])) (equip(row), show(row));
}

function tellState() {
  const here = items.filter((row) => state.pair?.contains(row));
  const done = here.filter((row) => isDone(held.decisions[nameOf(row)])).length;
  const left = unexported();
  document.getElementById("decided").textContent = say("decided", { n: done, all: here.length });
  document.getElementById("kept").textContent = [left ? say("unexported", { n: left }) : "", kept ? "" : words.not_kept].filter(Boolean).join("　");
}

function exportFile() {
  const now = new Date().toISOString();
  const decisions = Object.values(held.decisions).map((one) => ({ ...one, who: one.who || who.value.trim() }));
  const file = { format: "yoy-decisions", format_version: 1, comparison: board.dataset.digest, exported: now, decisions };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1) + "\n"], { type: "application/json" }));
  link.download = "review.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  held.exported = now;
  keep();
  tellState();
}

addEventListener("beforeunload", (event) => unexported() && event.preventDefault());
addEventListener("storage", (event) => event.key === place && (takeIn(readStore()), showAll(), tellState()));
document.getElementById("export").addEventListener("click", exportFile);
who.addEventListener("change", () => (held.who = who.value.trim(), keep()));

// A row gets its controls when it comes near the window; what was decided is shown at once, for paper too.
const nearing = new IntersectionObserver((seen) => {
  for (const { target } of seen.filter((entry) => entry.isIntersecting)) equip(target);
}, { rootMargin: "900px" });

held = { ...held, ...readStore() };
who.value = held.who;
for (const row of items) held.decisions[nameOf(row)] ? equip(row) : nearing.observe(row);
