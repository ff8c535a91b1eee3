// Keys in a form of figures: Enter and the arrows go from cell to cell. What is said about a cell marks the cell too.
const cells = () => [...document.querySelectorAll("form.entry input.cell")];

document.addEventListener("keydown", event => {
  const cell = event.target;
  if (!cell.matches?.("form.entry input.cell") || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = event.key === "Enter" || event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const all = cells();
  const next = all[all.indexOf(cell) + step];
  if (next) {
    next.focus();
    next.select();
  } else {
    cell.blur();
  }
});

document.addEventListener("htmx:oobAfterSwap", event => {
  for (const saying of document.querySelectorAll(".entry .saying")) {
    const cell = saying.closest("tbody").querySelector("input.cell");
    if (saying.querySelector(".why")) cell.setAttribute("aria-invalid", "true");
    else cell.removeAttribute("aria-invalid");
  }
});
