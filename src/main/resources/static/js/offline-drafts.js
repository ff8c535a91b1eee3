// Drafts of due forms on this computer: opened without a line, written, queued, and sent once when the line is back. What somebody
// else wrote into the same cell meanwhile is shown beside one's own, cell by cell.
const store = await import(new URL(document.querySelector("script[data-store]").dataset.store, location.href));
const words = JSON.parse(document.getElementById("main").dataset.words);
const list = document.getElementById("drafts");
const line = document.getElementById("line");
let who;
let drafts = [];
let busy = false;
const opened = new Set();

const say = (text, ...args) => args.reduce((said, arg, i) => said.replace("{" + i + "}", arg), text);
const make = (tag, props = {}, ...inside) => {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...inside);
  return made;
};
const changed = row => row.value !== row.was || row.remark !== row.said;
const number = text => text === "" ? null : Number(text.replaceAll(".", "").replace(",", "."));

async function call(method, address, body) {
  const answer = await fetch(address, { method, body: body && JSON.stringify(body), credentials: "same-origin", redirect: "error",
    headers: { "Content-Type": "application/json", Accept: "application/json", ...(who?.csrf && { "X-CSRF-TOKEN": who.csrf }) } });
  const told = answer.status === 204 ? null : await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(told?.detail ?? answer.status), { status: answer.status, told });
  return told;
}

/** Who is signed in decides what is readable here: another user's drafts stay as they are, encrypted. */
async function meet() {
  const kept = await store.owner();
  try {
    const me = await call("GET", "/offline/devices/" + store.device());
    await store.keep(me);
    who = { ...(await store.owner()), csrf: me.csrf };
    return true;
  } catch (failure) {
    if (failure.status === 404) {
      localStorage.removeItem("bamcoso-device");
      await store.forget();
    }
    who = failure.status === 404 ? undefined : kept;
    line.textContent = failure.status === undefined ? words["no-line"] : words.signin;
    return false;
  }
}

async function fetchForms() {
  for (const form of await call("GET", "/offline/forms")) {
    const there = drafts.find(one => one.id === form.id);
    const rows = form.rows.map(row => {
      const mine = there?.rows.find(one => one.key === row.key);
      const fresh = { ...row, remark: row.remark ?? "", was: row.value, said: row.remark ?? "" };
      return mine && changed(mine) ? { ...fresh, value: mine.value, remark: mine.remark, cell: mine.cell, was: mine.was, said: mine.said, theirs: mine.theirs } : fresh;
    });
    await store.put(who, { ...there, ...form, rows, note: there && there.version !== form.version ? words.changed : there?.note });
  }
  drafts = await store.all(who);
}

/** Cells first, each for itself; then, when it was queued and no cell is in doubt, the presentation, under its key. */
async function send(draft) {
  const rows = draft.rows.filter(row => changed(row) && !row.theirs);
  if (rows.length > 0) {
    const live = await call("POST", `/submissions/${draft.id}/live`, { cells: rows.map(row => ({ indicator: row.key, value: row.words ? null : row.value, remark: row.remark, seen: row.cell })) });
    for (const cell of live.cells) {
      const row = draft.rows.find(one => one.key === cell.indicator);
      if (!row) continue;
      row.refused = cell.refused && !cell.conflict ? cell.refused : undefined;
      if (cell.conflict) row.theirs = { value: cell.value, remark: cell.remark, cell: cell.cell, told: cell.refused };
      else if (!cell.refused) Object.assign(row, { cell: cell.cell, was: cell.value, said: cell.remark, value: cell.value, remark: cell.remark, doubts: [...cell.errors, ...cell.doubts] });
    }
    await store.put(who, draft);
  }
  if (draft.queued && !draft.rows.some(row => row.theirs || row.refused)) {
    try {
      const state = await call("POST", `/submissions/${draft.id}/offline-presentation`, { key: draft.queued });
      await store.remove(who, draft.id);
      drafts = drafts.filter(one => one !== draft);
      line.textContent = say(words.sent, draft.form, state.sentence);
      return;
    } catch (failure) {
      if (failure.status !== 409 && failure.status !== 422) throw failure;
      draft.queued = undefined;
      draft.note = [failure.message, ...(failure.told?.errors ?? failure.told?.faults ?? []).map(fault => (fault.where ?? "") + ": " + (fault.sentence ?? fault.detail ?? fault.message ?? ""))].join(" ");
      await store.put(who, draft);
    }
  }
}

async function sync() {
  if (busy) return;
  busy = true;
  try {
    if (!await meet()) return;
    drafts = await store.all(who);
    for (const draft of [...drafts]) {
      try {
        await send(draft);
      } catch (failure) {
        if (failure.status === undefined) throw failure;
        draft.note = failure.message;
        draft.queued = failure.status === 404 || failure.status === 403 || failure.status === 409 ? undefined : draft.queued;
        await store.put(who, draft);
      }
    }
    if (!line.textContent || line.textContent === words["no-line"]) line.textContent = words.line;
  } catch {
    line.textContent = words["no-line"];
  } finally {
    busy = false;
    show();
  }
}

function broken(draft, row) {
  return draft.rules.filter(rule => rule.at === row.key).flatMap(rule => {
    const sum = side => {
      let total = null;
      for (const [, sign, key] of side.matchAll(/([-+]?)\s*(\w+)/g)) {
        const value = number(draft.rows.find(one => one.key === key)?.value ?? "");
        if (value !== null) total = (total ?? 0) + (sign === "-" ? -value : value);
      }
      return total;
    };
    const [left, right] = [sum(rule.left), sum(rule.right)];
    const bad = left !== null && right !== null && (rule.relation === "=" ? left !== right : left > right);
    return bad ? [say(rule.sentence, left.toLocaleString("vi-VN"), right.toLocaleString("vi-VN"), Math.abs(right - left).toLocaleString("vi-VN"))] : [];
  });
}

