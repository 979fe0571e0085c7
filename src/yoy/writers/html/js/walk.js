// From change to change and from section to section; filters.

const counter = document.getElementById("count");
let steps = null;
let at = -1;

function forgetWalk() {
  steps = null;
  at = -1;
  counter.textContent = "";
}

// What n and p stop at: changed rows under the present filter, rows of the table, findings.
function stepsOf(view) {
  if (view.dataset.view !== "text") return all("tbody tr:not(.kind), .finding", view).filter((row) => row.getClientRects().length);
  const only = view.querySelector(".filters input[type=radio]:checked")?.value || "fc";
  return all(".r.g." + only, view);
}

function walk(by) {
  const view = activeView();
  if (!view) return;
  steps ??= stepsOf(view);
  if (!steps.length) return void (counter.textContent = words.none);
  if (at < 0) at = startFrom(by);
  at = (at + by + steps.length) % steps.length;
  land(steps[at], true);
  if (steps[at].id) remember(steps[at].id);
  counter.textContent = say("place", { n: at + 1, all: steps.length });
}

// The step before the place in sight, found by halving: no layout of what is out of sight.
function startFrom(by) {
  const here = placeInSight();
  if (!here) return by > 0 ? -1 : 0;
  let low = 0, high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const before = steps[middle].compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (before) low = middle + 1; else high = middle;
  }
  return steps[low] === here || by < 0 ? low : low - 1;
}

function walkSections(by) {
  const blocks = all(".b[id]", activeView() ?? document);
  const here = placeInSight();
  let index = here ? blocks.indexOf(here.closest(".b")) : -1;
  // A continued stretch of a long section has no name; the nearest named one before it has.
  if (here && index < 0) index = blocks.findLastIndex((block) => block.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
  for (index += by; index >= 0 && index < blocks.length; index += by) {
    if (!passesFilter(blocks[index])) continue;
    land(blocks[index], false);
    remember(blocks[index].id);
    return;
  }
}

function passesFilter(block) {
  const only = activeView().querySelector(".filters input[type=radio]:checked")?.value;
  return !only || block.classList.contains(only);
}

document.getElementById("next").addEventListener("click", () => walk(1));
document.getElementById("prev").addEventListener("click", () => walk(-1));

const help = document.getElementById("help");
document.getElementById("help-open").addEventListener("click", () => help.showModal());
document.getElementById("help-close").addEventListener("click", () => help.close());

const keys = {
  n: () => walk(1), p: () => walk(-1), j: () => walkSections(1), k: () => walkSections(-1),
  s: () => showView(state.merged ? "side" : "merged"),
  "/": () => document.getElementById("find").focus(),
  "?": () => help.showModal(),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea, dialog")) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// A filter is a class of the view: style alone hides the rest, so its cost doesn't grow with the text.
function applyFilter(form) {
  const view = form.closest(".view");
  const prefix = form.dataset.for === "text" ? "only-" : "rel-";
  const chosen = form.querySelector("input[type=radio]:checked")?.value ?? "";
  for (const radio of all("input[type=radio]", form)) view.classList.toggle(prefix + radio.value, radio.value !== "" && radio.value === chosen);
  for (const box of all("input[type=checkbox]", form)) view.classList.toggle("no-" + box.value, !box.checked);
  const empty = view.querySelector(".sheet > .empty");
  if (empty) empty.hidden = !chosen || view.querySelector(".r.g." + chosen) !== null;
  if (form.dataset.for === "figures") showFirst(view);
  if (view === activeView()) requestAnimationFrame(drawOverview);
  forgetWalk();
}

function applyFilterValue(value) {
  const form = activeView()?.querySelector(".filters");
  const radio = form && all("input[type=radio]", form).find((input) => input.value === (value ?? ""));
  if (!radio) return;
  radio.checked = true;
  applyFilter(form);
}

function clearFilter(view) {
  const radio = view.querySelector(".filters input[type=radio][value='']");
  if (!radio) return;
  radio.checked = true;
  applyFilter(radio.form);
}

for (const form of all(".filters")) {
  form.addEventListener("change", () => {
    applyFilter(form);
    // The address can wait until the filtered view has been painted.
    requestAnimationFrame(() => setTimeout(() => remember(rowInSight()?.id ?? form.closest(".view").id)));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}
