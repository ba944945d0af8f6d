// Light or dark: as the reader chose here before, else as the system says. Runs before the page is drawn.
(() => {
  "use strict";
  const key = "matters-theme";
  const body = document.body;
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const apply = (name) => {
    body.dataset.mdColorScheme = name === "dark" ? "slate" : "default";
    body.dataset.chosen = "";
  };
  const current = () => stored() ?? (prefersDark.matches ? "dark" : "light");
  document.documentElement.classList.replace("no-js", "js");
  apply(current());
  prefersDark.addEventListener("change", () => apply(current()));
  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-theme-button]")) {
      button.addEventListener("click", () => {
        const next = current() === "dark" ? "light" : "dark";
        try { localStorage.setItem(key, next); } catch { /* not kept, but applied */ }
        apply(next);
      });
    }
  });
})();
// Opened from a folder, the address of a page is that of its file: a browser would list what lies in its folder instead.
if (location.protocol === "file:") {
  const mend = (element, name) => {
    const [, path, rest] = /^([^?#]*)(.*)$/.exec(element.getAttribute(name));
    if (/(^|\/)\.{0,2}$/.test(path) && (path || name === "action") && !path.includes(":")) {
      element.setAttribute(name, `${path}${path && !path.endsWith("/") ? "/" : ""}index.html${rest}`);
    }
  };
  for (const kind of ["click", "auxclick", "contextmenu"]) {
    addEventListener(kind, (event) => {
      const link = event.target.closest?.("a[href]");
      if (link) mend(link, "href");
    }, true);
  }
  addEventListener("submit", (event) => mend(event.target, "action"), true);
}