function rowOf(draft, row) {
  const field = make(row.words ? "textarea" : "input", { className: row.words ? "input" : "cell", id: `f-${draft.id}-${row.key}`, value: row.words ? row.remark : row.value, autocomplete: "off" });
  if (!row.words) field.inputMode = "decimal";
  const sayings = make("div", { className: "saying" });
  const tell = () => {
    const told = [...(row.refused ? [row.refused] : []), ...broken(draft, row), ...(row.doubts ?? [])];
    sayings.replaceChildren(...told.map(text => make("p", { className: "why wrong", textContent: text })));
    if (row.theirs) sayings.append(make("p", { className: "why wrong", textContent: row.theirs.told }), make("p", { className: "choice" },
      ...[[words.keep, row.words ? row.remark : row.value, true], [words.take, row.words ? row.theirs.remark : row.theirs.value, false]].map(([word, value, mine]) => make("button", {
        type: "button", className: "btn quiet small", textContent: say(word, value || "–"),
        onclick: async () => {
          Object.assign(row, { cell: row.theirs.cell, was: row.theirs.value, said: row.theirs.remark }, mine ? {} : { value: row.theirs.value, remark: row.theirs.remark });
          row.theirs = undefined;
          await store.put(who, draft);
          sync();
        } }))));
  };
  const save = async () => {
    if (row.words) row.remark = field.value.trim();
    else row.value = field.value.trim();
    row.refused = undefined;
    tell();
    await store.put(who, draft);
    line.textContent = words.saved;
  };
  field.addEventListener("change", save);
  const remark = make("input", { className: "input", value: row.remark, maxLength: 500, onchange: async () => { row.remark = remark.value.trim(); await store.put(who, draft); line.textContent = words.saved; } });
  remark.setAttribute("aria-label", words.remark + ": " + row.label);
  tell();
  if (row.words) return make("div", { className: "field answer" }, make("label", { htmlFor: field.id, textContent: row.label }), field, sayings);
  const head = make("th", { scope: "row" }, make("label", { htmlFor: field.id, textContent: row.label }), make("span", { className: "def", textContent: row.unit }));
  return make("tr", {}, head, make("td", { className: "num ro", textContent: row.last ?? "–" }), make("td", { className: "num" }, field), make("td", {}, remark, sayings));
}

function sheetOf(draft) {
  const table = make("table", { className: "figs" }, make("tbody", {}, ...draft.rows.filter(row => !row.words).map(row => rowOf(draft, row))));
  const answers = draft.rows.filter(row => row.words).map(row => rowOf(draft, row));
  const queue = make("button", { type: "button", className: "btn", textContent: draft.queued ? words.unqueue : words.queue,
    onclick: async () => { draft.queued = draft.queued ? undefined : crypto.randomUUID(); draft.note = undefined; await store.put(who, draft); show(); sync(); } });
  const file = make("button", { type: "button", className: "btn quiet", textContent: words.file, onclick: async () => {
    const cells = draft.rows.filter(changed).map(row => ({ indicator: row.key, value: row.words ? null : row.value, remark: row.remark, seen: row.cell }));
    const packed = await store.signed(who, { key: crypto.randomUUID(), submission: draft.id, madeAt: new Date().toISOString(), cells });
    const link = make("a", { href: URL.createObjectURL(new Blob([JSON.stringify(packed)], { type: "application/json" })), download: `bam-co-so-${draft.id}.json` });
    link.click();
  } });
  const section = make("section", { className: "sheet" }, make("h2", { textContent: draft.form + " · " + draft.period }), make("p", { className: "meta", textContent: draft.place + (draft.due ? " · " + say(words.due, draft.due.split("-").reverse().join("/")) : "") }));
  if (draft.note) section.append(make("p", { className: "why wrong", textContent: draft.note }));
  if (draft.queued) section.append(make("p", { className: "meta", textContent: words.queued }));
  section.append(make("details", { open: drafts.length === 1 || opened.has(draft.id) || draft.rows.some(row => row.theirs || row.refused),
    ontoggle: event => { if (event.target.isConnected) opened[event.target.open ? "add" : "delete"](draft.id); } }, make("summary", { textContent: words.open }), make("div", { className: "scroll" }, table), ...answers), make("div", { className: "actions" }, queue, file));
  return section;
}

function show() {
  if (document.activeElement && list.contains(document.activeElement) && document.activeElement.matches("input, textarea")) return;
  if (!who) list.replaceChildren(make("p", { className: "meta", textContent: words.locked }));
  else if (drafts.length === 0) list.replaceChildren(make("p", { className: "meta", textContent: words.none }));
  else list.replaceChildren(...drafts.map(sheetOf));
  document.documentElement.dataset.ready = "true";
}

document.getElementById("fetch").addEventListener("click", async () => {
  if (await meet()) {
    await fetchForms();
    line.textContent = words.fetched;
  }
  show();
});
addEventListener("online", sync);
if (isSecureContext && "serviceWorker" in navigator) {
  navigator.serviceWorker.register("/offline-worker.js", { scope: "/" });
  who = await store.owner();
  if (who) drafts = await store.all(who);
  show();
  sync();
} else {
  line.textContent = words.other;
}
