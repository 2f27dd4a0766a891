// Has the site kept for reading without a network, says so at the foot of the page, and offers a
// new version. Loaded after the page, by `disk.js`, under the name that `boot.js` or `page.js` gives.
// In: its own address, beside which lie `sw.js` and `offline.json`. Out: a registration, a line
// and at times a notice, and where keys of one letter work, a button that turns them off.
// Invariant: nothing is said to be kept before the worker has looked, and
// no page is loaded again but the one on which the reader asked for it.

const root = new URL(".", import.meta.url);
const worker = new URL("sw.js", root);
const key = `offline ${root.pathname}`;
// What is kept without being asked for, at most.
const LIMIT = 25_000_000;
const HOUR = 3_600_000;

const megabytes = (n) => `${(n / 1e6).toFixed(n < 1e7 ? 1 : 0)} MB`;
const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));

// Storage may be denied; then a wish holds for this page only.
let wish = {};
function remember(change) {
  wish = { ...wish, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(wish));
  } catch {}
}
try {
  wish = JSON.parse(localStorage.getItem(key)) || {};
} catch {}

// Voices and unsteady hands press keys that were not meant. This comes before the program hears.
const keys = document.getElementById("keys");
if (keys) {
  const turn = made("button");
  turn.type = "button";
  const show = () => (turn.textContent = wish.mute ? "Turn / and ? on" : "Turn / and ? off");
  turn.onclick = () => show(remember({ mute: !wish.mute || undefined }));
  keys.append(" ", turn);
  show();
  const field = (it) => it.matches?.("input, select, textarea");
  const mute = (event) => {
    if (wish.mute && "/?".includes(event.key) && !field(event.target)) event.stopPropagation();
  };
  addEventListener("keydown", mute, true);
}

function made(name, className = "", text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

// The line at the foot: what is so, and what can be done about it.
const line = made("p", "offline");
line.tabIndex = -1;
const said = made("span", "");
const button = made("button", "quiet");
const other = button.cloneNode();
line.append(said, " ", button, " ", other);

function put(button, label, deed) {
  button.type = "button";
  button.hidden = !label;
  button.textContent = label || "";
  button.onclick = () => {
    // From now on it answers the reader, so a screen reader hears it.
    said.role = "status";
    deed().catch((fault) => {
      console.warn("The copy for reading offline:", fault);
      say("That did not work.", "Try again", deed);
    });
  };
}

// With a second thing that can be done, where there is one.
function say(text, label, deed, label2, deed2) {
  const at = document.activeElement;
  said.textContent = text;
  put(button, label, deed);
  put(other, label2, deed2);
  if (!line.isConnected) document.querySelector("footer")?.append(line);
  // Who pressed what is no longer there goes on from the line.
  if (at?.hidden && line.contains(at)) line.focus();
}

async function size() {
  const answer = await fetch(new URL("offline.json", root));
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

async function offer(text) {
  const sizes = ({ bytes, gzip }) => `: ${megabytes(bytes)}, about ${megabytes(gzip)} to load`;
  say(text, `Keep a copy${await size().then(sizes, () => "")}`, keep);
}

const failed = () => say("A copy for reading offline could not be made.", "Try again", keep);

async function keep() {
  remember({ off: undefined, tried: Date.now() });
  say("A copy for reading offline is being made …");
  // The policy of the page asks for this at every address of a script made by a script.
  const policy = self.trustedTypes?.createPolicy("offline", { createScriptURL: () => worker.href });
  const address = policy ? policy.createScriptURL("") : worker;
  try {
    watch(await navigator.serviceWorker.register(address, { scope: root.pathname, updateViaCache: "none" }));
  } catch (fault) {
    console.warn("No copy for reading offline:", fault);
    failed();
  }
}

async function remove(registration, sure) {
  // Only by a second press where it could not be had again.
  if (!navigator.onLine && !sure) {
    const text = "Without a network a copy that was removed cannot be made again.";
    return say(text, "Remove all the same", () => remove(registration, true), "Keep it", () => tell(registration));
  }
  remember({ off: true });
  await registration.unregister();
  const ours = (await caches.keys()).filter((it) => it.startsWith(`pledge-explorer ${root.href} `));
  await Promise.all(ours.map((it) => caches.delete(it)));
  await offer("No copy is kept for reading offline.");
}

// The worker looks for every file, and fetches what is missing. It is waited for as long as it
// says something, and longer than it waits for one file.
function check(active) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    let late;
    const wait = () => {
      clearTimeout(late);
      late = setTimeout(reject, 150_000, new Error("the worker says nothing"));
    };
    port1.onmessage = ({ data }) => {
      wait();
      if ("build" in data) resolve(data);
    };
    wait();
    active.postMessage("check", [port2]);
  });
}

async function tell(registration) {
  const told = await check(registration.active).catch(console.warn);
  if (wish.off) return;
  if (!told) return failed();
  const { bytes, files, missing } = told;
  if (missing === files) return failed();
  const again = () => (say("The copy for reading offline is being mended …"), tell(registration));
  const text = missing
    ? `The copy for reading offline lacks ${missing} of ${files} files.`
    : `Works offline: ${megabytes(bytes)} kept on this device, as long as your browser keeps it.`;
  say(text, "Remove", () => remove(registration), missing && "Try again", again);
}

