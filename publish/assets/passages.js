// A link to a passage: opens what folds it away and marks the whole of it, however many pieces the page has it in.

function show() {
  for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
  const name = decodeURIComponent(location.hash.slice(1));
  const target = name ? document.getElementById(name) : null;
  if (!target) return;
  for (let box = target.parentElement; box; box = box.parentElement) if (box.localName === "details") box.open = true;
  const pieces = target.dataset.p ? document.querySelectorAll(`[data-p="${CSS.escape(name)}"]`) : [target];
  for (const piece of pieces) piece.classList.add("here");
  target.scrollIntoView({ block: target.localName === "mark" ? "center" : "start" });
}

addEventListener("hashchange", show);
if (location.hash) show();

const narrow = matchMedia("(max-width: 60rem)");
const contents = document.querySelector(".contents details");
if (contents && narrow.matches) contents.open = false;

for (const box of document.querySelectorAll("[data-marks]")) {
  const text = document.querySelector(".paper-text");
  for (const mark of box.querySelectorAll("li > mark")) {
    const kind = mark.className;
    const check = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
    const label = document.createElement("label");
    mark.replaceWith(label);
    label.append(check, mark);
    check.addEventListener("change", () => text.classList.toggle(`no-${kind}`, !check.checked));
  }
}
