// An open form keeps what is typed, cell by cell, and shows what others write into it meanwhile. Where two wrote into one cell,
// both values are shown and the person decides. Without a line, what was typed waits here and is sent when the line is back.
const form = document.querySelector("form.entry");
const rules = JSON.parse(form.dataset.rules);
const words = JSON.parse(form.dataset.words);
const asked = [...form.querySelectorAll("[data-cell]")].map(field => field.dataset.cell);
let csrf = form.querySelector("[name=_csrf]").value;
const said = document.getElementById("saved");
const named = name => form.elements.namedItem(name);
const PAUSE = 4000;
let count = -1;
let sending = false;
let renewed = false;
let refused = {};
/** What was sent and not answered: should it stand there by now, it is one's own. */
const unheard = {};

const valueOf = key => named("v." + key)?.value.trim() ?? "";
const remarkOf = key => named("r." + key)?.value.trim() ?? "";
const changed = key => valueOf(key) !== (named("v." + key) ? named("was." + key).value : "") || remarkOf(key) !== named("said." + key).value;
const written = key => JSON.stringify([valueOf(key), remarkOf(key), named("n." + key).value]);
const waiting = () => asked.filter(key => changed(key) && refused[key] !== written(key));
const boxOf = key => named((named("v." + key) ? "v." : "r.") + key);

async function call(method, address, body) {
  const answer = await fetch(address, { method, body, credentials: "same-origin", redirect: "error", headers: { "X-CSRF-TOKEN": csrf, "X-Requested-With": "fetch", "Content-Type": "application/json", Accept: "application/json" } });
  if (answer.status === 204) return null;
  if (!answer.ok) throw Object.assign(new Error(answer.status), { status: answer.status, told: (await answer.json().catch(() => ({}))).detail });
  return answer.json();
}

async function send() {
  const keys = waiting();
  if (sending || keys.length === 0) return;
  sending = true;
  const sent = keys.map(key => ({ indicator: key, value: named("v." + key) ? valueOf(key) : null, remark: remarkOf(key), seen: Number(named("n." + key).value) }));
  const asSent = Object.fromEntries(keys.map(key => [key, written(key)]));
  try {
    const live = await call("POST", form.dataset.live, JSON.stringify({ cells: sent }));
    refused = Object.fromEntries(Object.entries(refused).filter(([key]) => !keys.includes(key)));
    for (const cell of live.cells) {
      const typedOn = asSent[cell.indicator] && asSent[cell.indicator] !== written(cell.indicator);
      const own = cell.conflict && unheard[cell.indicator]?.some(one => number(one.value ?? "") === number(cell.value) && one.remark === cell.remark);
      if (own) {
        take(cell, false);
        Object.assign(cell, { refused: null, conflict: false });
      } else if (cell.refused) refused[cell.indicator] = asSent[cell.indicator];
      else if (asSent[cell.indicator]) take(cell, !typedOn);
      delete unheard[cell.indicator];
      tell(cell);
    }
    state(live);
  } catch (failure) {
    if (failure.status === undefined) for (const one of sent) (unheard[one.indicator] ??= []).push(one);
    if (failure.status === 403 && !renewed && await renew()) return void setTimeout(send);
    if (failure.status === 409 || failure.status === 403) closed(failure.told);
    else if (failure.status === 401) signedOut();
    else if (failure.status === 423) dispatchEvent(new Event("bamcoso-locked"));
    else said.textContent = words.waiting.replace("{0}", keys.length);
  } finally {
    sending = false;
  }
  if (waiting().some(key => asSent[key] !== written(key))) send();
}

/** The session ended. What was typed stays; signed in again in another window of this browser, it goes on from here. */
function signedOut() {
  renewed = false;
  const way = Object.assign(document.createElement("a"), { href: "/signin", target: "_blank", rel: "noopener", textContent: words.signin });
  said.replaceChildren(way);
}

