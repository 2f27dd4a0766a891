// Starts the program, brings the part of it that follows when that is wanted, and says so when
// the program cannot go on. A file of its own, because the page's policy allows no script
// inside the page.
// In: the addresses on its own script element. Out: a running page, or the static
// page as it was, with a notice once the program has died.

// What `disk.js` brings once the page is loaded.
self.offline = "./offline.js";

const script = document.querySelector("script[data-wasm]");
const app = document.getElementById("explore");
const last = app.lastChild;

function died() {
  const notice = document.getElementById("fault");
  if (notice && notice.hidden) {
    notice.hidden = false;
    notice.querySelector("a").href = location.href.split("#")[0];
    app.inert = coming = true;
    notice.querySelector("a").focus();
  }
}

// A trap in the program leaves its state half changed, so it is not used again.
function watch({ error, reason }) {
  const trap = self.WebAssembly && (error || reason) instanceof WebAssembly.RuntimeError;
  if (trap) died();
  return trap;
}

// The colours that a link asks for, before the program could see to it.
const color = new URLSearchParams(location.search).get("color");
if (color === "light" || color === "dark") document.documentElement.dataset.color = color;

async function compiled(name) {
  const answer = await fetch(new URL(script.dataset[name], document.baseURI), {
    integrity: script.dataset[name + "Integrity"],
    credentials: "same-origin",
  });
  if (!answer.ok) throw new Error(answer.status);
  // Not every host says what it sends.
  return answer.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
}

// The part that follows is fetched at the first sign that it will be needed, or at once where
// the address asks for more than the page shows or the reader comes back to a place; after a failure by the next key or press.
let exports, coming;
let failed = 0;
const signs = ["pointermove", "pointerdown", "focusin", "keydown"];

function want(event) {
  if (coming || (failed && !/down$/.test(event.type))) return;
  coming = bring().then(
    () => signs.forEach((sign) => removeEventListener(sign, sensed, true)),
    (error) => {
      if (watch({ error })) return;
      coming = undefined;
      failed++;
      console.warn("A part of the explorer could not be loaded.", error);
      start.then(() => exports.later(false));
    },
  );
}

function sensed(event) {
  if (event.type === "keydown" || app.contains(event.target)) want(event);
}

let started;
const start = new Promise((resolve) => (started = resolve));

async function bring() {
  // Some browsers remember of an address that it could not be loaded.
  const follow = script.dataset.follow + (failed ? "?" + failed : "");
  const later = import(new URL(follow, document.baseURI));
  const [module] = await Promise.all([compiled("later"), start]);
  await WebAssembly.instantiate(module, { "": exports });
  const { replace, released } = await later;
  await released(() => held);
  replace(() => exports.later(true), { reading, stay, resume });
}

// While a button is held down, nothing may be replaced beneath it.
let held = false;
function hold(event) {
  if (event.type === "pointerdown") held = true;
  else setTimeout(() => (held = false));
}

function resume(it, was, fit) {
  if (it.localName !== was.name) return;
  if (was.open) it.open = true;
  if (was.scrolled) it.scrollLeft = was.scrolled;
  if (was.focused) it.focus({ preventScroll: true });
  if (fit && it.type === "checkbox" && it.checked !== was.checked) it.click();
}

// The entry that is read, and where it stands.
function reading() {
  const entries = [...app.querySelectorAll("article[data-unit]")];
  const top = (it) => it.getBoundingClientRect().top;
  const at = entries.findIndex((it) => top(it) >= 0);
  return at > 0 ? [entries[at].dataset.unit, top(entries[at])] : [];
}

// What the reader did goes over to the elements that are drawn anew: those that are called and
// lead alike, in the same order.
const name = (it) => ["id", "name", "value", "href"].map((part) => it.getAttribute(part)) + it.closest("[data-unit]")?.dataset.unit;
const alike = (it) => [...app.querySelectorAll(it.localName)].filter((other) => name(other) === name(it));

function doings() {
  const focused = document.activeElement;
  const ticked = (it) => it.type === "checkbox" && it.checked !== it.defaultChecked;
  // The program itself sees to the search field.
  const done = (it) => (it === focused && it.type !== "search") || it.scrollLeft || ticked(it);
  return [...app.querySelectorAll("*")].filter(done).map((it) => {
    const was = { name: it.localName, focused: it === focused, scrolled: it.scrollLeft, checked: it.checked };
    const [no, fit] = [alike(it).indexOf(it), ticked(it)];
    return () => {
      const now = it.isConnected ? it : alike(it)[no];
      if (now) resume(now, was, fit);
    };
  });
}

// What stands above the entry that is read may have become higher or lower: entries that were
// written in a line are whole, and other filters are named.
function stay([unit, top]) {
  const now = unit && app.querySelector(`article[data-unit="${unit}"]`);
  if (now) scrollBy(0, now.getBoundingClientRect().top - top);
}

async function begin() {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly here");
  const wasm = compiled("wasm");
  const program = await import(new URL(script.dataset.js, document.baseURI));
  addEventListener("error", watch);
  addEventListener("unhandledrejection", watch);
  const module_or_path = await wasm;
  const at = reading();
  const done = doings();
  exports = await program.default({ module_or_path });
  stay(at);
  done.forEach((again) => again());
  document.documentElement.dataset.alive = "";
  started();
}

["pointerdown", "pointerup", "pointercancel"].forEach((it) => addEventListener(it, hold, true));
signs.forEach((sign) => addEventListener(sign, sensed, true));
addEventListener("popstate", want);
if (location.search || history.state !== null) want();

begin().catch((error) => {
  document.documentElement.dataset.still = "";
  console.warn("The explorer could not start; the page stays as it is.", error);
  // What was written goes, its end first, once the program begins to draw.
  if (!last.isConnected) died();
});
