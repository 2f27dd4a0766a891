// Keeps the whole site for reading without a network, and answers from what it keeps.
// In: the list below, which `publish` writes from the finished folder; `check` and `skip` as
// messages from pages. Out: answers to requests for what is listed. Invariant: a version is kept
// whole or not at all, and nothing is answered but what is on the list or was on an older one.

const BUILD = "";
const BYTES = 0;
// Address from the root, SHA-256 in base64.
const FILES = new Map([
  // files
]);
// Address, the file it is cut from, first byte, bytes, media type, what stands before and after.
const CUT = new Map([
  // cut
]);
// Connections that are left to the reader: browsers open six where the host speaks HTTP/1.1.
const AT_ONCE = 4;
const PATIENCE = 120_000;

// Other sites may live on this origin: only caches that name our scope are ours.
const SCOPE = self.registration.scope;
const OURS = `pledge-explorer ${SCOPE} `;
const NAME = OURS + BUILD;
// Where the worker notes which pages were open when it took over.
const NOTE = "sw.js?open";
const NAMED_AFTER_CONTENT = /-[0-9a-f]{16}\.\w+$/;

const whole = (address) => new URL(address, SCOPE).href;
const stored = (address, cacheName) => caches.match(whole(address), { cacheName, ignoreVary: true });
const others = async () => (await caches.keys()).filter((it) => it.startsWith(OURS) && it !== NAME);

