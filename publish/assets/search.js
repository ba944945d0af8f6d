// The search page, over the index that Pagefind made when the site was built. What is asked stands in the address.

const PAGE = 10;
const LABELS = { council: "Council", record: "Kind of record", paper: "Kind of paper", year: "Year" };
const site = new URL("../", import.meta.url);

function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  const line = document.createElement("p");
  for (const node of parsed.childNodes) {
    if (node.nodeName === "MARK") {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      line.append(mark);
    } else {
      line.append(node.textContent);
    }
  }
  return line;
}

async function start(form) {
  const input = form.querySelector("#q");
  const filterBox = form.querySelector("[data-search-filters]");
  const count = document.querySelector("[data-search-count]");
  const list = document.querySelector("[data-search-results]");
  const more = document.querySelector("[data-search-more]");
  const pagefind = await import(new URL("pagefind/pagefind.js", site));
  await pagefind.options({ baseUrl: site.pathname, excerptLength: 28 });
  const every = await pagefind.filters();
  const query = new URLSearchParams(location.search);
  input.value = query.get("q") ?? "";
  const selects = new Map();
  for (const [name, label] of Object.entries(LABELS)) {
    if (!every[name]) continue;
    const select = document.createElement("select");
    const wrap = document.createElement("label");
    const words = document.createElement("span");
    words.textContent = label;
    wrap.append(words, select);
    filterBox.append(wrap);
    selects.set(name, select);
    fill(select, every[name], every[name], query.get(name) ?? "");
    select.addEventListener("change", () => run());
  }

  function fill(select, all, counts, chosen) {
    const options = [new Option("All", "")];
    for (const value of Object.keys(all).sort()) {
      const option = new Option(`${value} (${counts[value] ?? 0})`, value);
      option.disabled = !counts[value] && value !== chosen;
      options.push(option);
    }
    select.replaceChildren(...options);
    select.value = chosen in all ? chosen : "";
  }

  let found = [];
  let shown = 0;
  let asked = 0;

  async function run() {
    const mine = ++asked;
    const words = input.value.trim();
    const filters = {};
    for (const [name, select] of selects) if (select.value) filters[name] = select.value;
    const address = new URLSearchParams();
    if (words) address.set("q", words);
    for (const [name, value] of Object.entries(filters)) address.set(name, value);
    history.replaceState(null, "", `${location.pathname}${address.size ? `?${address}` : ""}`);
    if (!words && !Object.keys(filters).length) {
      list.replaceChildren();
      count.textContent = "";
      more.hidden = true;
      for (const [name, select] of selects) fill(select, every[name], every[name], "");
      return;
    }
    const answer = await pagefind.search(words || null, { filters });
    if (mine !== asked) return;
    for (const [name, select] of selects) fill(select, every[name], facet(answer, name, filters), select.value);
    found = answer.results;
    shown = 0;
    list.replaceChildren();
    count.textContent = found.length === 1 ? "1 result" : `${found.length} results`;
    await next(mine);
  }

  function facet(answer, name, filters) {
    return name in filters ? answer.totalFilters?.[name] ?? every[name] : answer.filters?.[name] ?? {};
  }

  async function next(mine = asked) {
    const batch = await Promise.all(found.slice(shown, shown + PAGE).map((r) => r.data()));
    if (mine !== asked) return;
    shown += batch.length;
    list.append(...batch.map(item));
    more.hidden = shown >= found.length;
  }

  function item(data) {
    const entry = document.createElement("li");
    const heading = document.createElement("p");
    heading.className = "result-title";
    const link = document.createElement("a");
    link.href = data.url;
    link.textContent = data.meta.title;
    const kinds = document.createElement("span");
    kinds.className = "note";
    kinds.textContent = [data.filters.record?.[0], data.filters.council?.join(", "), data.filters.year?.[0]].filter(Boolean).join(" · ");
    heading.append(link);
    entry.append(heading, kinds, excerpt(data.excerpt));
    return entry;
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  let waiting;
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(run, 250); });
  more.addEventListener("click", () => next());
  await run();
}

const form = document.querySelector("[data-search]");
if (form) start(form).catch(() => {
  document.querySelector("[data-search-count]").textContent = "The search index could not be loaded. The lists below hold everything.";
});
