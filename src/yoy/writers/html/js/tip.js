// A figure in the text shows what became of it: read from its row in the table, never stored twice.

const tip = document.getElementById("tip");
let owner = null;
let pinned = false;

function fillTip(link) {
  const row = document.getElementById(link.getAttribute("href").slice(1));
  if (!row) return false;
  const [, indicator, prior, current, difference, growth, relation, remarks] = row.cells;
  const lines = [
    [words.prior, surfaceOf(prior)], [words.current, surfaceOf(current)],
    [words.difference, difference.textContent], [words.growth, growth.textContent],
    [words.formula, [...remarks.children].map((part) => part.textContent).join("　")],
  ];
  const name = document.createElement("b");
  name.textContent = `${indicator.textContent}　${relation.textContent}`;
  const list = document.createElement("dl");
  for (const [term, value] of lines.filter(([, text]) => text.trim())) {
    const dt = document.createElement("dt"), dd = document.createElement("dd");
    dt.textContent = term;
    dd.textContent = value;
    list.append(dt, dd);
  }
  const more = document.createElement("a");
  more.href = link.getAttribute("href");
  more.textContent = words.to_row;
  tip.replaceChildren(name, list, more);
  return true;
}

function surfaceOf(cell) {
  return cell.querySelector("a")?.textContent ?? words.not_given;
}

function showTip(link, pin) {
  if (!fillTip(link)) return;
  owner = link;
  pinned = pin;
  tip.hidden = false;
  link.setAttribute("aria-describedby", "tip");
  const box = link.getBoundingClientRect();
  const below = box.bottom + tip.offsetHeight + 12 < innerHeight;
  tip.style.top = `${window.scrollY + (below ? box.bottom + 6 : box.top - tip.offsetHeight - 6)}px`;
  tip.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8))}px`;
}

function hideTip() {
  owner?.removeAttribute("aria-describedby");
  tip.hidden = true;
  owner = null;
  pinned = false;
}

const figureOf = (event) => event.target.closest?.(".sheet a.q, .pairing a.q");
document.addEventListener("pointerover", (event) => {
  const link = figureOf(event);
  if (link && event.pointerType === "mouse") showTip(link, false);
  else if (!pinned && owner && !event.target.closest("#tip") && document.activeElement !== owner) hideTip();
});
document.addEventListener("focusin", (event) => {
  const link = figureOf(event);
  if (link) showTip(link, pinned && owner === link);
  else if (owner && !event.target.closest("#tip")) hideTip();
});
// A first click or tap pins the hint; its link leads on to the table.
document.addEventListener("click", (event) => {
  const link = figureOf(event);
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    event.stopPropagation();
    showTip(link, true);
  } else if (owner && !event.target.closest("#tip")) hideTip();
}, true);
document.addEventListener("keydown", (event) => event.key === "Escape" && hideTip());
addEventListener("resize", hideTip);
tip.addEventListener("click", () => setTimeout(hideTip));

// The first look.
for (const form of all(".filters")) applyFilter(form);
state.merged = matchMedia("(max-width: 44rem)").matches;
if (matchMedia("(max-width: 64rem)").matches) for (const tree of all(".tree > details")) tree.open = false;
applyState();
document.body.classList.add("ready");
if (location.hash.length > 1) goToAddress();
