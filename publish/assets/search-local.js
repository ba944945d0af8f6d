// The search of a site that is opened from a folder: the same questions as the index answers, over a plain list of everything.
(() => {
  "use strict";

  const fold = (word) => word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

  // Words that differ in their ending only are found together: plan, plans, planned, planning.
  function stem(word) {
    const bare = word.replace(/'s$/, "");
    const cut = bare.replace(/(?:ies|ied)$/, "y").replace(/(?:ing|edly|ed|ly|es|s|e)$/, "");
    return cut.length > 2 ? cut.replace(/([^aeiou])\1$/, "$1") : bare;
  }

  // A word that stands for a form and its other forms; it is compared as it is.
  const made = /^zq[b-z]{4}$/;

  self.mattersLocalSearch = ({ aliases, entries }, mark) => {
    const known = new Map(entries.map((entry) => [entry.id, { ...entry, pieces: 0 }]));
    const folded = new Map();

    // The words of an entry as they are compared: a made-up word only as itself.
    function words(entry) {
      if (!folded.has(entry.id)) {
        const of = (text) => text.split(" ").map((word) => (word.startsWith(mark) ? word.slice(1).replace(/^\d+/, "") : stem(fold(word))));
        const title = entry.named.split(" ").map((word) => (made.test(word) ? word : stem(fold(word))));
        folded.set(entry.id, { text: of(entry.words), title });
      }
      return folded.get(entry.id);
    }

    // All words must stand in the text or the title; one that is being typed may still be the beginning of a word. A phrase in quotation marks
    // must stand as it is.
    function score(entry, asked, phrase) {
      const { text, title } = words(entry);
      const places = [];
      let total = 0;
      for (const word of asked) {
        const begins = (other) => other === word || (word.length > 2 && !made.test(word) && other.startsWith(word));
        const here = [];
        text.forEach((other, at) => { if (begins(other)) here.push(at); });
        const inTitle = title.filter(begins).length;
        if (!here.length && !inTitle) return null;
        const whole = here.filter((at) => text[at] === word).length;
        total += Math.log1p(whole * 2 + here.length) / Math.log(Math.E + text.length / 200) + inTitle * 5 / Math.sqrt(title.length);
        places.push(...here);
      }
      if (!phrase) return { score: total, words: places };
      const plain = text.map((word, at) => ({ word, at })).filter(({ at }) => !isMade(entry, at));
      const starts = plain.map((_, at) => at).filter((at) => asked.every((word, step) => plain[at + step]?.word === word));
      if (!starts.length) return null;
      return { score: total, words: starts.flatMap((at) => asked.map((_, step) => plain[at + step].at)) };
    }

    const split = new Map();
    function isMade(entry, at) {
      if (!split.has(entry.id)) split.set(entry.id, entry.words.split(" ").map((word) => word.startsWith(mark)));
      return split.get(entry.id)[at];
    }

    return {
      aliases,
      facets: async () => {},
      all: entries.map(({ id }) => ({ id, words: [] })),
      async find(typed) {
        const phrase = /^\s*".+"\s*$/.test(typed);
        const asked = typed.split(/[\s–—]+/).map(fold).filter(Boolean).map((word) => (made.test(word) ? word : stem(word)));
        const results = [];
        for (const entry of asked.length ? entries : []) {
          const hit = score(entry, asked, phrase);
          if (hit) results.push({ id: entry.id, ...hit });
        }
        return results.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      },
      values: (id, name) => known.get(id).facets[name] ?? [],
      entry: async (id) => known.get(id),
      words: async (id, entry) => [entry.words.split(" "), 0],
    };
  };
})();
