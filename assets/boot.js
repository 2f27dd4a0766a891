// Starts the program, brings the part of it that follows when that is wanted, and says so when
// the program cannot go on. A file of its own, because the page's policy allows no script
// inside the page.
// In: the addresses on its own script element. Out: a running page, or the static
// page as it was, with a notice once the program has died.

const script = document.querySelector("script[data-wasm]");
const app = document.getElementById("explore");

function died() {
  const notice = document.getElementById("fault");
  if (notice && notice.hidden) {
    notice.hidden = false;
    notice.querySelector("a").href = location.href;
    app.inert = true;
    notice.querySelector("a").focus();
  }
}

// A trap in the program leaves its state half changed, so it is not used again.
function watch(event) {
  const what = event.error || event.reason;
  if (what instanceof WebAssembly.RuntimeError) died();
}

// The colours that a link asks for, before the program could see to it.
const color = new URLSearchParams(location.search).get("color");
if (color === "light" || color === "dark") document.documentElement.dataset.color = color;

const got = (name) =>
  fetch(new URL(script.dataset[name], document.baseURI), {
    integrity: script.dataset[name + "Integrity"],
    credentials: "same-origin",
  });

// The part that follows is fetched at the first sign that it will be needed, or at once where
// the address asks for more than the page shows; after a failure by the next key or press.
let exports, coming, failed;
const signs = ["pointermove", "pointerdown", "focusin", "keydown"];

function want(event) {
  if (coming || (failed && !/down$/.test(event.type))) return;
  coming = bring().then(
    () => signs.forEach((sign) => removeEventListener(sign, sensed, true)),
    (error) => {
      coming = undefined;
      failed = true;
      console.warn("A part of the explorer could not be loaded.", error);
      exports?.later(false);
    },
  );
}

function sensed(event) {
  if (event.type === "keydown" || app.contains(event.target)) want(event);
}

let started;
const start = new Promise((resolve) => (started = resolve));

async function bring() {
  const answer = got("later");
  const [module] = await Promise.all([WebAssembly.compileStreaming(answer), start]);
  await WebAssembly.instantiate(module, { "": exports });
  await released();
  replace(() => exports.later(true));
}

// While a button is held down or a menu open, nothing may be replaced beneath it.
let held = false;
function hold(event) {
  if (event.type === "pointerdown") held = true;
  else setTimeout(() => (held = false));
}
const menu = () => document.activeElement.matches?.("#explore select");

async function released() {
  while (held || menu()) {
    await new Promise((resolve) => {
      const ends = ["pointerup", "pointercancel", "focusout", "change"];
      const end = () => {
        ends.forEach((it) => removeEventListener(it, end));
        setTimeout(resolve);
      };
      ends.forEach((it) => addEventListener(it, end));
    });
    if (!held) return;
  }
}

// The charts are drawn anew just as they stood in the page: focus, what was unfolded and how far
// it was scrolled go over to the new ones.
function replace(change) {
  const all = () => [...document.querySelectorAll("#charts *, #compare *")];
  const before = all();
  const focus = before.indexOf(document.activeElement);
  const open = before.map((it) => it.open);
  const scrolled = before.map((it) => it.scrollLeft);
  change();
  requestAnimationFrame(() => {
    const after = all();
    after.forEach((it, no) => {
      if (open[no]) it.open = true;
      if (scrolled[no]) it.scrollLeft = scrolled[no];
    });
    if (document.activeElement === document.body) after[focus]?.focus({ preventScroll: true });
    document.documentElement.dataset.whole = "";
  });
}

async function begin() {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly here");
  const wasm = got("wasm");
  const program = await import(new URL(script.dataset.js, document.baseURI));
  addEventListener("error", watch);
  addEventListener("unhandledrejection", watch);
  exports = await program.default({ module_or_path: wasm });
  document.documentElement.dataset.alive = "";
  started();
}

["pointerdown", "pointerup", "pointercancel"].forEach((it) => addEventListener(it, hold, true));
signs.forEach((sign) => addEventListener(sign, sensed, true));
addEventListener("popstate", want);
if (location.search) want();

begin().catch((error) => {
  document.documentElement.dataset.still = "";
  console.warn("The explorer could not start; the page stays as it is.", error);
});
