// Registers: sort buttons in the head of the table and filters above it. Without this script each is a plain table, complete on its pages.
// What is chosen stands in the address, so that a view can be shared.

(() => {
"use strict";

const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// So many rows are shown at first: a table of thousands is filtered at once and laid out where it is looked at.
const STEP = 200;

class Register {
  constructor(box, prefix) {
    this.box = box;
    this.prefix = prefix;
    this.table = box.querySelector("table");
    this.body = this.table.tBodies[0];
    this.rows = [...this.body.rows];
    this.count = box.querySelector(".count");
    this.one = box.dataset.register;
    this.many = box.dataset.many ?? `${this.one}s`;
    this.facets = box.dataset.facets.split(";").map((f) => f.split(":")).filter(([key]) => this.valuesOf(key).size > 1);
    this.groups = (box.dataset.groups ?? "").split(";").filter(Boolean).map((g) => g.split(":"));
    this.chosen = new Map();
    this.words = "";
    this.group = "";
    this.limit = STEP;
    this.texts = this.rows.map((row) => row.textContent.toLowerCase());
    this.values = this.rows.map((row) => new Map(this.facets.map(([key]) => [key, this.of(row, key)])));
    this.buildForm();
    this.buildSorting();
    this.readAddress();
    this.arrange();
    this.apply();
    addEventListener("popstate", () => { this.readAddress(); this.arrange(); this.apply(); });
  }

  valuesOf(key) {
    return new Set(this.rows.flatMap((row) => this.of(row, key)));
  }

  of(row, key) {
    const value = row.dataset[key] ?? "";
    return key === "council" ? value.split("; ") : [value];
  }

  buildForm() {
    this.form = make("form", { class: "register-filters", "aria-label": `Filters for ${this.many}` });
    this.input = make("input", { type: "search", autocomplete: "off" });
    this.form.append(make("label", {}, make("span", {}, "Words"), this.input));
    this.selects = new Map();
    for (const [key, title] of this.facets) {
      const select = make("select", { "data-facet": key });
      this.selects.set(key, select);
      this.form.append(make("label", {}, make("span", {}, title), select));
      select.addEventListener("change", () => { this.choose(key, select.value); });
    }
    if (this.groups.length) {
      this.grouping = make("select", { "data-grouping": "" }, make("option", { value: "" }, "No groups"));
      for (const [key, title] of this.groups) this.grouping.append(make("option", { value: key }, title));
      this.form.append(make("label", {}, make("span", {}, "Group by"), this.grouping));
      this.grouping.addEventListener("change", () => { this.group = this.grouping.value; this.remember(); this.arrange(); this.apply(); });
    }
    this.reset = make("button", { type: "button", class: "reset" }, "Show all");
    this.form.append(this.reset);
    this.reset.addEventListener("click", () => {
      this.chosen.clear();
      this.words = "";
      this.remember();
      this.apply();
    });
    this.input.addEventListener("input", () => { this.words = this.input.value.trim(); this.remember(); this.apply(); });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.box.prepend(this.form);
    this.more = make("button", { type: "button", class: "more-rows" }, "Show more rows");
    this.more.hidden = true;
    this.more.addEventListener("click", () => { this.limit += STEP; this.show(); });
    this.box.append(this.more);
    addEventListener("beforeprint", () => { this.before = this.limit; this.limit = Infinity; this.show(); });
    addEventListener("afterprint", () => { this.limit = this.before ?? STEP; this.show(); });
  }

  choose(key, value) {
    if (value) this.chosen.set(key, value); else this.chosen.delete(key);
    this.remember();
    this.apply();
  }

  buildSorting() {
    for (const head of this.table.tHead.rows[0].cells) {
      if (!head.dataset.sort) continue;
      const button = make("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const ascending = head.getAttribute("aria-sort") !== "ascending";
        this.order = [head.cellIndex, ascending];
        this.remember();
        this.arrange();
        this.apply();
      });
    }
  }

  name(key) { return this.prefix + key; }

  readAddress() {
    const query = new URLSearchParams(location.search);
    this.chosen.clear();
    for (const [key] of this.facets) {
      const value = query.get(this.name(key));
      if (value && this.valuesOf(key).has(value)) this.chosen.set(key, value);
    }
    this.words = query.get(this.name("words")) ?? "";
    const group = query.get(this.name("group")) ?? "";
    this.group = this.groups.some(([key]) => key === group) ? group : "";
    if (this.grouping) this.grouping.value = this.group;
    const [column, direction] = (query.get(this.name("sort")) ?? "").split(".");
    const cells = this.table.tHead.rows[0].cells;
    this.order = column !== "" && cells[Number(column)]?.dataset.sort ? [Number(column), direction !== "down"] : null;
  }

  remember() {
    const query = new URLSearchParams(location.search);
    for (const [key] of this.facets) {
      if (this.chosen.has(key)) query.set(this.name(key), this.chosen.get(key)); else query.delete(this.name(key));
    }
    if (this.words) query.set(this.name("words"), this.words); else query.delete(this.name("words"));
    if (this.group) query.set(this.name("group"), this.group); else query.delete(this.name("group"));
    if (this.order) query.set(this.name("sort"), `${this.order[0]}.${this.order[1] ? "up" : "down"}`);
    const text = query.toString();
    history.replaceState(null, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
  }

  // One pass over the rows: a row counts for a facet where nothing but that facet keeps it out.
  apply() {
    const words = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    const counts = new Map(this.facets.map(([key]) => [key, new Map()]));
    this.limit = STEP;
    this.passing = new Set();
    this.rows.forEach((row, index) => {
      if (!words.every((word) => this.texts[index].includes(word))) return;
      const values = this.values[index];
      let failed = 0;
      let only = null;
      for (const [key, value] of this.chosen) if (!values.get(key).includes(value)) { failed += 1; only = key; }
      if (failed === 0) this.passing.add(row);
      for (const [key] of this.facets) {
        if (failed > 1 || (failed === 1 && key !== only)) continue;
        const count = counts.get(key);
        for (const value of values.get(key)) count.set(value, (count.get(value) ?? 0) + 1);
      }
    });
    for (const [key, select] of this.selects) this.fill(key, select, counts.get(key));
    if (this.input.value.trim() !== this.words) this.input.value = this.words;
    this.reset.hidden = this.chosen.size === 0 && this.words === "";
    const all = this.rows.length;
    const shown = this.passing.size;
    const noun = all === 1 ? this.one : this.many;
    const grouped = (number) => number.toLocaleString("en-GB");
    this.count.replaceChildren(make("strong", {}, grouped(shown)), shown === all ? ` ${noun}` : ` of ${grouped(all)} ${noun}`);
    this.show();
  }

  // Shows the rows that pass, in their order, up to the limit; the head of a group where one of its rows is shown.
  show() {
    let shown = 0;
    const heads = new Map();
    for (const row of this.arranged) {
      const head = this.heads.get(row);
      if (head) heads.set(head, heads.get(head) ?? 0);
      const passes = this.passing.has(row);
      if (passes && head) heads.set(head, heads.get(head) + 1);
      const hide = !passes || shown >= this.limit;
      if (!hide) shown += 1;
      if (row.hidden !== hide) row.hidden = hide;
      if (head && !hide) head.shown = true;
    }
    for (const [head, count] of heads) {
      head.hidden = !head.shown;
      head.shown = false;
      head.lastChild.lastChild.textContent = ` (${count})`;
    }
    this.more.hidden = shown >= this.passing.size;
    this.more.textContent = `Show more rows (${shown.toLocaleString("en-GB")} of ${this.passing.size.toLocaleString("en-GB")} shown)`;
  }

  fill(key, select, counts) {
    const chosen = this.chosen.get(key) ?? "";
    if (!select.options.length) {
      const values = [...this.valuesOf(key)].sort(collator.compare);
      select.append(new Option("All", ""), ...values.map((value) => new Option(value, value)));
    }
    for (const option of select.options) {
      if (!option.value) continue;
      const count = counts.get(option.value) ?? 0;
      option.textContent = `${option.value} (${count})`;
      option.disabled = !count && option.value !== chosen;
    }
    select.value = chosen;
  }

  // Puts the rows into the chosen order, each group under a head of its own.
  arrange() {
    const cells = [...this.table.tHead.rows[0].cells];
    cells.forEach((head, index) => {
      if (this.order && index === this.order[0]) head.setAttribute("aria-sort", this.order[1] ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    const rows = [...this.rows];
    if (this.order) {
      const [column, ascending] = this.order;
      const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();
      const keys = new Map(rows.map((row) => [row, key(row)]));
      rows.sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);
        return (ascending ? 1 : -1) * collator.compare(x, y);
      });
    }
    for (const old of this.body.querySelectorAll(".group")) old.remove();
    this.heads = new Map();
    if (!this.group) {
      this.arranged = rows;
      this.body.append(...rows);
      return;
    }
    const groups = new Map();
    for (const row of rows) {
      const name = row.dataset[this.group] ?? "";
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(row);
    }
    this.arranged = [];
    for (const name of [...groups.keys()].sort(collator.compare)) {
      const cell = make("th", { scope: "rowgroup", colspan: String(cells.length), role: "rowheader" }, name, make("span", {}, ""));
      const head = make("tr", { class: "group", role: "row" }, cell);
      this.body.append(head, ...groups.get(name));
      for (const row of groups.get(name)) this.heads.set(row, head);
      this.arranged.push(...groups.get(name));
    }
  }
}

// A long register stands on several pages. On its first one all rows are fetched when somebody begins to filter or sort, or where the
// address says so; until then it shows the first rows and where to begin.
class Start {
  constructor(box, prefix) {
    this.box = box;
    this.prefix = prefix;
    const total = Number(box.dataset.total).toLocaleString("en-GB");
    this.input = make("input", { type: "search", autocomplete: "off" });
    this.button = make("button", { type: "submit", class: "reset" }, `Filter, sort and group all ${total}`);
    this.form = make("form", { class: "register-filters", "aria-label": `Filters for ${box.dataset.many}` },
      make("label", {}, make("span", {}, "Words"), this.input), this.button);
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.load(); });
    this.input.addEventListener("focus", () => this.load());
    box.prepend(this.form);
    const names = [...box.dataset.facets.split(";").map((facet) => facet.split(":")[0]), "words", "group", "sort"];
    const query = new URLSearchParams(location.search);
    if (names.some((name) => query.has(prefix + name))) this.load();
  }

  async load() {
    if (this.loading) return;
    this.loading = true;
    const count = this.box.querySelector(".count");
    const before = [...count.childNodes];
    count.replaceChildren(`Fetching all ${this.box.dataset.many} …`);
    try {
      const answer = await fetch(this.box.dataset.rows);
      if (!answer.ok) throw new Error(answer.statusText);
      const rows = make("template");
      rows.innerHTML = (await answer.json()).join("");
      this.box.querySelector("tbody").replaceChildren(rows.content);
    } catch {
      this.loading = false;
      count.replaceChildren(...before, " (the others could not be fetched: turn the pages below)");
      return;
    }
    const typing = document.activeElement === this.input;
    const words = this.input.value;
    document.querySelector(".turning")?.remove();
    this.form.remove();
    const register = new Register(this.box, this.prefix);
    if (words) {
      register.input.value = words;
      register.input.dispatchEvent(new Event("input"));
    }
    if (typing || document.activeElement === document.body) register.input.focus();
  }
}

const boxes = [...document.querySelectorAll("[data-register]")];
boxes.forEach((box, index) => {
  const prefix = index === 0 ? "" : `${index + 1}-`;
  if (box.dataset.rows) new Start(box, prefix);
  else if (box.querySelectorAll("tbody tr").length > 1) new Register(box, prefix);
});
})();
