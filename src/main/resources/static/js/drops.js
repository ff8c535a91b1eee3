// What opens from the head or the time bar closes again: by Escape, by a click beside it, or when another one opens.
const open = () => document.querySelectorAll("details.drop[open], details.pill[open]");

document.addEventListener("click", event => {
  for (const drop of open()) if (!drop.contains(event.target)) drop.open = false;
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const drop of open()) {
    drop.open = false;
    drop.querySelector("summary").focus();
  }
});