// A new version stands ready, or another page of the site already shows it.
let announced = false;
function announce(registration) {
  if (announced) return;
  announced = true;
  const news = "A new version of these pages is ready.";
  const [notice, text] = [made("section", "update"), made("p")];
  const [now, later] = [made("button", "", "Reload"), made("button", "quiet", "Later")];
  now.onclick = () => renew(registration.waiting);
  // Whoever puts it off finds it at the foot of the page, and is asked again in an hour.
  const putOff = () => {
    const again = made("span", "news", `${news} `);
    again.append(now);
    line.append(again);
  };
  if (Date.now() - (wish.later || 0) < HOUR) return putOff();
  // The focus goes back to where it was, else to the page's heading.
  let back = document.querySelector("h1");
  if (back) back.tabIndex = -1;
  notice.addEventListener("focusin", ({ relatedTarget }) => {
    if (relatedTarget && !notice.contains(relatedTarget)) back = relatedTarget;
  });
  later.onclick = () => {
    remember({ later: Date.now() });
    notice.remove();
    back?.focus({ preventScroll: true });
    putOff();
  };
  notice.setAttribute("aria-label", "New version");
  text.role = "status";
  notice.append(text, now, later);
  document.body.prepend(notice);
  // Only what changes in an element that is there is read out.
  setTimeout(() => (text.textContent = news), 100);
}

let renewing = false;
function renew(waiting) {
  if (renewing) return;
  renewing = true;
  const reload = () => location.reload();
  if (!waiting) return reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage("skip");
  // A page that no worker answers is told of no change.
  setTimeout(reload, 3000);
}

function follow(registration, coming) {
  const first = !registration.active;
  const look = () => {
    if (coming.state === "installed" && !first) announce(registration);
    if (coming.state === "activated") tell(registration);
    if (coming.state === "redundant" && first) failed();
  };
  coming.addEventListener("statechange", look);
  look();
}

let watched;
function watch(registration) {
  // Whoever tries again is watched already.
  if (watched === registration && registration.active) return tell(registration);
  watched = registration;
  document.addEventListener("click", download);
  registration.addEventListener("updatefound", () => {
    // It may have gone on since, or have failed.
    const coming = registration.installing || registration.waiting || registration.active;
    if (coming) follow(registration, coming);
    else failed();
  });
  if (registration.installing) follow(registration, registration.installing);
  if (registration.waiting) announce(registration);
  if (registration.active) tell(registration);
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < HOUR) return;
    last = Date.now();
    registration.update().catch(() => {});
  });
  // The first worker takes a page over as it is; any other has been let in by another page.
  let { controller } = navigator.serviceWorker;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (controller && !renewing) announce(registration);
    ({ controller } = navigator.serviceWorker);
  });
}

// What a link downloads browsers ask the host for, past the worker. Here the page asks, and the
// browser saves what it was given.
async function download(event) {
  const link = event.target.closest?.("a[download]");
  const plain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!plain || !link?.href.startsWith(root.href) || !navigator.serviceWorker.controller) return;
  event.preventDefault();
  const answer = await fetch(link.href).catch(() => undefined);
  if (!answer?.ok) return location.assign(link.href);
  const copy = made("a");
  copy.href = URL.createObjectURL(await answer.blob());
  copy.download = link.download || link.pathname.split("/").pop();
  copy.click();
  setTimeout(() => URL.revokeObjectURL(copy.href), 60_000);
}

// The page comes first: its style is whole and its program has started, or never will.
async function ready() {
  const program = document.querySelector("script[data-wasm]");
  const { dataset } = document.documentElement;
  for (let n = 0; program && n < 60 && !("alive" in dataset || "still" in dataset); n += 1) await sleep(500);
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]")];
  // What could not be had is a sheet without rules in some browsers, and none in others.
  const lacking = sheets.some((it) => !it.sheet?.cssRules.length);
  if (lacking || ("still" in dataset && typeof WebAssembly === "object")) await import("./heal.js");
  await new Promise((resolve) => (self.requestIdleCallback || setTimeout)(resolve));
}

function link(rel, name) {
  const it = made("link");
  it.rel = rel;
  it.href = new URL(name, root);
  document.head.append(it);
}

async function start() {
  await ready();
  link("stylesheet", "offline.css");
  // The front page names none, as browsers would fetch it before the program.
  if (!document.querySelector("link[rel=manifest]")) {
    link("manifest", "manifest.webmanifest");
    link("apple-touch-icon", "apple-touch-icon.png");
  }
  const registration = await navigator.serviceWorker.getRegistration(root);
  if (registration?.scope === root.href && !wish.off) return watch(registration);
  if (wish.off) return offer("No copy is kept for reading offline.");
  const { bytes } = await size();
  const sparing = navigator.connection?.saveData || bytes > LIMIT || Date.now() - (wish.tried || 0) < HOUR;
  return sparing ? offer("These pages can be kept for reading offline.") : keep();
}

// An origin that is none has no workers, a frame is not the reader's own visit.
if (self === top && self.origin !== "null" && isSecureContext && navigator.serviceWorker) {
  start().catch((fault) => console.warn("No copy for reading offline:", fault));
}