/** The page's token is of the session before. */
async function renew() {
  const page = await fetch(location.href, { credentials: "same-origin", redirect: "error" }).then(answer => answer.ok ? answer.text() : "", () => "");
  const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("form.entry [name=_csrf]")?.value;
  renewed = Boolean(fresh);
  if (fresh) for (const field of document.querySelectorAll("[name=_csrf]")) field.value = csrf = fresh;
  return renewed;
}

async function listen() {
  if (document.hidden || sending) return;
  if (waiting().length > 0) await send();
  try {
    const live = await call("GET", form.dataset.live + "?count=" + count);
    if (!live) return;
    if (!live.open) return closed();
    const first = count === -1;
    count = live.count;
    for (const cell of live.cells) {
      if (cell.cell <= Number(named("n." + cell.indicator).value)) continue;
      if (changed(cell.indicator)) {
        if (!document.activeElement?.name?.endsWith("." + cell.indicator)) send();
        continue;
      }
      take(cell, true);
      tell(cell);
      if (!first) mark(cell);
    }
    state(live);
    compute();
  } catch (failure) {
    if (failure.status === 401) signedOut();
    if (failure.status === 403 || failure.status === 404) closed(failure.told);
  }
}

function state(live) {
  if (live.lock !== undefined) named("lock").value = live.lock;
  said.textContent = live.saved;
}

// What stands on the server is what this page has seen now.
function take(cell, shown) {
  named("n." + cell.indicator).value = cell.cell;
  named("was." + cell.indicator).value = cell.value;
  named("said." + cell.indicator).value = cell.remark;
  if (!shown) return;
  for (const [field, value] of [[named("v." + cell.indicator), cell.value], [named("r." + cell.indicator), cell.remark]]) {
    if (field && field.value !== value) field.value = value;
    if (field) field.defaultValue = value;
  }
}

function mark(cell) {
  const box = boxOf(cell.indicator);
  box.classList.add("fresh");
  if (cell.by) box.title = words.by.replace("{0}", cell.by).replace("{1}", cell.at);
  setTimeout(() => box.classList.remove("fresh"), 6000);
}

function paragraph(text, wrong) {
  const made = document.createElement("p");
  made.className = wrong ? "why wrong" : "why";
  made.textContent = text;
  return made;
}

function tell(cell) {
  const note = document.getElementById("note-" + cell.indicator);
  const sentences = [...cell.errors.map(text => paragraph(text, true)), ...cell.doubts.map(text => paragraph(text, false))];
  if (cell.refused) sentences.unshift(Object.assign(paragraph(cell.refused, true), { id: "refused-" + cell.indicator }));
  if (cell.conflict) sentences.splice(1, 0, choice(cell));
  note.replaceChildren(...sentences);
  const remark = note.parentElement.querySelector(".remark");
  if (remark && (cell.doubts.length > 0 || cell.errors.length > 0 || cell.remark)) remark.hidden = false;
  invalid(cell.indicator);
}

function invalid(key) {
  const box = boxOf(key);
  if (document.getElementById("note-" + key).childElementCount > 0) box.setAttribute("aria-invalid", "true");
  else box.removeAttribute("aria-invalid");
}

// Two values for one cell: mine, and theirs that stands now.
function choice(cell) {
  const row = document.createElement("p");
  row.className = "choice";
  for (const mine of [true, false]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn quiet small";
    const value = mine ? valueOf(cell.indicator) || remarkOf(cell.indicator) : cell.value || cell.remark;
    button.textContent = (mine ? words.keep : words.take).replace("{0}", value || "–");
    button.addEventListener("click", () => {
      take(cell, !mine);
      tell({ ...cell, refused: null, conflict: false });
      send();
      compute();
      boxOf(cell.indicator).focus();
    });
    row.append(button);
  }
  return row;
}

function closed(told) {
  said.textContent = told || words.closed;
  for (const field of form.querySelectorAll("input.cell, .remark input, textarea, button")) field.disabled = true;
  clearInterval(clock);
}

