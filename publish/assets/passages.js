// A link to a passage: opens what folds it away and marks the whole of it, however many pieces the page has it in.

(() => {
"use strict";

const text = document.querySelector(".paper-text");
const marks = text ? [...text.querySelectorAll("mark[id]")] : [];

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

// The number printed before the paragraph in which a passage stands, or the last one before it.
function paragraph(mark) {
  let found = "";
  for (const lead of text.querySelectorAll(".lead")) {
    if (!(lead.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) && !lead.contains(mark)) break;
    if (/\d/.test(lead.textContent)) found = lead.textContent.trim();
  }
  return found;
}

// Under a passage that was asked for: how to cite it, the passages beside it, and the lines by which a misreading is reported.
function tools(mark, words) {
  document.querySelector(".passage-tools")?.remove();
  if (!text || !text.contains(mark) || mark.localName !== "mark") return;
  const number = paragraph(mark);
  const address = location.href;
  const reference = `${text.dataset.cite}${number ? `, paragraph ${number}` : ""}: “${words}”.`;
  const link = element("a", { href: address, textContent: address });
  const place = marks.indexOf(mark);
  const steps = element("p", { className: "steps" });
  for (const [name, other] of [["Previous passage", marks[place - 1]], ["Next passage", marks[place + 1]]]) {
    if (other) steps.append(element("a", { href: `#${other.id}`, textContent: name }), " ");
  }
  const lines = [
    "- kind: misreading",
    `  paper: ${text.dataset.paper}`,
    `  wrong: ${JSON.stringify(words)}`,
    "  right:",
    "  who:",
    `  when: ${text.dataset.day}`,
    "  why:",
  ].join("\n");
  const report = element(
    "details",
    { className: "keep" },
    element("summary", { textContent: "Report a misreading" }),
    element("p", { textContent: "If the published paper has other words here, fill in these lines and add them to corpus/corrections.yml." }),
    element("pre", { className: "lines", tabIndex: 0 }, element("code", { textContent: lines })),
  );
  const box = element("div", { className: "passage-tools" }, element("p", {}, `${reference} `, link), steps, report);
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "This passage");
  const block = mark.closest("p, li, td, h3, h4, h5, h6");
  if (block && !["LI", "TD"].includes(block.tagName)) block.after(box);
  else (block ?? mark).append(box);
}

function show() {
  for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
  const name = decodeURIComponent(location.hash.slice(1));
  const target = name ? document.getElementById(name) : null;
  if (!target) return;
  for (let box = target.parentElement; box; box = box.parentElement) if (box.localName === "details") box.open = true;
  const pieces = target.dataset.p ? document.querySelectorAll(`[data-p="${CSS.escape(name)}"]`) : [target];
  for (const piece of pieces) piece.classList.add("here");
  tools(target, [...pieces].map((piece) => piece.textContent).join(" ").replace(/\s+/g, " ").trim());
  target.scrollIntoView({ block: target.localName === "mark" ? "center" : "start" });
}

addEventListener("hashchange", show);
if (location.hash) show();

const narrow = matchMedia("(max-width: 60rem)");
const contents = document.querySelector(".contents details");
if (contents && narrow.matches) contents.open = false;

for (const box of document.querySelectorAll("[data-marks]")) {
  for (const mark of box.querySelectorAll("li > mark")) {
    const kind = mark.className;
    const check = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
    const label = document.createElement("label");
    mark.replaceWith(label);
    label.append(check, mark);
    check.addEventListener("change", () => text.classList.toggle(`no-${kind}`, !check.checked));
  }
}

// A permanent address is shown whole, wherever the site stands.
for (const link of document.querySelectorAll("[data-permanent]")) link.textContent = link.href;
})();
