"use strict";
// What is shown: a pair of reports, a view, a filter; and the address that brings one back to it.
// The page is whole without this script: it only hides what isn't asked for.

const words = JSON.parse(document.getElementById("words").textContent);
const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const pairs = all(".pair");
const pick = document.getElementById("pick");
const state = { pair: pairs[pairs.length - 1] ?? null, view: "open", merged: false };
const TEXT_VIEWS = { side: false, merged: true };

function viewOf(element) {
  return element.closest(".view");
}

function showView(name) {
  state.view = name in TEXT_VIEWS ? "text" : name;
  if (name in TEXT_VIEWS) state.merged = TEXT_VIEWS[name];
  applyState();
}

function applyState() {
  for (const pair of pairs) pair.hidden = pair !== state.pair;
  for (const part of all(".decisions")) part.hidden = state.view !== "open";
  for (const notes of all(".notes")) notes.hidden = !["open", "summary"].includes(state.view);
  for (const view of all(".view")) {
    const on = view.dataset.view === state.view;
    view.hidden = !on;
    view.classList.toggle("on", on && !view.closest("[hidden]"));
    view.classList.toggle("merged", state.merged);
  }
  const current = state.view === "text" ? (state.merged ? "merged" : "side") : state.view;
  for (const link of all(".views a")) {
    if (link.dataset.view === current) {
      link.setAttribute("aria-current", "page");
      link.closest(".views").scrollLeft = link.offsetLeft - link.closest(".views").offsetLeft - 40;
    } else link.removeAttribute("aria-current");
  }
  if (pick) pick.value = state.pair.id;
  tellState();
  drawOverview();
  forgetWalk();
}

function activeView() {
  return document.querySelector(".view.on");
}

// The address: an anchor of the page, then what differs from the first look, divided by "~".
function address(place) {
  const parts = [place];
  if (state.view !== "text") parts.push(state.view);
  else if (state.merged) parts.push("merged");
  const only = activeView()?.querySelector(".filters input[type=radio]:checked")?.value;
  if (only) parts.push("only=" + only);
  return "#" + parts.join("~");
}

function remember(place) {
  history.replaceState(null, "", address(place));
}

function goToAddress() {
  const [place, ...rest] = decodeURIComponent(location.hash.slice(1)).split("~");
  for (const part of rest) {
    if (part.startsWith("only=")) pending = part.slice(5);
    else showView(part);
  }
  if (place === "print-whole") return;
  if (place) goTo(place);
  else if (rest.length) applyFilterValue(pending);
}
let pending = null;

// Brings an element into sight, whatever view, pair, fold or filter hides it.
function goTo(id, focus = true) {
  let target = document.getElementById(id);
  if (!target) return false;
  const pair = target.closest(".pair");
  if (pair) state.pair = pair;
  const view = viewOf(target) ?? (pair && pair.querySelector(".view"));
  if (view) state.view = view.dataset.view;
  applyState();
  if (pending !== null) applyFilterValue(pending);
  pending = null;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const late = target.closest("tr.later");
  if (late) showFirst(view, 1 + all("tbody tr", view).indexOf(late) + STRETCH);
  if (target.closest(".o") && state.merged) target = target.closest(".r");
  if (view && hiddenByFilter(target)) clearFilter(view);
  land(target, focus);
  return true;
}

function hiddenByFilter(element) {
  return element.getClientRects().length === 0 && element.textContent !== "";
}

// Where one was last brought, and when: scrolling there is not the reader's own.
let spot = null;
let landed = -Infinity;

function land(target, focus) {
  spot = target;
  landed = performance.now();
  for (const old of all(".at")) old.classList.remove("at");
  const row = target.closest(".r, tr, li.finding") ?? target;
  if (row.matches(".r, tr:not(.kind)")) row.classList.add("at");
  const place = target.matches(".b, .view, .pair, h2, .kind th") ? "start" : "center";
  target.scrollIntoView({ block: place });
  if (!focus) return;
  const holder = target.matches("a, button, input") ? target : row;
  if (!holder.hasAttribute("tabindex") && !holder.matches("a, button, input")) holder.setAttribute("tabindex", "-1");
  holder.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const spot = event.target.closest("[data-go]");
  if (spot) return void (goTo(spot.dataset.go) && remember(spot.dataset.go));
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const id = decodeURIComponent(link.getAttribute("href").slice(1));
  if (link.dataset.view) {
    event.preventDefault();
    changeView(link, id);
  } else if (id && document.getElementById(id)) {
    event.preventDefault();
    history.pushState(null, "", "#" + id);
    goTo(id);
  }
});

function changeView(link, id) {
  const pair = document.getElementById(id)?.closest(".pair");
  if (pair && pair.contains(link)) state.pair = pair;
  showView(link.dataset.view);
  if (link.dataset.relation) applyFilterValue(link.dataset.relation);
  const view = activeView();
  if (!view) return;
  history.pushState(null, "", address(view.id));
  if (link.closest(".view") || window.scrollY > view.offsetTop) view.scrollIntoView({ block: "start" });
}

pick?.addEventListener("change", () => {
  state.pair = document.getElementById(pick.value);
  applyState();
  remember(activeView()?.id ?? state.pair.id);
});

// The place in the address follows the reader, once scrolling rests.
addEventListener("scrollend", () => {
  if (performance.now() - landed < 700) return;
  if (state.view !== "text" || !location.hash && window.scrollY < innerHeight) return;
  const row = rowInSight();
  if (row) remember(row.id);
});

function placeInSight() {
  const box = spot?.isConnected && spot.getClientRects().length ? spot.getBoundingClientRect() : null;
  return box && box.bottom > 0 && box.top < innerHeight ? spot : rowInSight();
}

function rowInSight() {
  const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
  const sheet = activeView()?.querySelector(".sheet");
  if (!sheet) return null;
  const box = sheet.getBoundingClientRect();
  for (let y = Math.max(bar, box.top) + 60; y < innerHeight; y += 40) {
    const row = document.elementFromPoint(box.left + box.width * 0.7, y)?.closest(".r");
    if (row) return row;
  }
  return null;
}

// On paper stands what is signed, unless the whole or the view in sight is asked for.
function printWhat(kind) {
  document.body.classList.toggle("one-view", kind === "view");
  document.body.classList.toggle("whole", kind === "all");
  document.getElementById("help").close();
  print();
}
for (const kind of ["short", "all", "view"]) document.getElementById("print-" + kind).addEventListener("click", () => printWhat(kind));
addEventListener("afterprint", () => document.body.classList.remove("one-view", "whole"));
addEventListener("popstate", goToAddress);
addEventListener("hashchange", goToAddress);
