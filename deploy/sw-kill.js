// Takes the worker of this site out of every browser that has it. Deploy it as `sw.js` in place
// of a broken one; it needs nothing else, and the next ordinary build may follow at any time.
// In: nothing. Out: no registration and no cache of this scope; pages from the host again.
// Invariant: caches of other sites on the same origin stay.

const SCOPE = self.registration.scope;

async function end() {
  const names = await caches.keys();
  const ours = names.filter((it) => it.startsWith(`pledge-explorer ${SCOPE} `));
  await Promise.all(ours.map((it) => caches.delete(it)));
  await self.registration.unregister();
  // Pages that the broken worker answered are loaded again, this time by the host.
  const pages = await self.clients.matchAll({ type: "window" });
  await Promise.all(pages.map((it) => it.navigate(it.url).catch(() => undefined)));
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(end()));