async function sum(answer) {
  const digest = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

// A file from the host, or a refusal: whatever is not the very bytes of this build.
async function fetched(address, sha256, stop) {
  const late = setTimeout(() => stop.abort(new Error(`no answer: ${address}`)), PATIENCE);
  try {
    const answer = await fetch(whole(address), {
      cache: "reload",
      credentials: "same-origin",
      integrity: `sha256-${sha256}`,
      priority: "low",
      signal: stop.signal,
    });
    if (answer.status !== 200) throw new Error(`${answer.status}: ${address}`);
    if (!answer.url.startsWith(SCOPE)) throw new Error(`led elsewhere: ${address}`);
    const type = answer.headers.get("Content-Type") || "";
    if (/(^|\/|\.html)$/.test(address) && !type.startsWith("text/html")) throw new Error(`${type}: ${address}`);
    if (address.endsWith(".js") && !type.includes("javascript")) throw new Error(`${type}: ${address}`);
    // A new answer, as one that was redirected may answer no navigation.
    const headers = new Headers(answer.headers);
    for (const name of ["Vary", "Content-Encoding", "Content-Length"]) headers.delete(name);
    // The bytes are known to be right, so a host that has no name for them is put right.
    if (address.endsWith(".wasm")) headers.set("Content-Type", "application/wasm");
    return new Response(await answer.blob(), { headers });
  } finally {
    clearTimeout(late);
  }
}

// What an older version has of the same bytes is not fetched again.
async function keep(cache, [address, sha256], older, stop) {
  for (const name of [NAME, ...older]) {
    const had = await stored(address, name);
    if (!had || (await sum(had.clone())) !== sha256) continue;
    if (name !== NAME) await cache.put(whole(address), had);
    return;
  }
  await cache.put(whole(address), await fetched(address, sha256, stop));
}

async function install() {
  const older = await others();
  const cache = await caches.open(NAME);
  // After a return to an older build its cache may be in use.
  const used = (await cache.keys()).length >= FILES.size;
  const left = [...FILES];
  const stop = new AbortController();
  let fault;
  const lane = async () => {
    try {
      while (left.length > 0 && !fault) await keep(cache, left.pop(), older, stop);
    } catch (it) {
      fault ??= it;
      stop.abort();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (!fault) return;
  if (!used) await caches.delete(NAME);
  throw fault;
}

async function pages() {
  const all = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter((it) => it.url.startsWith(SCOPE)).map((it) => it.id);
}

// Pages of older versions may still ask for their own files, so those stay until the last of
// these pages is gone.
async function activate() {
  const newer = self.registration.installing || self.registration.waiting;
  const note = { open: await pages(), older: newer ? [] : await others() };
  await (await caches.open(NAME)).put(whole(NOTE), new Response(JSON.stringify(note)));
  await self.clients.claim();
  await tidy();
}

async function tidy() {
  // What is being fetched for the next version may stand in a cache that was noted.
  if (self.registration.installing || self.registration.waiting) return;
  const { open, older } = (await (await stored(NOTE, NAME))?.json()) || { open: [], older: [] };
  const now = await pages();
  if (!open.some((it) => now.includes(it))) await Promise.all(older.map((it) => caches.delete(it)));
}

// Whether every file is there; what is missing is fetched if the host still has these bytes, and
// each that was is told of on the way.
async function check(say) {
  const cache = await caches.open(NAME);
  const there = new Set((await cache.keys()).map((it) => it.url));
  const left = [...FILES].filter(([address]) => !there.has(whole(address)));
  const lost = new Set(left.map(([address]) => address));
  // A lane ends at the first file that cannot be had: the others may still be.
  const lane = async () => {
    while (left.length > 0) {
      const file = left.pop();
      await keep(cache, file, [], new AbortController());
      lost.delete(file[0]);
      say({ missing: lost.size });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => lane().catch(() => {})));
  await tidy();
  // What is cut from a file is lost with it.
  const missing = lost.size + [...CUT.values()].filter(([source]) => lost.has(source)).length;
  say({ build: BUILD, bytes: BYTES, files: FILES.size + CUT.size, missing });
}

// A file of the list, from the cache; from the host where the browser has thrown the copy away.
async function kept(request, address) {
  const part = CUT.get(address);
  const answer = await stored(part ? part[0] : address, NAME).catch(() => undefined);
  if (!answer || !part) return answer || asked(request);
  const [, at, bytes, type, before, after] = part;
  const cut = new Blob([before, (await answer.blob()).slice(at, at + bytes), after]);
  return new Response(cut, { headers: { "Content-Type": type } });
}

// Pages opened before the last update name files of their own version.
async function fromOlder(request, address) {
  for (const name of await others()) {
    const answer = await stored(address, name);
    if (answer) return answer;
  }
  // The page for addresses that lead nowhere names its icon as seen from some other folder.
  const name = address.split("/").pop();
  return (FILES.has(name) && (await stored(name, NAME))) || asked(request);
}

// A file from the host; where it cannot be reached, an answer that says so.
const asked = (request) =>
  fetch(request).catch(() => (request.mode === "navigate" ? away() : new Response("", { status: 504 })));

// The page for addresses that lead nowhere, told by its mark that the host could not be asked:
// `404.js` says this in it.
async function away() {
  const page = await stored("404.html", NAME);
  if (!page) return Response.error();
  const text = (await page.text()).replace("<html", "<html data-away");
  return new Response(text, { status: 503, headers: page.headers });
}

function answer(request) {
  if (request.method !== "GET" || request.headers.has("Range") || !request.url.startsWith(SCOPE)) return undefined;
  const { search, pathname } = new URL(request.url);
  const address = pathname.slice(new URL(SCOPE).pathname.length).replace(/(^|\/)index\.html$/, "$1");
  const listed = FILES.has(address) || CUT.has(address);
  if (request.mode === "navigate") {
    // What a page shows is in its query: the page is the same.
    if (listed) return kept(request, address);
    if (FILES.has(`${address}/`)) return Response.redirect(whole(`${address}/`) + search, 301);
    return request.destination === "document" ? asked(request) : undefined;
  }
  if (search || request.cache === "reload" || request.cache === "no-store") return undefined;
  if (listed) return kept(request, address);
  return NAMED_AFTER_CONTENT.test(address) ? fromOlder(request, address) : undefined;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const it = answer(event.request);
  if (it) event.respondWith(it);
});
self.addEventListener("message", (event) => {
  if (event.data === "check") event.waitUntil(check((it) => event.ports[0]?.postMessage(it)));
  // Only at a reader's word: until then every page keeps the version it began with.
  if (event.data === "skip") event.waitUntil(self.skipWaiting());
});
