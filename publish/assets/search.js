// The search page. What is asked stands in the address. Over a web server it asks the index that Pagefind made when the site was built; opened
// from a folder, where nothing may be fetched, it reads a list of everything (search-local.js), if the site is small enough to have one.
// Text of papers is only ever set as text.
(() => {
  "use strict";
  const PAGE = 10;
  const EXCERPT = 30;
  const FACETS = { council: "Council", record: "Kind of record", paper: "Kind of paper", body: "Body", year: "Year", state: "State of action" };
  const SORTS = { "": "Best match", newest: "Newest first", oldest: "Oldest first" };
  const SMALL = new Set("a an and as at be by for from in is it of on or that the this to was were which with".split(" "));
  const MARK = "\u0002";
  const site = new URL("../", document.currentScript.src);
  const inFolder = location.protocol === "file:";

  const form = document.querySelector("[data-search]");
  const input = form.querySelector("#q");
  const choices = form.querySelector("[data-search-filters]");
  const also = document.querySelector("[data-search-also]");
  const count = document.querySelector("[data-search-count]");
  const list = document.querySelector("[data-search-results]");
  const more = document.querySelector("[data-search-more]");

  function make(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // --- The two engines: `find` gives the ids of results, best first, with the places of the words found; `values` those of a facet.

  async function unpacked(path, options) {
    const answer = await fetch(new URL(`pagefind/${path}`, site), options);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes[0] !== 0x1f) return JSON.parse(new TextDecoder().decode(bytes));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }

  async function overPagefind() {
    const [pagefind, settings] = await Promise.all([
      import(new URL("pagefind/pagefind.js", site)),
      unpacked("search.pack", { cache: "no-cache" }),
    ]);
    await pagefind.options({ noWorker: true });
    pagefind.init();
    const folder = `passages/${settings.passages}`;
    const names = (letter, length) => Array.from({ length }, (_, number) => ({ id: `${letter}${String(number).padStart(5, "0")}`, words: [] }));
    const tables = {};
    return {
      aliases: settings.aliases,
      all: [...names("d", settings.dated), ...names("u", settings.undated)],
      find: async (words) => (await pagefind.search(words)).results,
      facets: (asked) => Promise.all(asked.map(async (name) => { tables[name] ??= await unpacked(`${folder}/facet-${name}.pack`); })),
      values(id, name) {
        const [values, of] = tables[name];
        const found = of[Number(id.slice(1)) + (id.startsWith("d") ? 0 : settings.dated)];
        return found === 0 ? [] : [found].flat().map((number) => values[number - 1]);
      },
      entry: (id) => unpacked(`${folder}/${id}.pack`),
      async words(id, entry, place) {
        if (!entry.pieces) return [entry.words.split(" "), 0];
        const number = Math.floor(place / settings.piece);
        return [(await unpacked(`${folder}/${id}-${number}.pack`)).split(" "), number * settings.piece];
      },
    };
  }

  function script(path) {
    return new Promise((done, failed) => {
      document.head.append(make("script", { src: new URL(path, site), onload: done, onerror: failed }));
    });
  }

  async function overFolder() {
    try {
      await script("pagefind/local.js");
    } catch {
      const command = make("code", { textContent: "matters serve" });
      count.replaceChildren("Opened from a folder, a site of this size cannot be searched: run ", command, " and open the address that it gives.");
      return null;
    }
    await script("assets/search-local.js");
    return self.mattersLocalSearch(self.mattersSearch, MARK);
  }

  // --- Acronyms and other names.

  function fold(word) {
    if (word === "&") return "and";
    return word.replaceAll("’", "'").replaceAll(".", "").replace(/^[^\p{L}\p{N}_&]+|[^\p{L}\p{N}_&]+$/gu, "").replace(/'s$/, "").toLowerCase();
  }

  function meaning(words, aliases) {
    const key = words.map(fold).filter(Boolean).join(" ");
    const single = /[^s]s$/.test(key) && words.at(-1).length > 3 ? key.slice(0, -1) : key;
    const found = Object.hasOwn(aliases, key) ? aliases[key] : Object.hasOwn(aliases, single) ? aliases[single] : null;
    return found && (!found[2] || words[0] === words[0].toUpperCase()) ? found : null;
  }

  // The words to ask for: each form that has another, the longest first, is asked for by the made-up word of both.
  function expanded(asked, aliases) {
    if (/^\s*".+"\s*$/.test(asked)) return { words: asked, others: [] };
    const words = asked.split(/\s+/).filter(Boolean);
    const out = [];
    const others = new Set();
    for (let at = 0; at < words.length; ) {
      let length = Math.min(14, words.length - at);
      let found = null;
      for (; length && !(found = meaning(words.slice(at, at + length), aliases)); length -= 1);
      if (found) for (const name of found[1]) others.add(name);
      out.push(found ? found[0] : words[at]);
      at += Math.max(length, 1);
    }
    return { words: out.join(" "), others: [...others] };
  }

  // Without the words that stand on every page, if others are left; a phrase in quotation marks is asked for as it is.
  function telling(words) {
    if (/^\s*".+"\s*$/.test(words)) return words;
    const kept = words.split(/\s+/).filter((word) => !SMALL.has(word.toLowerCase()));
    return kept.length ? kept.join(" ") : words;
  }

  // --- What is asked, as the address tells it.

  function asked() {
    const query = new URLSearchParams(location.search);
    const filters = Object.fromEntries(Object.keys(FACETS).map((name) => [name, query.get(name)]).filter(([, value]) => value));
    return { words: query.get("q") ?? "", filters, sort: Object.hasOwn(SORTS, query.get("sort") ?? "") ? query.get("sort") ?? "" : "", exact: query.has("exact") };
  }

  function address({ words, filters, sort, exact }) {
    const query = new URLSearchParams();
    if (words) query.set("q", words);
    for (const [name, value] of Object.entries(filters)) query.set(name, value);
    if (sort) query.set("sort", sort);
    if (exact) query.set("exact", "1");
    return `${location.pathname}${query.size ? `?${query}` : ""}`;
  }

  // --- What a result shows.

  // Words between two places with those found marked; a made-up word marks the words of the form that it stands before.
  function marked(words, from, to, hits) {
    const line = document.createDocumentFragment();
    let run = null;
    let until = -1;
    for (let at = Math.max(from - 3, 0); at < to; at += 1) {
      const made = words[at].startsWith(MARK);
      if (made) {
        if (hits.has(at)) {
          let left = parseInt(words[at].slice(1), 10);
          let end = at + 1;
          for (; end < words.length && left; end += 1) if (!words[end].startsWith(MARK)) left -= 1;
          until = Math.max(until, end);
        }
        continue;
      }
      if (at < from) continue;
      const hit = hits.has(at) || at < until;
      if (hit && run) run.textContent += ` ${words[at]}`;
      else {
        if (line.hasChildNodes()) line.append(" ");
        if (hit) line.append((run = make("mark", { textContent: words[at] })));
        else line.append(words[at]);
      }
      if (!hit) run = null;
    }
    line.normalize();
    return line;
  }

  // Where the words found stand closest together.
  function densest(places) {
    let best = [0, places[0] ?? 0];
    for (let first = 0, last = 0; last < places.length; last += 1) {
      while (places[last] - places[first] >= EXCERPT - 6) first += 1;
      if (last - first + 1 > best[0]) best = [last - first + 1, places[first]];
    }
    return best[1];
  }

  // Where the title of a record ends in its words, if the words begin with it; else 0.
  function titleEnd(entry, words) {
    let rest = entry.pieces ? "-" : entry.title.replace(/ …$/, "");
    for (let at = 0; at < words.length; at += 1) {
      if (words[at].startsWith(MARK)) continue;
      if (!rest.startsWith(words[at])) return rest === "" || words[at] === `${rest}.` ? at : 0;
      rest = rest.slice(words[at].length).trimStart();
      if (!rest) return at + 1;
    }
    return 0;
  }

  // The title as a line with the words found in it marked, and the passage where they stand closest together, if that says more.
  async function told(engine, result, entry) {
    const places = [...new Set(result.words)].sort((a, b) => a - b);
    const at = densest(places);
    const [words, offset] = places.length ? await engine.words(result.id, entry, at) : [entry.words.split(" "), 0];
    const hits = new Set(places.map((place) => place - offset));
    const end = titleEnd(entry, words);
    const title = end ? marked(words, 0, end, hits) : document.createDocumentFragment();
    if (!end) title.append(entry.title);
    else if (entry.title.endsWith(" …")) title.append(" …");
    if (end && [...hits].every((place) => place < end)) return { title, line: null };
    const from = Math.max(Math.min(at - offset - 6, words.length - EXCERPT), end, 0);
    const to = Math.min(from + EXCERPT, words.length);
    const line = make("p", { className: "passage" }, marked(words, from, to, hits));
    if (from || offset) line.prepend("… ");
    if (to < words.length || (entry.pieces && offset + words.length > to)) line.append(" …");
    return { title, line: to > from ? line : null };
  }

  // The address of a result: that of its page, which on arrival shows the words found, where the browser knows how.
  function target(entry, line) {
    const [path, place] = entry.url.split("#");
    const page = inFolder && (path === "" || path.endsWith("/")) ? `${path}index.html` : path;
    const mark = place ? null : line?.querySelector("mark");
    const written = (words) => encodeURIComponent(words).replaceAll("-", "%2D");
    const before = /([^\s.:;?!…]+ [^\s.:;?!…]+) $/.exec(mark?.previousSibling?.textContent ?? "");
    const directive = mark ? `#:~:text=${before ? `${written(before[1])}-,` : ""}${written(mark.textContent.replace(/[.,;:]+$/, ""))}` : "";
    return new URL(page, site).href + (place ? `#${place}` : directive);
  }

  async function item(engine, result) {
    const entry = await engine.entry(result.id);
    const { title, line } = await told(engine, result, entry);
    const { record: [kind], council = [], body = [] } = entry.facets;
    const long = kind === "Person" || kind === "Action";
    const facts = [kind, ...(long ? [] : entry.notes), ...council, ...(kind === "Person" || kind === "Body" ? [] : body), entry.date];
    const link = make("a", { href: target(entry, line) }, title);
    const shown = make("li", {}, make("p", { className: "result-title" }, link));
    shown.append(make("p", { className: "note" }, facts.filter(Boolean).join(" · ")));
    if (long && entry.notes.length) shown.append(make("p", { className: "result-notes" }, entry.notes.join(kind === "Person" ? "; " : " · ")));
    if (line && (line.querySelector("mark") || !["Person", "Body", "Programme"].includes(kind))) shown.append(line);
    return shown;
  }

  // --- The page.

  const selects = new Map();

  function choice(name, label) {
    const select = make("select", { name });
    choices.append(make("label", {}, make("span", { textContent: label }), select));
    selects.set(name, select);
    select.addEventListener("change", changed);
    return select;
  }

  // The values that some result has, each with how many; one that was chosen stays. A facet without values is not shown.
  function fill(name, counts = {}, chosen = "") {
    const select = selects.get(name);
    const values = Object.keys(counts).filter((value) => counts[value] || value === chosen);
    if (chosen && !values.includes(chosen)) values.push(chosen);
    values.sort(new Intl.Collator("en-GB", { numeric: true }).compare);
    if (name === "year") values.reverse();
    select.replaceChildren(new Option("All", ""), ...values.map((value) => new Option(`${value} (${counts[value] ?? 0})`, value)));
    select.value = chosen;
    select.parentElement.hidden = values.length === 0;
  }

  let engine;
  let found = [];
  let shown = 0;
  let turn = 0;

  function changed() {
    const filters = {};
    for (const name of Object.keys(FACETS)) if (selects.get(name).value) filters[name] = selects.get(name).value;
    const now = asked();
    const words = input.value.trim();
    history.replaceState(null, "", address({ words, filters, sort: selects.get("sort").value, exact: now.exact && words === now.words }));
    run();
  }

  function tell(query, others) {
    const link = (words, change) => make("a", { href: address({ ...query, ...change }), textContent: words });
    also.hidden = !others.length;
    if (query.exact) also.replaceChildren("Searched only for the words as written. ", link(`Search also for ${others.join(", ")}`, { exact: false }));
    else also.replaceChildren("Also searched for: ", make("strong", { textContent: others.join(", ") }), ". ", link("Search only for the words as written", { exact: true }));
  }

  async function run() {
    const mine = ++turn;
    list.setAttribute("aria-busy", "true");
    const query = asked();
    const { words, others } = expanded(query.words, engine.aliases);
    const wanted = telling(query.exact ? query.words : words);
    tell(query, others);
    const filtered = Object.keys(query.filters).length > 0;
    const empty = !wanted && !filtered;
    const [matches] = await Promise.all([wanted ? engine.find(wanted) : engine.all, engine.facets(Object.keys(query.filters))]);
    if (mine !== turn) return;
    found = empty ? [] : sorted(narrowed(matches, query.filters), query.sort);
    shown = 0;
    const said = found.length === 1 ? "1 result" : `${found.length.toLocaleString("en-GB")} results`;
    count.replaceChildren(empty ? "" : found.length ? said : "Nothing found. ");
    if (filtered && !found.length) {
      count.append(make("a", { href: address({ ...query, filters: {} }), textContent: "Search in everything" }));
    }
    await next(mine, true);
    await engine.facets(Object.keys(FACETS)); // only now: the first answer waits for nothing that it does not show
    if (mine !== turn) return;
    for (const name of Object.keys(FACETS)) fill(name, counts(name, matches, query.filters), query.filters[name]);
    list.setAttribute("aria-busy", "false");
  }

  const narrowed = (results, filters) =>
    results.filter(({ id }) => Object.entries(filters).every(([name, value]) => engine.values(id, name).includes(value)));

  // How many results each value of a facet gives, what is chosen in the other facets staying as it is.
  function counts(name, matches, { [name]: _, ...others }) {
    const all = {};
    for (const { id } of narrowed(matches, others)) for (const value of engine.values(id, name)) all[value] = (all[value] ?? 0) + 1;
    return all;
  }

  // Records are named in the order of their dates, newest first: `d` dated, `u` undated.
  function sorted(results, sort) {
    if (!sort) return results;
    const order = [...results].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (sort === "newest") return order;
    const dated = order.filter((result) => result.id.startsWith("d"));
    return [...dated.reverse(), ...order.filter((result) => !result.id.startsWith("d"))];
  }

  async function next(mine = turn, anew = false) {
    const items = await Promise.all(found.slice(shown, shown + PAGE).map((result) => item(engine, result)));
    if (mine !== turn) return;
    shown += items.length;
    if (anew) list.replaceChildren(...items);
    else list.append(...items);
    more.hidden = shown >= found.length;
    if (!anew) items[0]?.querySelector("a").focus();
  }

  async function start() {
    const query = asked();
    input.value = query.words;
    for (const [name, label] of Object.entries(FACETS)) choice(name, label);
    for (const name of Object.keys(FACETS)) fill(name, {}, query.filters[name]);
    const sort = choice("sort", "Sort");
    sort.replaceChildren(...Object.entries(SORTS).map(([value, words]) => new Option(words, value)));
    sort.value = query.sort;
    engine = await (inFolder ? overFolder() : overPagefind());
    if (!engine) return;
    form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
    let waiting;
    input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(changed, 250); });
    more.addEventListener("click", () => next());
    await run();
  }

  start().catch(() => {
    count.textContent = "The search index could not be loaded. The lists below hold everything.";
  });
})();
