// What goes between this computer and the program: due forms come, written cells and queued reports go, each once. What somebody
// else wrote into the same cell meanwhile is kept beside one's own, for the person to decide.
export const changed = row => row.value !== row.was || row.remark !== row.said;
export const number = text => text === "" ? null : Number(text.replaceAll(".", "").replace(",", "."));
/** Whether there is something that would go up if there were a line. */
export const waits = draft => Boolean(draft.queued) || draft.rows.some(row => changed(row) && !row.theirs && !row.refused);

/** @param words what is said; those of the program, when it answers, where a page has none of its own */
export function between(store, words = {}) {
  let csrf;

  async function call(method, address, body) {
    const answer = await fetch(address, { method, body: body && JSON.stringify(body), credentials: "same-origin", redirect: "error",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-Requested-With": "fetch", ...(csrf && { "X-CSRF-TOKEN": csrf }) } });
    const told = answer.status === 204 ? null : await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(told?.detail ?? answer.status), { status: answer.status, told });
    return told;
  }

  /** Who is signed in decides what is readable here: another user's drafts stay as they are, encrypted. */
  async function meet() {
    try {
      const me = await call("GET", "/offline/devices/" + store.device());
      await store.keep(me);
      csrf = me.csrf;
      words = me.words;
      return {};
    } catch (failure) {
      if (failure.status === 404) {
        store.noDevice();
        await store.forget();
      }
      return { trouble: failure.status === undefined || failure.status > 500 ? words["no-line"] : words.signin };
    }
  }

  /** Due forms as they are now; what was written here and is not up yet stays. */
  async function take(who) {
    const forms = await call("GET", "/offline/forms");
    const there = new Map((await store.all(who)).map(draft => [draft.id, draft]));
    for (const form of forms) {
      const known = there.get(form.id);
      there.delete(form.id);
      const merge = draft => {
        const before = draft.rows ?? [];
        const rows = form.rows.map(row => {
          const mine = before.find(one => one.key === row.key);
          const fresh = { ...row, remark: row.remark ?? "", was: row.value, said: row.remark ?? "" };
          return mine && changed(mine) ? { ...fresh, value: mine.value, remark: mine.remark, cell: mine.cell, was: mine.was, said: mine.said, sent: mine.sent, theirs: mine.theirs } : fresh;
        });
        const gone = before.filter(mine => changed(mine) && !form.rows.some(row => row.key === mine.key)).map(mine => `${mine.label}: ${mine.value || mine.remark}`);
        if (draft.version !== undefined && draft.version !== form.version) draft.note = [words.changed, ...(gone.length ? [words.gone.replace("{0}", gone.join("; "))] : [])].join(" ");
        Object.assign(draft, form, { rows });
      };
      if (known) await store.change(who, form.id, merge);
      else await store.put(who, (draft => (merge(draft), draft))({}));
    }
    for (const left of there.values()) if (!left.note && !waits(left) && !left.rows.some(changed)) await store.remove(who, left.id);
  }

  /** What the program answered for one cell. What one wrote oneself, and never heard of because the line was cut, is no conflict. */
  function settle(row, cell, asSent) {
    const own = row.sent?.some(one => number(one.value) === number(cell.value) && one.remark === cell.remark);
    row.refused = cell.refused && !cell.conflict ? cell.refused : undefined;
    if (cell.conflict && !own) {
      row.theirs = { value: cell.value, remark: cell.remark, cell: cell.cell, told: cell.refused };
    } else if (cell.conflict || !cell.refused) {
      const untouched = !cell.conflict && row.value === asSent.value && row.remark === asSent.remark;
      Object.assign(row, { cell: cell.cell, was: cell.value, said: cell.remark, sent: undefined, doubts: [...cell.errors, ...cell.doubts] }, untouched && { value: cell.value, remark: cell.remark });
    }
  }

  /** Cells first, each for itself; then, when it was queued and no cell is in doubt, the presentation, under its key. */
  async function send(who, id) {
    for (let round = 0; round < 3; round++) {
      const going = [];
      const draft = await store.change(who, id, kept => {
        for (const row of kept.rows.filter(one => changed(one) && !one.theirs && !one.refused)) {
          row.sent = [...(row.sent ?? []), { value: row.value, remark: row.remark }].slice(-20);
          going.push({ indicator: row.key, value: row.words ? null : row.value, remark: row.remark, seen: row.cell });
        }
      });
      if (!draft) return undefined;
      if (going.length === 0) break;
      const live = await call("POST", `/submissions/${id}/live`, { cells: going });
      await store.change(who, id, kept => {
        for (const cell of live.cells) {
          const sent = going.find(one => one.indicator === cell.indicator);
          const row = kept.rows.find(one => one.key === cell.indicator);
          if (row && sent) settle(row, cell, { value: sent.value ?? row.value, remark: sent.remark });
        }
      });
      if (live.form !== draft.version) {
        await store.change(who, id, kept => { kept.queued = undefined; });
        await take(who);
        return undefined;
      }
    }
    return present(who, (await store.all(who)).find(draft => draft.id === id));
  }

  async function present(who, draft) {
    if (!draft?.queued || draft.rows.some(row => row.theirs || row.refused || changed(row))) return undefined;
    try {
      const state = await call("POST", `/submissions/${draft.id}/offline-presentation`, { key: draft.queued, form: draft.version });
      await store.remove(who, draft.id);
      return words.sent.replace("{0}", draft.form).replace("{1}", state.sentence);
    } catch (failure) {
      if (failure.status !== 409 && failure.status !== 422) throw failure;
      const why = [failure.message, ...(failure.told?.errors ?? failure.told?.faults ?? []).map(fault => (fault.where ?? "") + ": " + (fault.sentence ?? fault.detail ?? fault.message ?? ""))].join(" ");
      await store.change(who, draft.id, kept => Object.assign(kept, { queued: undefined, note: why }));
      if (failure.status === 409) await take(who).catch(() => {});
      return undefined;
    }
  }

  /** Everything that waits goes up, from one window at a time. @returns what was sent in words, or what is in the way */
  function sync() {
    return navigator.locks.request("bamcoso-sending", async () => {
      const met = await meet();
      const who = await store.owner();
      if (met.trouble || !who) return { who, trouble: met.trouble ?? words.signin, sent: [] };
      const sent = [];
      for (const { id } of await store.all(who)) {
        try {
          const told = await send(who, id);
          if (told) sent.push(told);
        } catch (failure) {
          if (failure.status === undefined || failure.status > 500) return { who, trouble: words["no-line"], sent };
          if (failure.status === 401 || failure.status === 423) return { who, trouble: words.signin, sent };
          await store.change(who, id, draft => Object.assign(draft, { note: failure.message, queued: undefined }));
        }
      }
      return { who, sent, words };
    });
  }

  /** The due forms, from one window at a time. @returns what is in the way, if anything */
  async function bring() {
    const met = await meet();
    const who = await store.owner();
    if (!met.trouble) await navigator.locks.request("bamcoso-sending", () => take(who));
    return { who, ...met };
  }

  return { bring, sync };
}
