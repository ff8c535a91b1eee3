// What was written into a form that is refused is not lost: the way back from the reason fills it in again, with the reason
// above it. Kept in this tab for one step only; passwords and files are not kept.
(() => {
  const KEY = "bamcoso.written";
  const here = location.pathname + location.search;
  const read = () => { try { return JSON.parse(sessionStorage.getItem(KEY)); } catch { return null; } };
  const keep = written => { try { written ? sessionStorage.setItem(KEY, JSON.stringify(written)) : sessionStorage.removeItem(KEY); } catch { /* a private window keeps nothing */ } };
  const alike = action => [...document.querySelectorAll("main form[method=post]")].filter(form => form.getAttribute("action") === action);
  const fields = form => [...form.elements].filter(field => field.name && field.matches("textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit])"));
  const ticked = field => field.type === "checkbox" || field.type === "radio";

  function fillIn(written) {
    const form = alike(written.action)[written.nth];
    if (!form) return;
    fields(form).forEach((field, i) => {
      const was = written.fields[i];
      if (!was || was.name !== field.name || field.readOnly) return;
      if (ticked(field)) field.checked = was.value;
      else if (field.multiple) [...field.options].forEach(option => { option.selected = was.value.includes(option.value); });
      else field.value = was.value;
    });
    for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const notice = document.createElement("div");
    notice.className = "notice bad";
    notice.setAttribute("role", "alert");
    notice.tabIndex = -1;
    for (const sentence of written.reason.concat(form.querySelector("input[type=file]") ? written.files : [])) {
      const line = document.createElement("p");
      line.textContent = sentence;
      notice.append(line);
    }
    form.before(notice);
    notice.focus({ preventScroll: true });
    notice.scrollIntoView({ block: "center" });
  }

  const refused = document.querySelector("[data-refused]");
  const written = read();
  if (refused) {
    const reason = [...refused.querySelectorAll("[data-sentence], tbody tr")].map(line => [...line.querySelectorAll("th, td")].map(cell => cell.innerText).join(": ") || line.innerText);
    keep(written && { ...written, reason, files: refused.dataset.refused });
  } else {
    keep(null);
    if (written && written.reason && written.from === here) fillIn(written);
  }

  document.addEventListener("submit", event => {
    const form = event.target;
    const action = form.getAttribute("action");
    const nth = alike(action).indexOf(form);
    if (event.defaultPrevented || nth < 0 || form.dataset.live) return;
    keep({ from: here, action, nth, fields: fields(form).map(field => ({ name: field.name, value: ticked(field) ? field.checked : field.multiple ? [...field.selectedOptions].map(option => option.value) : field.value })) });
  });
})();