// While a person types: the form's checks, and what it computes from its own cells.
const english = document.documentElement.lang === "en";
const number = text => text === "" ? null : Number(english ? text.replaceAll(",", "") : text.replaceAll(".", "").replace(",", "."));
const show = (value, decimals) => value.toLocaleString(english ? "en-US" : "vi-VN", { maximumFractionDigits: decimals });

// One side of a check: cells with + and -; null when none of them has a value.
function side(text) {
  let sum = null;
  for (const [, sign, code] of text.matchAll(/([+-]?)\s*([a-z][a-z0-9_]*)/g)) {
    const value = boxOf(code) ? number(valueOf(code)) : null;
    if (value !== null) sum = (sum ?? 0) + (sign === "-" ? -value : value);
  }
  return sum;
}

function compute() {
  for (const check of rules.checks) {
    const note = document.getElementById("note-" + check.at);
    if (!note) continue;
    const [left, right] = [sum(check.left, false), sum(check.right, false)];
    const broken = left !== null && right !== null && (check.relation === "=" ? left !== right : left > right);
    const name = check.left + check.relation + check.right;
    const known = [...note.querySelectorAll("[data-check]")].find(one => one.dataset.check === name);
    const text = check.sentence.replace("{0}", show(left ?? 0, 6)).replace("{1}", show(right ?? 0, 6)).replace("{2}", show(Math.abs((right ?? 0) - (left ?? 0)), 6));
    if (broken && known) known.textContent = text;
    else if (broken && ![...note.children].some(one => one.textContent.startsWith(text))) {
      const made = paragraph(text, check.hard === "true");
      made.dataset.check = name;
      note.append(made);
    } else if (!broken) known?.remove();
    invalid(check.at);
  }
  for (const { cell, formula, decimals } of rules.formulas) {
    const shown = form.querySelector(`[data-computed="${cell}"]`);
    const value = evaluate(formula);
    if (shown && value !== null && Number.isFinite(value)) shown.textContent = show(value, Number(decimals));
  }
}

// Sums and differences of cells of this form, a quotient of two, or percent(part, whole).
function evaluate(formula) {
  const known = key => asked.includes(key) ? number(valueOf(key)) : null;
  const share = /^\s*percent\(\s*(\w+)\s*,\s*(\w+)\s*\)\s*$/.exec(formula) ?? /^\s*(\w+)\s*\/\s*(\w+)\s*$/.exec(formula);
  if (share) {
    const [part, whole] = [known(share[1]), known(share[2])];
    return part === null || !whole ? null : part / whole * (formula.includes("percent") ? 100 : 1);
  }
  return sum(formula, true);
}

// Codes with + and - between them. What is empty counts for nothing, or, where all are wanted, makes the sum unknown.
function sum(side, all) {
  if (!/^\s*-?\s*\w+(\s*[-+]\s*\w+)*\s*$/.test(side)) return null;
  let total = null;
  for (const [, sign, key] of side.matchAll(/([-+]?)\s*(\w+)/g)) {
    const value = asked.includes(key) ? number(valueOf(key)) : null;
    if (value === null && all) return null;
    if (value !== null) total = (total ?? 0) + (sign === "-" ? -value : value);
  }
  return total;
}

form.addEventListener("change", () => send());
form.addEventListener("input", event => {
  if (!event.target.parentElement.closest("tbody, .answer")?.querySelector(".choice")) document.getElementById("refused-" + event.target.dataset.cell)?.remove();
  compute();
});
form.addEventListener("entry:filled", event => {
  said.textContent = words.pasted.replace("{0}", event.detail.cells).replace("{1}", event.detail.left);
  compute();
  send();
});
document.addEventListener("visibilitychange", () => listen());
addEventListener("online", () => listen());
const clock = setInterval(listen, PAUSE);
listen();
