// Keys in a form of figures: Enter and the arrows go from cell to cell, and a block copied from a spreadsheet fills the cells
// from the one that has the focus: its first column the values, its second the remarks.
const cells = () => [...document.querySelectorAll("form.entry input.cell")];
const remarkOf = cell => cell.closest("tbody").querySelector(".remark:not([hidden]) input");

document.addEventListener("keydown", event => {
  const cell = event.target;
  if (event.altKey || event.ctrlKey || event.metaKey || !cell.matches?.("form.entry input.cell, form.entry .remark input")) return;
  const inRemark = !cell.matches(".cell");
  const atStart = cell.selectionStart === 0 && cell.selectionEnd === 0;
  const atEnd = cell.selectionStart === cell.value.length;
  const own = inRemark ? cell.closest("tbody").querySelector("input.cell") : cell;
  const all = cells();
  const to = {
    Enter: () => all[all.indexOf(own) + (event.shiftKey ? -1 : 1)],
    ArrowDown: () => all[all.indexOf(own) + 1],
    ArrowUp: () => all[all.indexOf(own) - 1],
    ArrowRight: () => inRemark || !atEnd ? undefined : remarkOf(cell),
    ArrowLeft: () => inRemark && atStart ? own : undefined,
    Escape: () => { cell.value = cell.defaultValue; cell.dispatchEvent(new Event("input", { bubbles: true })); return cell; },
  }[event.key];
  if (!to) return;
  const next = to();
  if (next) {
    event.preventDefault();
    next.focus();
    next.select();
  } else if (event.key === "Enter") {
    event.preventDefault();
    cell.blur();
  }
});

// A cell with a line break or a tab is quoted in what a spreadsheet copies; a quote within is doubled.
function table(text) {
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    const row = rows[rows.length - 1];
    if (quoted && letter === "\"" && text[i + 1] === "\"") row[row.length - 1] += text[++i];
    else if (letter === "\"" && (quoted || row[row.length - 1] === "")) quoted = !quoted;
    else if (!quoted && letter === "\t") row.push("");
    else if (!quoted && letter === "\n") rows.push([""]);
    else if (letter !== "\r") row[row.length - 1] += letter;
  }
  if (rows.length > 1 && rows[rows.length - 1].join("") === "") rows.pop();
  return rows.map(row => row.map(cell => cell.trim()));
}

document.addEventListener("paste", event => {
  const cell = event.target;
  if (!cell.matches?.("form.entry input.cell")) return;
  const text = event.clipboardData.getData("text/plain");
  if (!/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
  event.preventDefault();
  let rows = table(text);
  // Names copied along with their figures are passed over: the values begin in the first column that has a number.
  const hasDigits = column => rows.some(row => /^[-+]?\d[\d.,\s]*%?$/.test(row[column] ?? ""));
  while (rows.some(row => row.length > 1) && !hasDigits(0)) rows = rows.map(row => row.slice(1));
  const all = cells();
  const from = all.indexOf(cell);
  const filled = rows.slice(0, all.length - from).map((row, i) => {
    const target = all[from + i];
    target.value = row[0] ?? "";
    if (row[1]) {
      const remark = target.closest("tbody").querySelector(".remark");
      remark.hidden = false;
      remark.querySelector("input").value = row[1];
    }
    target.dispatchEvent(new Event("input", { bubbles: true }));
    return target;
  });
  cell.form.dispatchEvent(new CustomEvent("entry:filled", { detail: { cells: filled.length, left: rows.length - filled.length } }));
  filled[filled.length - 1].focus();
});
