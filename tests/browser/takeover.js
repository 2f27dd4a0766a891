// Holds the program back while things are done to the page, lets it go, and watches.
//
// Runs before everything else in the page. In: the name of what is done, to `disturb`. Out: what
// became of it, from `outcome`. Invariant: what is done moves nothing, so that every shift counts.

(() => {
  const FIELD = "q";
  const TYPED = "pay";
  const CHOICE = "#filters input[name=theme][value=pay]";
  const seen = { errors: [], shift: 0, moved: [] };
  let letGo, before;
  const free = new Promise((done) => (letGo = done));
  const { fetch } = window;
  window.fetch = (...what) => free.then(() => fetch(...what));
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const made = WebAssembly[name];
    WebAssembly[name] = async (...what) => {
      const result = await made.apply(WebAssembly, what);
      seen.start ??= performance.now();
      return result;
    };
  }
  addEventListener("error", (event) => seen.errors.push(event.message));
  addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));
  new MutationObserver(() => {
    const { alive, still } = document.documentElement?.dataset ?? {};
    if (alive === "" || still === "") seen.alive ??= performance.now();
  }).observe(document, { attributeFilter: ["data-alive", "data-still"], subtree: true });
  new PerformanceObserver((list) => list.getEntries().forEach(shifted)).observe({ type: "layout-shift", buffered: true });

  function shifted({ value, sources }) {
    seen.shift += value;
    seen.moved.push(...sources.map(({ node }) => node && name(node)));
  }

  const name = (it) => it.id || it.className?.baseVal || it.className || it.localName || it.nodeName;

  function all(what, fits) {
    const walk = document.createTreeWalker(document.body, what);
    const found = [];
    while (walk.nextNode()) if (fits(walk.currentNode)) found.push(walk.currentNode);
    return found;
  }
  const isWords = (it) => it.data.trim() && !it.parentElement.closest("script, style, noscript, select, svg");
  const words = () => all(NodeFilter.SHOW_TEXT, isWords);
  const focus = (...ways) => ways.map((it) => document.querySelector(it)).find(Boolean)?.focus({ preventScroll: true });

  // A translator's wrappers, an extension's marks and overlays, and what readers do.
  const deeds = {
    nothing() {},
    translated() {
      for (const it of words()) {
        const [outer, inner] = ["font", "font"].map((tag) => document.createElement(tag));
        it.replaceWith(outer);
        outer.append(inner);
        inner.append(it);
      }
    },
    attributes() {
      for (const it of all(NodeFilter.SHOW_ELEMENT, () => true)) {
        it.setAttribute("bis_skin_checked", "1");
        it.setAttribute("data-injected", "");
      }
    },
    elements() {
      const app = document.querySelector("#explore");
      const into = [document.body, document.querySelector("main"), app, app?.querySelector("#charts"), app?.querySelector("article")];
      const overlay = () => Object.assign(document.createElement("div"), { className: "injected" });
      const added = into.filter(Boolean).map((it) => it.appendChild(overlay()));
      const field = document.getElementById(FIELD);
      if (field) field.after((added[added.length] = overlay()));
      for (const it of added) it.style.position = "absolute";
    },
    split() {
      for (const it of words()) if (it.length > 3) it.splitText(it.length >> 1);
    },
    comments() {
      for (const it of all(NodeFilter.SHOW_COMMENT, () => true)) it.remove();
    },
    typed() {
      const field = document.getElementById(FIELD);
      if (!field) return;
      field.focus({ preventScroll: true });
      field.value = TYPED;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      field.setSelectionRange(1, 2);
    },
    "focused link": () => focus(".found li:nth-child(3) h3 a", "main li a", "main a"),
    "focused filter": () => focus("#filters input:not(:checked)", "#filters a", "main summary", "main a"),
    "focused chart": () => focus("[data-chart=years] a", "main a"),
    ticked: () => document.querySelector(CHOICE)?.click(),
    unfolded() {
      for (const it of document.querySelectorAll("main details")) it.open = true;
    },
    panned() {
      for (const it of document.querySelectorAll("#charts *")) it.scrollLeft = 40;
    },
    scrolled() {
      scrollTo(0, 1500);
    },
  };

  // What a reader would take for the same element.
  function same(it) {
    const unit = it.closest?.("[data-unit]")?.dataset.unit;
    const chart = it.closest?.("[data-chart]")?.dataset.chart;
    const href = it.getAttribute?.("href");
    const own = it.value || it.id || it.getAttribute?.("aria-label") || it.closest?.("label")?.textContent || it.textContent;
    return [it.localName, unit, chart, href, own.replace(/\s+/g, " ").trim().slice(0, 60)].join("|");
  }

  // Where that stands which is read: the first entry, mark of a chart or heading in the window.
  function read() {
    const here = [...document.querySelectorAll("article[data-unit], h1, h2, [data-chart]")].filter((it) => it.getClientRects().length);
    const first = here.find((it) => it.getBoundingClientRect().top >= 0);
    return first && { unit: first.dataset.unit, key: same(first), top: first.getBoundingClientRect().top };
  }

  function drift({ unit, key, top }) {
    const all = [...document.querySelectorAll(unit ? `article[data-unit="${unit}"]` : "h1, h2, [data-chart]")];
    const now = all.find((it) => unit || same(it) === key);
    return now ? now.getBoundingClientRect().top - top : null;
  }

  // What a deed leaves behind where it was done.
  function done(deed) {
    const field = document.getElementById(FIELD);
    if (deed === "typed") return field && [field.value, field.selectionStart, field.selectionEnd];
    if (deed === "ticked") return document.querySelector(CHOICE)?.checked;
    const parts = { unfolded: "#charts details", panned: "#charts *" }[deed];
    return parts && [...document.querySelectorAll(parts)].map((it) => it.open ?? it.scrollLeft).filter(Boolean);
  }

  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));

  window.takeover = {
    deeds: Object.keys(deeds),
    runs: () => document.querySelector("script[data-wasm]") !== null,
    async disturb(deed) {
      await painted();
      deeds[deed]();
      await painted();
      await painted();
      before = { y: scrollY, read: read(), focus: same(document.activeElement), done: JSON.stringify(done(deed)) };
      if (deed !== "nothing") seen.shift = seen.moved.length = 0;
      letGo();
    },
    came: () => seen.alive !== undefined,
    // Only of today's program: the rest of it comes when a pointer moves.
    wake() {
      const rest = document.querySelector("script[data-later]") !== null && "alive" in document.documentElement.dataset;
      if (rest) document.getElementById("explore").dispatchEvent(new PointerEvent("pointermove", { bubbles: true }));
      return !rest || "whole" in document.documentElement.dataset;
    },
    async outcome(deed) {
      await painted();
      const died = document.querySelector("#fault:not([hidden])") !== null;
      return {
        errors: seen.errors,
        died,
        still: "still" in document.documentElement.dataset,
        shift: seen.shift,
        moved: [...new Set(seen.moved)].join(" "),
        focus: same(document.activeElement) === before.focus,
        was: before.focus,
        scroll: before.read ? drift(before.read) : 0,
        by: scrollY - before.y,
        typed: JSON.stringify(done(deed)) === before.done,
        took: seen.alive === undefined ? null : seen.alive - seen.start,
        text: (document.querySelector("main") ?? document.body).innerText.replace(/\s+/g, " ").trim(),
      };
    },
  };
})();
