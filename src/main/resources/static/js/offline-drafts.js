// Drafts of due forms on this computer: opened without a line, written, queued, and sent once when the line is back. What somebody
// else wrote into the same cell meanwhile is shown beside one's own, cell by cell.
const own = document.querySelector("script[data-store]").dataset;
const store = await import(new URL(own.store, location.href));
const { between, changed, number, waits } = await import(new URL(own.sending, location.href));
const words = JSON.parse(document.getElementById("main").dataset.words);
const list = document.getElementById("drafts");
const line = document.getElementById("line");
const program = between(store, words);
const AGAIN = 20000;
const PATIENCE = 3000;
let who;
let drafts = [];
const opened = new Set();

const say = (text, ...args) => args.reduce((said, arg, i) => said.replace("{" + i + "}", arg), text);
const make = (tag, props = {}, ...inside) => {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...inside);
  return made;
};

async function sync() {
  const { who: met, trouble, sent } = await program.sync();
  who = met;
  line.textContent = [...sent, ...(trouble ? [trouble] : [])].join(" ") || words.line;
  await reread();
}

async function reread() {
  drafts = who ? await store.all(who) : [];
  show();
}

/** A change of one draft by its number: what is shown may be older than what lies on the computer. */
async function edit(id, work) {
  const draft = await store.change(who, id, work);
  if (draft) drafts = drafts.map(one => one.id === id ? draft : one);
  return draft;
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

/** Two values for one cell: mine, and theirs that stands now. */
function choice(draft, row) {
  const mine = row.words ? row.remark : row.value;
  const theirs = row.words ? row.theirs.remark : row.theirs.value;
  return make("p", { className: "choice" }, ...[[words.keep, mine, true], [words.take, theirs, false]].map(([word, value, keep]) => make("button", {
    type: "button", className: "btn quiet small", textContent: say(word, value || "–"),
    onclick: async () => {
      await edit(draft.id, kept => {
        const cell = kept.rows.find(one => one.key === row.key);
        if (!cell.theirs) return;
        Object.assign(cell, { cell: cell.theirs.cell, was: cell.theirs.value, said: cell.theirs.remark }, keep ? {} : { value: cell.theirs.value, remark: cell.theirs.remark });
        cell.theirs = undefined;
      });
      show();
      sync();
    } })));
}

function rowOf(draft, row) {
  const field = make(row.words ? "textarea" : "input", { className: row.words ? "input" : "cell", id: `f-${draft.id}-${row.key}`, value: row.words ? row.remark : row.value, autocomplete: "off" });
  if (!row.words) field.inputMode = "decimal";
  const sayings = make("div", { className: "saying", id: `s-${draft.id}-${row.key}` });
  const remark = make("input", { className: "input", id: `r-${draft.id}-${row.key}`, value: row.remark, maxLength: 500 });
  remark.setAttribute("aria-label", words.remark + ": " + row.label);
  field.setAttribute("aria-describedby", sayings.id);
  const tell = (in_, at) => {
    const told = [...(at.refused ? [at.refused] : []), ...broken(in_, at), ...(at.doubts ?? [])];
    sayings.replaceChildren(...told.map(text => make("p", { className: "why wrong", textContent: text })));
    if (at.theirs) sayings.append(make("p", { className: "why wrong", textContent: at.theirs.told }), choice(in_, at));
  };
  const save = async () => {
    const kept = await edit(draft.id, one => {
      const cell = one.rows.find(at => at.key === row.key);
      cell.remark = (row.words ? field : remark).value.trim();
      if (!row.words) cell.value = field.value.trim();
      cell.refused = undefined;
    });
    if (!kept) return;
    tell(kept, kept.rows.find(at => at.key === row.key));
    line.textContent = words.saved;
  };
  field.addEventListener("change", save);
  remark.addEventListener("change", save);
  tell(draft, row);
  if (row.words) return make("div", { className: "field answer" }, make("label", { htmlFor: field.id, textContent: row.label }), field, sayings);
  const head = make("th", { scope: "row" }, make("label", { htmlFor: field.id, textContent: row.label }), make("span", { className: "def", textContent: row.unit }));
  return make("tr", {}, head, make("td", { className: "num ro", textContent: row.last ?? "–" }), make("td", { className: "num" }, field), make("td", {}, remark, sayings));
}

async function carry(draft) {
  const now = drafts.find(one => one.id === draft.id) ?? draft;
  const cells = now.rows.filter(changed).map(row => ({ indicator: row.key, value: row.words ? null : row.value, remark: row.remark, seen: row.cell }));
  const packed = await store.signed(who, { key: crypto.randomUUID(), submission: draft.id, madeAt: new Date().toISOString(), cells });
  make("a", { href: URL.createObjectURL(new Blob([JSON.stringify(packed)], { type: "application/json" })), download: `bam-co-so-${draft.id}.json` }).click();
}

function sheetOf(draft) {
  const table = make("table", { className: "figs" }, make("caption", { className: "unseen", textContent: draft.form }), make("tbody", {}, ...draft.rows.filter(row => !row.words).map(row => rowOf(draft, row))));
  const answers = draft.rows.filter(row => row.words).map(row => rowOf(draft, row));
  const button = (word, onclick, quiet) => make("button", { type: "button", className: quiet ? "btn quiet" : "btn", textContent: word, onclick });
  const queue = button(draft.queued ? words.unqueue : words.queue, async () => {
    await edit(draft.id, kept => Object.assign(kept, { queued: kept.queued ? undefined : crypto.randomUUID(), note: undefined }));
    show();
    sync();
  });
  const actions = make("div", { className: "actions" }, queue, button(words.file, () => carry(draft), true));
  if (draft.note) actions.append(button(words.drop, async () => { await store.remove(who, draft.id); await reread(); }, true));
  const section = make("section", { className: "sheet" }, make("h2", { textContent: draft.form + " · " + draft.period }), make("p", { className: "meta", textContent: draft.place + (draft.due ? " · " + say(words.due, draft.due.split("-").reverse().join("/")) : "") }));
  if (draft.note) section.append(make("p", { className: "why wrong", textContent: draft.note }));
  if (draft.queued) section.append(make("p", { className: "meta", textContent: words.queued }));
  section.append(make("details", { open: drafts.length === 1 || opened.has(draft.id) || draft.rows.some(row => row.theirs || row.refused),
    ontoggle: event => { if (event.target.isConnected) opened[event.target.open ? "add" : "delete"](draft.id); } }, make("summary", { textContent: words.open }), make("div", { className: "scroll" }, table), ...answers), actions);
  return section;
}

/** Drawn anew; where somebody is just writing, the letters and the place in them stay. */
function show() {
  const at = list.contains(document.activeElement) && document.activeElement.id ? document.activeElement : null;
  const typed = at && "value" in at ? { id: at.id, value: at.value, from: at.selectionStart, to: at.selectionEnd } : null;
  if (!who) list.replaceChildren(make("p", { className: "meta", textContent: words.locked }));
  else if (drafts.length === 0) list.replaceChildren(make("p", { className: "meta", textContent: words.none }));
  else list.replaceChildren(...drafts.map(sheetOf));
  const again = typed && document.getElementById(typed.id);
  if (again) {
    again.focus();
    again.value = typed.value;
    again.setSelectionRange(typed.from, typed.to);
  }
  document.documentElement.dataset.ready = "true";
}

document.getElementById("fetch").addEventListener("click", async () => {
  try {
    const { who: met, trouble } = await program.bring();
    who = met;
    line.textContent = trouble ?? words.fetched;
  } catch {
    line.textContent = words["no-line"];
  }
  await reread();
});
if (isSecureContext && "serviceWorker" in navigator) {
  navigator.serviceWorker.register("/offline-worker.js", { scope: "/" });
  // Signed out in another window: nothing stays readable in this one either.
  new BroadcastChannel("bamcoso").addEventListener("message", async () => {
    who = undefined;
    await reread();
  });
  addEventListener("online", sync);
  setInterval(() => { if (!document.hidden && who && drafts.some(waits)) sync(); }, AGAIN);
  // Who sits here now is asked first; without a line, or when it is very slow, the last who was signed in may read.
  const asked = sync();
  await Promise.race([asked, new Promise(done => setTimeout(done, PATIENCE))]);
  if (!document.documentElement.dataset.ready) {
    who = await store.owner();
    await reread();
  }
} else {
  line.textContent = words.other;
}
