// A chart as of a day: hides what no paper stated by then and what had ended, and says what was last confirmed long before it.
// Without scripts the chart of all that is stated stands. The chosen day is kept in the address.

(() => {
"use strict";

const parts = [...document.querySelectorAll("[data-chart]")];
const told = parts.flatMap((part) => [...part.querySelectorAll("[data-said]")]);
const days = [...new Set(told.flatMap((one) => [...one.dataset.said.split(" "), one.dataset.since, one.dataset.until]))].filter(Boolean).sort();
const words = (day) => new Date(`${day}T00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function stands(one, day) {
  const { since, until } = one.dataset;
  return !day || ((!since || since <= day) && (!until || until >= day));
}

// More than so many years before the day: ISO days compare as text; 29 February stands for 1 March.
function longAgo(one, day, years) {
  const last = one.dataset.said.split(" ").filter((said) => said && said <= day).pop();
  if (!last) return false;
  const [year, rest] = [last.slice(0, 4), last.slice(4)];
  const later = String(Number(year) + years).padStart(4, "0");
  const leap = new Date(Date.UTC(Number(later), 1, 29)).getUTCMonth() === 1;
  return later + (rest === "-02-29" && !leap ? "-03-01" : rest) < day;
}

// A number in a box counts those of whom a paper says so by the day: numbers are put right from the last to the first.
function recount(row, day) {
  const pieces = [...row.querySelectorAll("text:not(.days, .ago)")].flatMap((text) => (text.children.length ? [...text.children] : [text]));
  const link = row.querySelector("a");
  let place = 0;
  for (const counted of row.dataset.counts.split("|")) {
    const number = counted.split(" ").filter((span) => {
      const [since, until] = span.split("/");
      return stands({ dataset: { since, until } }, day);
    }).length;
    const put = (words) => {
      const found = [...words.matchAll(/\d+/g)];
      const at = found[found.length - 1 - place];
      return at ? words.slice(0, at.index) + number + words.slice(at.index + at[0].length) : null;
    };
    if (link) link.setAttribute("aria-label", put(link.getAttribute("aria-label")) ?? "");
    const whole = pieces.map((piece) => piece.textContent);
    const mended = put(whole.join("\u0000"));
    if (mended) mended.split("\u0000").forEach((words, n) => { pieces[n].textContent = words; });
    place += 1;
  }
}

function show(day) {
  for (const part of parts) {
    for (const one of part.querySelectorAll("[data-said]")) {
      one.classList.toggle("not-then", !stands(one, day));
      one.toggleAttribute("data-long-ago", longAgo(one, day || part.dataset.day, Number(part.dataset.years)));
    }
    // A body that no paper had named goes from the list, unless one that had hangs below it; the innermost are judged first.
    for (const one of [...part.querySelectorAll(".branch")].reverse()) {
      const named = !day || !one.dataset.named || one.dataset.named <= day;
      const holds = one.querySelector(".branch:not(.not-then)") !== null;
      one.classList.toggle("not-then", !named && !holds);
      one.querySelector(".later").hidden = named || !holds;
    }
    for (const one of part.querySelectorAll("[data-empty]")) one.hidden = one.parentElement.querySelector("[data-said]:not(.not-then)") !== null;
    for (const frame of part.querySelectorAll(".chart-frame")) frame.classList.toggle("not-then", !frame.querySelector(".told:not(.not-then)"));
    for (const row of part.querySelectorAll("[data-counts]")) recount(row, day);
    for (const one of part.querySelectorAll(".legend [data-kind]")) {
      const drawn = [...part.querySelectorAll(`.edge.${one.dataset.kind}[data-said]`)];
      one.classList.toggle("not-then", drawn.length > 0 && drawn.every((line) => line.classList.contains("not-then")));
    }
  }
}

function state(day) {
  const rows = parts.flatMap((part) => [...part.querySelectorAll(".chart-table tbody tr")]);
  const shown = rows.filter((row) => stands(row, day)).length;
  if (!day) return `All ${rows.length} relations that the papers state, whatever their date.`;
  return `${shown} of ${rows.length} relations stood on ${words(day)}, as far as papers of that day or before state it.`;
}

if (parts.length && days.length) {
  const form = document.createElement("form");
  form.className = "as-of";
  form.setAttribute("aria-label", "Chart as of a day");
  const label = document.createElement("label");
  label.append(Object.assign(document.createElement("span"), { textContent: "As of the day" }));
  const chosen = Object.assign(document.createElement("input"), { type: "date", name: "as-of" });
  chosen.setAttribute("list", "stated-days");
  label.append(chosen);
  const list = Object.assign(document.createElement("datalist"), { id: "stated-days" });
  for (const day of days) list.append(Object.assign(document.createElement("option"), { value: day }));
  const all = Object.assign(document.createElement("button"), { type: "button", className: "reset", textContent: "Show all" });
  const says = document.createElement("p");
  says.setAttribute("role", "status");
  form.append(label, list, all, says);
  parts[0].prepend(form);

  const apply = (day, keep) => {
    show(day);
    says.textContent = state(day);
    all.disabled = !day;
    if (!keep) return;
    const address = new URL(location.href);
    if (day) address.searchParams.set("as-of", day);
    else address.searchParams.delete("as-of");
    history.replaceState(null, "", address);
  };
  chosen.addEventListener("change", () => apply(chosen.value, true));
  all.addEventListener("click", () => { chosen.value = ""; apply("", true); chosen.focus(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  const asked = new URLSearchParams(location.search).get("as-of") ?? "";
  chosen.value = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : "";
  apply(chosen.value, false);
}
})();
