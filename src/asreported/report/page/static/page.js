(() => {
"use strict";
const doc = document, root = doc.documentElement;
const one = (s, e = doc) => e.querySelector(s), all = (s, e = doc) => [...e.querySelectorAll(s)];
const make = (tag, props = {}, ...kids) => { const e = Object.assign(doc.createElement(tag), props); e.append(...kids); return e; };
const on = (e, type, then, early) => e.addEventListener(type, then, early);
const PLACE = /^(.+):(\d+)-(\d+)$/, MARKED = /^[\x22“”„«»]|[\x22“”„«»]$/;
const cases = all(".case");
/* In a notebook's frame a link to "#x" would load the notebook itself, so the place is kept here. */
const framed = location.protocol === "about:";
let back = null, keys = true, current = null, here = location.hash, pressed = false;
/* How far down each view was when it was left by a link: "back" leads there again. */
const left = new Map();
root.classList.add("js");
try { keys = localStorage.getItem("asreported-keys") !== "off"; } catch { /* a sandboxed frame has no storage */ }

/* Offsets count code points, as in the report; the page's strings count UTF-16 units. */
const points = s => { let n = 0; for (const _ of s) n++; return n; };
const units = (s, n) => { let i = 0; while (n-- > 0 && i < s.length) i += s.codePointAt(i) > 0xffff ? 2 : 1; return i; };
function pieces(acc) {
  const walk = doc.createTreeWalker(one(".text", acc), NodeFilter.SHOW_TEXT, n => n.parentNode.closest("summary,aside") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const out = []; let at = 0;
  for (let n = walk.nextNode(); n; n = walk.nextNode()) { const len = points(n.data); out.push([n, at, at + len]); at += len; }
  return out;
}
const texts = new Map();
function words(key, start, end) {
  const acc = account(key); if (!acc) return "";
  if (!texts.has(key)) texts.set(key, Array.from(pieces(acc).map(p => p[0].data).join("")));
  return texts.get(key).slice(start, end).join("").replace(/\s+/g, " ").trim();
}
const linked = a => PLACE.exec(decodeURIComponent(a.hash.slice(1)));
const account = key => one(`.acc[data-k="${CSS.escape(key)}"]`);

function unmark() { for (const m of all("mark")) { const p = m.parentNode; m.replaceWith(...m.childNodes); p.normalize(); } }
function mark(acc, start, end) {
  const marks = [];
  for (const [node, from, to] of pieces(acc)) {
    if (to <= start || from >= end) continue;
    const a = units(node.data, Math.max(0, start - from)), b = units(node.data, Math.min(to, end) - from);
    if (a === b) continue;
    const rest = a ? node.splitText(a) : node; if (b - a < rest.data.length) rest.splitText(b - a);
    const m = make("mark"); rest.replaceWith(m); m.append(rest); marks.push(m);
  }
  return marks;
}

function show(box, view) {
  box.dataset.view = view;
  for (const v of all(".view", box)) hide(v, v.dataset.v !== view);
  for (const a of all(".tabs a", box)) current_(a, a.dataset.v === view);
  clear(box);
  if (view === "read") margin(open_(box));
  seek(box);
}
function clear(box) {
  const was = box.classList.contains("peek") || one("mark");
  box.classList.remove("peek"); unmark(); one(".hitbar", box).hidden = true;
  return was;
}
function hide(e, yes) { if (yes) e.setAttribute("hidden", "until-found"); else e.removeAttribute("hidden"); }
function current_(a, yes) { if (yes) a.setAttribute("aria-current", "page"); else a.removeAttribute("aria-current"); }
const open_ = box => one(".acc:not([hidden])", box);
function base(acc) {
  const box = acc.closest(".case");
  for (const other of all(".acc", box)) hide(other, other !== acc);
  for (const a of all(".bases a", box)) current_(a, a.hash === "#a-" + acc.dataset.k);
  if (box.dataset.view === "read") margin(acc);
}
function only(box) { for (const other of cases) other.hidden = other !== box; for (const a of all(".stories a")) current_(a, a.hash === "#" + box.id); }

function place(acc, start, end) {
  const box = acc.closest(".case"), reader = one(".reader", box), bar = one(".hitbar", box);
  only(box); base(acc); unmark();
  const marks = mark(acc, start, end);
  if (!marks.length) return;
  for (let d = marks[0].closest("details"); d; d = d.parentNode.closest("details")) d.open = true;
  if (getComputedStyle(reader).display === "none") { box.classList.add("peek"); if (back) back.scrollIntoView({ block: "nearest", inline: "nearest" }); }
  one(".close", box).hidden = !box.classList.contains("peek");
  bar.hidden = false;
  one("span", bar).textContent = `${acc.dataset.n}, characters ${start}–${end}`;
  bar.place = [acc, start, end];
  const live = one("a", bar); live.hidden = !acc.dataset.u;
  if (acc.dataset.u) live.href = acc.dataset.u.replace(/#.*/, "") + fragment(words(acc.dataset.k, start, end));
  marks[0].tabIndex = -1; marks[0].focus({ preventScroll: true });
  centre(marks[0], reader);
}
function centre(e, pane) {
  const style = getComputedStyle(pane);
  if (style.overflowY !== "auto") return e.scrollIntoView({ block: "center" });
  const r = pane.getBoundingClientRect(), top = Math.max(0, r.top), seen = Math.min(innerHeight, r.bottom) - top;
  pane.scrollTop += e.getBoundingClientRect().top - top - Math.max(90, seen / 2.6);
}
function fragment(text) {
  const enc = s => encodeURIComponent(s).replace(/-/g, "%2D"), w = text.split(" ");
  return "#:~:text=" + (w.length > 10 ? enc(w.slice(0, 5).join(" ")) + "," + enc(w.slice(-5).join(" ")) : enc(text));
}

function route() {
  if (!framed) here = location.hash;
  const came = pressed; pressed = false;
  let name = here.slice(1);
  try { name = decodeURIComponent(name); } catch { /* a lone % stays as it is */ }
  const m = PLACE.exec(name), acc = m && account(m[1]);
  if (acc) { if (!acc.closest(".case").dataset.view) show(acc.closest(".case"), "story"); return place(acc, +m[2], +m[3]); }
  const e = name ? doc.getElementById(name) : cases[0], box = e && e.closest(".case");
  if (!box) return;
  if (clear(box) && !came && back && back.isConnected) back.focus({ preventScroll: true });
  only(box);
  if (e.matches(".acc")) {
    base(e);
    if (box.dataset.view !== "read" && getComputedStyle(one(".reader", box)).display === "none") show(box, "read");
    one(".reader", box).scrollTop = 0; return e.focus({ preventScroll: box.dataset.view !== "read" });
  }
  const view = e.matches(".case") ? "story" : (e.closest("[data-v]") || one(".view", box)).dataset.v;
  const other = view !== box.dataset.view;
  if (other) show(box, view);
  if (e.matches(".view,.reader,.case")) {
    if (came || other) requestAnimationFrame(() => came ? box.scrollIntoView() : scrollTo(0, left.get(box.id + view) || 0));
    return;
  }
  for (let d = e.closest("details"); d; d = d.parentNode.closest("details")) d.open = true;
  if (e.matches("details")) e.open = true;
  if (e.matches(".it")) pick(e, false); else { e.tabIndex = -1; e.focus({ preventScroll: true }); }
  e.scrollIntoView({ block: e.matches("h2") ? "start" : "center" });
}

/* Words that the page holds once, in the accounts, are set into the lists when they are opened. */
function said(a, m) {
  const text = words(m[1], +m[2], +m[3]), by = a.previousElementSibling;
  const voice = a.title || (by?.matches("i") ? by.textContent.replace(/, in$/, "") : "");
  const li = make("li", {}, make("a", { href: a.hash, className: MARKED.test(text) ? "q" : "" }, text), " ", make("cite", {}, account(m[1]).dataset.n));
  if (voice) li.append(" ", make("i", {}, voice));
  return li;
}
function fill(d) {
  if (d.dataset.full) return;
  d.dataset.full = 1;
  const list = make("ul", { className: "ev" });
  for (const a of all(".ws a", d.closest(".it"))) { const m = linked(a); if (m) list.append(said(a, m)); }
  d.append(list);
}
on(doc, "toggle", e => { if (e.target.matches("details.fill") && e.target.open) fill(e.target); }, true);

/* The reading lens: beside each paragraph, what the others say there. */
function margin(acc) {
  if (!acc || acc.dataset.lens) return;
  acc.dataset.lens = 1;
  const key = acc.dataset.k, box = acc.closest(".case"), beside = new Map();
  for (const item of all(".list .it", box)) {
    const mine = all("a", item).map(linked).find(m => m && m[1] === key);
    const u = mine && doc.getElementById(mine[0]), p = u && u.closest(".text > p");
    if (!p) continue;
    if (!beside.has(p)) beside.set(p, []);
    beside.get(p).push([item, mine]);
  }
  for (const [p, items] of beside) {
    const aside = make("aside"), notes = items.map(([item, mine]) => note(item, key, mine)), rest = notes.splice(3);
    aside.append(...notes);
    if (rest.length) aside.append(make("details", {}, make("summary", {}, `${rest.length} more`), ...rest));
    p.after(aside);
  }
}
function note(item, key, mine) {
  const kind = ["k", "g", "w", "o", "u"].find(c => item.classList.contains(c)) || "", d = make("details", { className: kind });
  const own = words(key, +mine[2], +mine[3]), brief = own.length > 44 ? own.slice(0, 43).replace(/\s\S*$/, "") + "…" : own;
  d.append(make("summary", {}, make("b", {}, one(".st b", item).textContent), kind === "k" ? " " + one("h3", item).textContent : ` “${brief}”`));
  on(d, "toggle", () => {
    if (d.dataset.full) return;
    d.dataset.full = 1;
    const list = make("ul", { className: "ev" }), seen = new Set();
    for (const a of all(kind === "o" ? ".l a" : ".ws a", item)) {
      const m = linked(a);
      if (!m || (m[1] === key && kind !== "o") || seen.has(m[1]) && kind !== "o") continue;
      seen.add(m[1]);
      list.append(said(a, m));
    }
    d.append(list, make("a", { href: "#" + item.id, className: "to" }, "in the story"));
  });
  return d;
}

/* Find, and the matrix: sort, filter, rows told by one only. */
function seek(box) {
  const q = one(".seek", box).value.trim().toLowerCase(), view = box.dataset.view;
  const items = all({ story: ".it, .per li, .heads li, .gaps li", matrix: "tbody tr", quotes: ".qv", numbers: "tbody tr", framing: "tbody tr, .heads li", origins: ".tie" }[view] || "none", one(`.view[data-v=${view}]`, box) || box);
  let shown = 0;
  for (const e of items) {
    const off = view === "matrix" && !one(`.tools [data-s="${e.className}"]`, box)?.checked;
    const yes = !off && (!q || e.textContent.toLowerCase().includes(q));
    e.hidden = !yes; shown += yes;
  }
  /* A heading over nothing tells nothing. */
  for (const e of all(".view:not([hidden])>section,.view:not([hidden]) table,.more,.per,.heads", box)) {
    const kept = items.filter(i => e.contains(i)), none = kept.length && kept.every(i => i.hidden);
    e.hidden = !!q && none; if (q && e.matches("details")) e.open = !none;
  }
  one(".found", box).textContent = q || view === "matrix" ? `${shown} of ${items.length}` : "";
}
function matrix(box) {
  const table = one(".mx", box), form = one(".tools", box), body = one("tbody", table), heads = all("thead th", table);
  form.hidden = false;
  for (const c of all(".tools input", box)) {
    if (c.dataset.s === "s") c.closest("label").hidden = !one(".per .ev li", box); else if (!one("tr." + c.dataset.s, body)) c.closest("label").hidden = true;
    on(c, "change", () => { if (c.dataset.s === "s") singles(box, body, heads.length - 1); seek(box); });
  }
  on(form, "submit", e => e.preventDefault());
  [...body.rows].forEach((row, n) => { row.first = n; });
  heads.forEach((th, n) => {
    const b = make("button", { type: "button", title: n ? "Sort: who tells it first" : "Sort: as told by most" }, ...th.childNodes);
    th.append(b);
    on(b, "click", () => {
      const was = th.getAttribute("aria-sort"), up = was !== "descending";
      heads.forEach(h => h.removeAttribute("aria-sort"));
      if (was !== "ascending") th.setAttribute("aria-sort", up ? "descending" : "ascending");
      const value = r => n ? +!!r.cells[n].firstElementChild : all("td a", r).length;
      [...body.rows].sort((a, c) => (was === "ascending" ? 0 : (value(c) - value(a)) * (up ? 1 : -1)) || a.first - c.first).forEach(r => body.append(r));
    });
  });
}
function singles(box, body, width) {
  if (body.dataset.full) return;
  body.dataset.full = 1;
  const order = all(".bases a", box).map(a => a.hash.slice(3));
  for (const li of all(".view[data-v=story] #" + box.id.replace(/top$/, "alone") + " ~ .per .ev li", box)) {
    const a = one("a", li), row = make("tr", { className: "s" }), th = make("th", { scope: "row" });
    th.append(make("a", { href: a.hash }, a.textContent), " ", make("small", {}, "one source"));
    row.append(th); row.first = body.rows.length;
    for (let n = 0; n < width; n++) {
      const mine = a.hash.startsWith("#" + order[n] + ":");
      row.append(make("td", {}, mine ? make("a", { href: a.hash }, a.textContent.length > 44 ? a.textContent.slice(0, 43) + "…" : a.textContent) : "not found"));
    }
    body.append(row);
  }
}

/* Keys */
const seen = e => e.checkVisibility ? e.checkVisibility() : e.offsetParent !== null;
const shownCase = () => cases.find(c => !c.hidden) || cases[0];
const items = () => all(".view:not([hidden]) .it", shownCase()).filter(seen);
function pick(e, move = true) {
  all(".now").forEach(x => x.classList.remove("now"));
  current = e; if (!e) return;
  e.classList.add("now"); e.tabIndex = -1; e.focus({ preventScroll: true });
  if (move) e.scrollIntoView({ block: "nearest" });
}
function step(by) {
  const list = items(); if (!list.length) return;
  const at = list.indexOf(current);
  pick(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by))]);
}
const VIEWS = { s: "story", r: "read", m: "matrix", q: "quotes", n: "numbers", g: "origins", f: "framing" };
function go(view) { const a = one(`.tabs [data-v=${view}]`, shownCase()); if (a) { a.click(); a.focus({ preventScroll: true }); } }
function close_() {
  const box = shownCase();
  if (!clear(box)) return false;
  here = one(`.tabs [data-v=${box.dataset.view}]`, box).hash;
  if (!framed) history.replaceState(null, "", here);
  if (back && back.isConnected) back.focus();
  return true;
}
on(doc, "keydown", e => {
  if (e.key === "Escape" && !one("dialog[open]")) { if (e.target.matches(".seek") && e.target.value) { e.target.value = ""; seek(shownCase()); } else close_(); return; }
  if (!keys || e.ctrlKey || e.altKey || e.metaKey || e.target.closest("input,textarea,select,dialog")) return;
  const k = e.key;
  if (k === "j" || k === "k") step(k === "j" ? 1 : -1);
  else if (k === "o" && current) { const d = one("details", current) || current.closest("details"); if (d) d.open = !d.open; }
  else if (k >= "1" && k <= "9" && current) { const a = all(".ws a, .ev a", current)[+k - 1]; if (a) a.click(); else return; }
  else if (k === "w" && current && current.id) wrong(current);
  else if (k === "/" && seen(one(".seek", shownCase()))) one(".seek", shownCase()).focus();
  else if (k === "?") help();
  else if (VIEWS[k]) go(VIEWS[k]);
  else return;
  e.preventDefault();
});
function help() {
  let d = one(".help");
  if (!d) {
    const rows = [["j k", "next, previous"], ["o", "open or close it"], ["1 to 9", "its first, second … place in the accounts"], ["Esc", "back to the list"], ["s r m q n g f", "story, read, matrix, quotes, numbers, origins, framing"], ["w", "mark what is wrong; the list can be saved"], ["/", "find"], ["?", "this help"]];
    const dl = make("dl"); for (const [k, t] of rows) { const dt = make("dt"); k.split(" ").forEach(x => dt.append(x === "to" ? "to" : make("kbd", {}, x), " ")); dl.append(dt, make("dd", {}, t)); }
    const box = make("input", { type: "checkbox", checked: keys });
    on(box, "change", () => { keys = box.checked; try { localStorage.setItem("asreported-keys", keys ? "on" : "off"); } catch { /* kept for this visit */ } });
    const end = make("button", { type: "button" }, "Close"); on(end, "click", () => d.close());
    const h = make("h2", { id: "help-h" }, "Keys");
    d = make("dialog", { className: "help" }, h, dl, make("p", {}, make("label", {}, box, " Single keys are on")), end);
    d.setAttribute("aria-labelledby", "help-h"); doc.body.append(d);
  }
  d.showModal();
}
/* What a reader finds wrong goes to a file of their own, by the places it stands on. */
const marked = new Map();
function wrong(item) {
  if (!marked.delete(item.id)) marked.set(item.id, { what: one(".st", item)?.textContent.trim() || "finding", title: (one("h3,.l", item) || item.firstChild).textContent.trim(), places: [...new Set(all("a", item).map(a => a.hash.slice(1)).filter(p => PLACE.test(p)))] });
  item.classList.toggle("wrong", marked.has(item.id));
  say(marked.has(item.id) ? "Marked as wrong" : "No longer marked");
  for (const b of all(".save")) { b.hidden = !marked.size; b.textContent = `Save ${marked.size} correction${marked.size > 1 ? "s" : ""}`; }
}
function save() {
  const url = URL.createObjectURL(new Blob([JSON.stringify([...marked.values()], null, 1)], { type: "application/json" }));
  make("a", { href: url, download: "corrections.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
function say(text) { const t = make("p", { className: "toast" }, text); t.setAttribute("role", "status"); doc.body.append(t); setTimeout(() => t.remove(), 2500); }
async function copy(text) {
  try { await navigator.clipboard.writeText(text); } catch {
    const a = make("textarea", { value: text }); doc.body.append(a); a.select(); doc.execCommand("copy"); a.remove();
  }
  say("Copied");
}
on(doc, "click", e => {
  const a = e.target.closest('a[href^="#"]'), act = e.target.closest("[data-do]");
  if (a) {
    const box = shownCase();
    left.set(box.id + box.dataset.view, scrollY); pressed = !e.ctrlKey && !e.metaKey && !e.shiftKey;
    if (!a.closest(".reader")) back = a;
    if (framed || a.hash === here) { e.preventDefault(); here = a.hash; route(); }
    return;
  }
  if (e.target.matches(".close")) return close_();
  if (!act || act.dataset.do === "live") return;
  const [acc, start, end] = act.parentNode.place, said = words(acc.dataset.k, start, end), head = one(".headline", acc);
  if (act.dataset.do === "link") copy(location.href.replace(/#.*/, "") + `#${acc.dataset.k}:${start}-${end}`);
  else copy("“" + said + "” " + acc.dataset.n + (head ? ", “" + head.textContent.replace(/\s+/g, " ").trim() + "”" : "") + (acc.dataset.d ? ", " + acc.dataset.d : "") + `, characters ${start}–${end}.` + (acc.dataset.u ? " " + acc.dataset.u : ""));
});
on(doc, "beforematch", e => { const v = e.target.closest(".view"), a = e.target.closest(".acc"); if (v) show(v.closest(".case"), v.dataset.v); if (a) base(a); });
let opened = [];
on(window, "beforeprint", () => { opened = all(".main details:not([open])"); for (const d of opened) { if (d.matches(".fill")) fill(d); d.open = true; } for (const e of all("[hidden=until-found]")) { e.removeAttribute("hidden"); e.dataset.printed = 1; } });
on(window, "afterprint", () => { for (const d of opened) d.open = false; for (const e of all("[data-printed]")) { hide(e, true); delete e.dataset.printed; } });
on(window, "hashchange", route);

for (const box of cases) {
  const input = make("input", { type: "search", className: "seek", autocomplete: "off" }), found = make("output", { className: "found" });
  on(input, "input", () => seek(box));
  const more = make("button", { type: "button", className: "keysbtn" }, "Keys"); on(more, "click", help);
  const kept = make("button", { type: "button", className: "save", hidden: true }); on(kept, "click", save);
  one(".tabs ul", box).after(make("div", { className: "finder" }, make("label", {}, "Find ", input), found, kept, more));
  matrix(box);
  all(".finds li", box).forEach((li, n) => { li.id = box.id.replace(/top$/, `f${n + 1}`); li.className = "it"; li.style.counterSet = `f ${n + 1}`; });
  for (const li of all(".list>li", box)) {
    li.classList.add("it");
    if (!li.matches(".o")) li.append(make("details", { className: "fill" }, make("summary", {}, "Words of each")));
  }
  base(one(".acc", box)); show(box, "story");
}
const up = make("button", { type: "button", className: "up", hidden: true }, "Top");
on(up, "click", () => { scrollTo(0, 0); one(".tabs a", shownCase()).focus({ preventScroll: true }); });
on(window, "scroll", () => { up.hidden = scrollY < 2 * innerHeight; });
doc.body.append(up);
if (cases.length) only(cases[0]);
route();
})();
