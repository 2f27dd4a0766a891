// A reader who never tires: random deeds on the explore page, the same for the same seed.
// In: a seed and how many deeds. Out: how often each was done, the most elements that the page
// had, and links that would have left the page. What saves, copies or prints is left alone.

const [seed, number] = arguments;
let state = seed >>> 0;
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const one = (all) => all[Math.floor(random() * all.length)];
const rest = (ms) => new Promise((done) => setTimeout(done, ms));
const app = document.getElementById("explore");
const all = (css) => [...app.querySelectorAll(css)].filter((it) => it.getClientRects().length);
const field = () => document.getElementById("q");
const told = { deeds: {}, most: 0, left: [] };

const WORDS = [
  "nhs", "medical sch", '"waiting lists"', "reform -private", "zzzz", "refrom", "£2.5bn", "icb", "hospital payment", "a",
];
const AWAY = /save|download|copy|copied|print|picture|briefing|pdf|svg|png|csv|json|bib|ris/i;

// A press as a program hears it; what nobody took would lead away, and is kept from it.
const stay = (event) => {
  if (event.defaultPrevented) return;
  const link = event.target.closest?.("a[href]");
  if (!link) return;
  event.preventDefault();
  told.left.push(link.getAttribute("href"));
};
const press = (it) => it && !it.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
const point = (it, kind, more) =>
  it.dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, pointerId: 1, isPrimary: true, ...more }));
const key = (it, name) => it.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));

async function type() {
  const words = one(WORDS);
  for (let n = 1; n <= words.length; n++) {
    field().value = words.slice(0, n);
    field().dispatchEvent(new InputEvent("input", { bubbles: true }));
    await rest(5);
  }
}
function empty() {
  field().value = "";
  field().dispatchEvent(new InputEvent("input", { bubbles: true }));
}
function travel(by) {
  const to = navigation.entries()[navigation.currentEntry.index + by];
  if (to?.sameDocument) history.go(by);
}
function choose() {
  const menu = one(all("select"));
  if (!menu) return;
  menu.selectedIndex = Math.floor(random() * menu.options.length);
  menu.dispatchEvent(new Event("change", { bubbles: true }));
}
function draw() {
  const marks = all("[data-chart=years] [data-key]");
  if (marks.length < 2) return;
  const [from, to] = [one(marks), one(marks)];
  const at = (it) => ({ clientX: it.getBoundingClientRect().x + 2, clientY: it.getBoundingClientRect().y + 2 });
  point(from, "pointerdown", { button: 0, buttons: 1, ...at(from) });
  point(to, "pointermove", { buttons: 1, ...at(to) });
  point(to, "pointerup", { button: 0, ...at(to) });
}
function walk() {
  const mark = one(all("[data-chart] [data-key]"));
  if (!mark) return;
  mark.focus({ preventScroll: true });
  for (const name of ["ArrowRight", "ArrowDown", "Home", "End"]) key(document.activeElement, name);
}
const buttons = () => all("button").filter((it) => !AWAY.test(it.textContent + it.ariaLabel + it.title) && !it.disabled);
const DEEDS = [
  [14, "type", type],
  [6, "empty", empty],
  [16, "filter", () => press(one(all("fieldset input[type=checkbox]")))],
  [14, "mark", () => press(one(all("[data-chart] svg a")))],
  [4, "draw", draw],
  [4, "walk", walk],
  [8, "menu", choose],
  [8, "button", () => press(one(buttons()))],
  [4, "view", () => press(one(all("a[href^='?'], a[href='./']")))],
  [4, "unfold", () => press(one(all("summary").filter((it) => !AWAY.test(it.textContent))))],
  [8, "back", () => travel(-1)],
  [4, "forward", () => travel(1)],
  [6, "scroll", () => scrollTo(0, random() * document.documentElement.scrollHeight)],
  [4, "point", () => { const it = one(all("[data-chart] *")); if (it) point(it, "pointermove"); }],
  [3, "key", () => key(document.body, one(["/", "Escape", "?", "j", "k"]))],
];
const whole = DEEDS.reduce((sum, [weight]) => sum + weight, 0);

async function live() {
  addEventListener("click", stay);
  for (let n = 0; n < number; n++) {
    let at = random() * whole;
    const [, name, deed] = DEEDS.find(([weight]) => (at -= weight) < 0) ?? DEEDS[0];
    await deed();
    await rest(45);
    told.deeds[name] = (told.deeds[name] ?? 0) + 1;
    told.most = Math.max(told.most, document.getElementsByTagName("*").length);
  }
  removeEventListener("click", stay);
  return told;
}
return live();
