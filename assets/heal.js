// Loads a page again that names files which its host no longer has: an old page out of a cache.
// Loaded by `disk.js` and `offline.js` where something was not to be had; like `disk.js` it keeps its name
// for ever, since old pages ask for it. In: the page. Out: nothing, or the page once more.
// Invariant: never twice, and only where the host has a page that names other files.

const named = [...document.querySelectorAll("script[src], link[rel=stylesheet]:not([data-late])")];
const names = named.map((it) => (it.getAttribute("src") || it.getAttribute("href")).split("/").pop());

async function outdated() {
  const answer = await fetch(location.href, { cache: "reload" });
  const page = await answer.text();
  return answer.ok && page.includes("<script") && names.some((it) => !page.includes(it));
}

// Where a worker answers, it is its copy that is broken, and the next one need not wait.
async function renewed() {
  const root = new URL(".", import.meta.url).href;
  const registration = await navigator.serviceWorker?.getRegistration(root);
  if (registration?.scope !== root) return;
  await registration.update();
  registration.waiting?.postMessage("skip");
}

async function heal() {
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  if (self !== top || type === "reload" || !navigator.onLine || !(await outdated())) return;
  await renewed().catch(() => {});
  location.reload();
}

heal().catch((fault) => console.warn("The page could not be loaded anew:", fault));
