// Asks the graph in the browser: the shortest way between two things, and who sits on both of two bodies. The data is data/ask.json, made
// with the site; the rules are those of `matters path` and `matters who --and`. Text of papers is only ever set as text.

const form = document.querySelector("[data-ask]");
const said = document.querySelector("[data-ask-said]");
const answer = document.querySelector("[data-ask-answer]");

function make(name, words, className) {
  const node = document.createElement(name);
  if (words !== undefined) node.textContent = words;
  if (className) node.className = className;
  return node;
}

function fold(name) {
  return name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/&/g, " and ").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

async function start() {
  const top = new URL(form.dataset.top, location.href);
  const got = await fetch(new URL(form.dataset.ask, location.href));
  if (!got.ok) throw new Error(String(got.status));
  const data = await got.json();
  const things = data.things.map(([name, table, councils, others, page], place) => ({ place, name, table, councils, others, page }));
  const lines = data.lines.map(([from, to, type, day, when, proposed, quote, passage, paper, role]) => ({ from, to, type, day, when, proposed, quote, passage, paper, role }));
  const labels = label(things, data.councils);
  const known = new Map();
  for (const thing of things) {
    put(known, fold(labels[thing.place]), thing);
    for (const name of [thing.name, ...thing.others]) put(known, fold(name), thing);
  }
  const options = [...new Set(labels)].sort((a, b) => a.localeCompare(b)).map((words) => Object.assign(document.createElement("option"), { value: words }));
  form.querySelector("datalist").replaceChildren(...options);
  const next = new Map();
  for (const line of lines) for (const end of [line.from, line.to]) put(next, end, line);

  // The thing that a name means; where it means none or several, says so and gives null.
  function meant(field) {
    const wanted = fold(field.value);
    field.removeAttribute("aria-invalid");
    if (!wanted) return refuse(field, "Name a body, a person or a programme.", []);
    const parts = wanted.split(" ");
    let found = known.get(wanted) ?? [];
    if (!found.length) found = things.filter((t) => [t.name, ...t.others].some((name) => { const has = fold(name).split(" "); return parts.every((part) => has.includes(part)); }));
    found = [...new Set(found)];
    if (found.length === 1) return found[0];
    if (!found.length) return refuse(field, `No person, body or programme of the papers read is called “${field.value.trim()}”.`, []);
    return refuse(field, `“${field.value.trim()}” could be any of ${found.length}. Choose one:`, found.sort((x, y) => labels[x.place].localeCompare(labels[y.place])).slice(0, 12));
  }

  function refuse(field, words, candidates) {
    field.setAttribute("aria-invalid", "true");
    said.textContent = words;
    const list = make("ul", undefined, "ask-candidates");
    for (const thing of candidates) {
      const choose = make("button", labels[thing.place]);
      choose.type = "button";
      choose.addEventListener("click", () => { field.value = labels[thing.place]; ask(asked); });
      const item = make("li");
      item.append(choose);
      list.append(item);
    }
    answer.replaceChildren(...(candidates.length ? [list] : []));
    field.focus();
    return null;
  }

  // Breadth first, as every step counts the same; of equal ways the one with fewer proposals.
  function way(from, to) {
    const cost = new Map([[from.place, 0]]);
    const before = new Map();
    let edge = [from.place];
    while (edge.length && !cost.has(to.place)) {
      const reached = new Map();
      for (const at of edge) {
        for (const [there, line] of best(at)) {
          if (cost.has(there)) continue;
          const price = cost.get(at) + line.proposed;
          if (!reached.has(there) || price < reached.get(there)) {
            reached.set(there, price);
            before.set(there, { at, line });
          }
        }
      }
      for (const [there, price] of reached) cost.set(there, price);
      edge = [...reached.keys()].sort((a, b) => a - b);
    }
    if (!cost.has(to.place)) return null;
    const steps = [];
    for (let at = to.place; at !== from.place; at = before.get(at).at) steps.unshift({ from: before.get(at).at, to: at, line: before.get(at).line });
    return steps;
  }

  // To each neighbour the line that is told: what stands before what is proposed, then the more telling type, then the latest.
  function best(at) {
    const order = Object.keys(data.verbs);
    const found = new Map();
    for (const line of next.get(at) ?? []) {
      const there = line.from === at ? line.to : line.from;
      if (there === at) continue;
      const old = found.get(there);
      const worth = (l) => [l.proposed, order.indexOf(l.type)];
      if (!old || worth(line)[0] < worth(old)[0] || (worth(line)[0] === worth(old)[0] && (worth(line)[1] < worth(old)[1] || (worth(line)[1] === worth(old)[1] && line.day > old.day)))) found.set(there, line);
    }
    return [...found].sort(([a], [b]) => a - b);
  }

  function link(place) {
    const a = make("a", things[place].name);
    a.href = new URL(things[place].page, top);
    return a;
  }

  function told(line) {
    const p = make("p", undefined, "note");
    const role = line.role ? `as ${line.role}, ` : "";
    p.append(`${role}${line.when}${line.proposed ? ", only proposed" : ""}: `);
    if (line.passage) {
      const a = make("a", `“${line.quote}”`);
      a.href = new URL(line.passage, top);
      p.append(a, ` – ${data.papers[line.paper]}`);
    }
    return p;
  }

  function verb(line, at) {
    return data.verbs[line.type][line.from === at ? 0 : 1];
  }

  function showPath(one, other) {
    if (one === other) {
      said.textContent = "These are one and the same.";
      return;
    }
    const steps = way(one, other);
    if (!steps) {
      said.textContent = `No way leads from ${one.name} to ${other.name} in the papers read.`;
      return;
    }
    const papers = new Set(steps.map((s) => s.line.paper)).size;
    said.textContent = `${one.name} to ${other.name}: ${steps.length} ${steps.length === 1 ? "step" : "steps"} through ${papers} ${papers === 1 ? "paper" : "papers"}.`;
    const list = make("ol", undefined, "ask-steps");
    for (const step of steps) {
      const item = make("li");
      const words = make("p", undefined, "said");
      words.append(link(step.from), ` ${verb(step.line, step.from)} `, link(step.to));
      item.append(words, told(step.line));
      list.append(item);
    }
    answer.append(list);
  }

  function seated(body) {
    const found = new Map();
    for (const line of next.get(body.place) ?? []) if (line.to === body.place && line.from !== body.place && data.seats.includes(line.type)) put(found, line.from, line);
    return found;
  }

  function showBoth(one, other) {
    const first = seated(one);
    const second = seated(other);
    const both = [...first.keys()].filter((who) => second.has(who)).sort((a, b) => a - b);
    if (!both.length || one === other) {
      said.textContent = one === other ? "Name two different bodies." : `The papers read name nobody who sits on, or holds a post at, both ${one.name} and ${other.name}.`;
      return;
    }
    said.textContent = `${both.length} on both ${one.name} and ${other.name}.`;
    const list = make("ul", undefined, "ask-steps");
    for (const who of both) {
      const item = make("li");
      const head = make("p", undefined, "said");
      head.append(link(who));
      item.append(head);
      for (const line of [...first.get(who), ...second.get(who)]) {
        const words = make("p");
        words.append(`${data.verbs[line.type][0]} `, link(line.to));
        item.append(words, told(line));
      }
      list.append(item);
    }
    answer.append(list);
  }

  let asked = "path";
  function ask(what) {
    asked = what;
    answer.replaceChildren();
    const one = meant(form.elements.a);
    const other = one && meant(form.elements.b);
    if (!one || !other) return;
    answer.replaceChildren();
    const address = new URLSearchParams({ a: form.elements.a.value, b: form.elements.b.value, ask: what });
    history.replaceState(null, "", `${location.pathname}?${address}`);
    (what === "both" ? showBoth : showPath)(one, other);
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); ask(event.submitter?.value ?? "path"); });
  form.hidden = false;
  const query = new URLSearchParams(location.search);
  form.elements.a.value = query.get("a") ?? "";
  form.elements.b.value = query.get("b") ?? "";
  if (query.get("a") && query.get("b")) ask(query.get("ask") === "both" ? "both" : "path");
}

function put(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

// What each thing is called where one is chosen: a name that several bear has its councils, else its number, behind it.
function label(things, councils) {
  const count = (words) => words.reduce((map, word) => map.set(word, (map.get(word) ?? 0) + 1), new Map());
  const names = count(things.flatMap((t) => [...new Set([t.name, ...t.others].map(fold))]));
  const first = things.map((t) => (names.get(fold(t.name)) === 1 ? t.name : `${t.name} (${t.councils.map((c) => councils[c]).join(", ") || "several councils"})`));
  const second = count(first);
  const seen = new Map();
  return first.map((words) => {
    if (second.get(words) === 1) return words;
    seen.set(words, (seen.get(words) ?? 0) + 1);
    return `${words} no. ${seen.get(words)}`;
  });
}

if (form) start().catch(() => {
  said.textContent = "The graph could not be loaded, as where a page is opened from a folder: the lists below stand, and `matters path` answers on the command line.";
});
