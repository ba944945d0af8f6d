// Registers: sort buttons in the head of the table and filters above it. Without this script each is a plain, complete table.
// What is chosen stands in the address, so that a view can be shared.

const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

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
    this.chosen = new Map();
    this.words = "";
    this.texts = this.rows.map((row) => row.textContent.toLowerCase());
    this.buildForm();
    this.buildSorting();
    this.readAddress();
    this.apply();
    addEventListener("popstate", () => { this.readAddress(); this.apply(); });
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
    if (this.order) query.set(this.name("sort"), `${this.order[0]}.${this.order[1] ? "up" : "down"}`);
    const text = query.toString();
    history.replaceState(null, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
  }

  passes(row, index, except = null) {
    for (const [key, value] of this.chosen) {
      if (key !== except && !this.of(row, key).includes(value)) return false;
    }
    return this.words.toLowerCase().split(/\s+/).every((word) => this.texts[index].includes(word));
  }

  apply() {
    let shown = 0;
    this.rows.forEach((row, index) => { row.hidden = !this.passes(row, index); shown += row.hidden ? 0 : 1; });
    for (const [key, select] of this.selects) this.fill(key, select);
    if (this.input.value.trim() !== this.words) this.input.value = this.words;
    this.reset.hidden = this.chosen.size === 0 && this.words === "";
    const number = make("strong", {}, String(shown));
    const all = this.rows.length;
    const noun = all === 1 ? this.one : this.many;
    this.count.replaceChildren(number, shown === all ? ` ${noun}` : ` of ${all} ${noun}`);
    this.sort();
  }

  fill(key, select) {
    const counts = new Map();
    this.rows.forEach((row, index) => {
      if (this.passes(row, index, key)) for (const value of this.of(row, key)) counts.set(value, (counts.get(value) ?? 0) + 1);
    });
    const values = [...this.valuesOf(key)].sort(collator.compare);
    const chosen = this.chosen.get(key) ?? "";
    select.replaceChildren(make("option", { value: "" }, "All"), ...values.map((value) => {
      const option = make("option", { value }, `${value} (${counts.get(value) ?? 0})`);
      option.disabled = !counts.get(value) && value !== chosen;
      return option;
    }));
    select.value = chosen;
  }

  sort() {
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
    this.body.append(...rows);
  }
}

const boxes = [...document.querySelectorAll("[data-register]")];
boxes.forEach((box, index) => {
  if (box.querySelectorAll("tbody tr").length > 1) new Register(box, index === 0 ? "" : `${index + 1}-`);
});
