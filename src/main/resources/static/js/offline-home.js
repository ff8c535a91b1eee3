// On every page of somebody signed in at a computer that keeps drafts: what another user left becomes unreadable, one's own opens
// again, and what waited for the line goes up.
const own = document.querySelector("script[data-sending]").dataset;
if (isSecureContext && localStorage.getItem("bamcoso-device") && navigator.locks) {
  const store = await import(new URL(own.store, location.href));
  const { between, waits } = await import(new URL(own.sending, location.href));
  const kept = await store.owner();
  const mine = kept?.user === Number(own.user);
  if (kept && !mine) await store.forget();
  if (!mine || (await store.all(kept)).some(waits)) {
    const { who, sent, words } = await between(store).sync();
    const stuck = who && (await store.all(who)).some(draft => draft.note || draft.rows.some(row => row.theirs || row.refused));
    for (const text of [...sent, ...(stuck && words ? [words?.look] : [])]) {
      const told = document.createElement("div");
      told.className = "notice";
      const said = document.createElement("p");
      said.append(text === words?.look ? Object.assign(document.createElement("a"), { href: "/offline", textContent: text }) : text);
      told.append(said);
      document.getElementById("notices")?.append(told);
    }
  }
}
