// What every page runs, whichever build it is from: it keeps its name for ever, and only grows.
// From a disk: makes links work, as there no server shows a folder's page. No module, since
// browsers load none from a disk. In: the page. Out: links that name the page.
// From a host: brings what the page's own script named in `offline`. Where that script or what
// it named cannot be had, the page is an old one, and `heal.js` sees whether there is a newer.
if (location.protocol === "file:") {
  document.documentElement.dataset.still = "";
  for (const link of document.querySelectorAll("a[href]")) {
    const [, folder, rest] = /^([^?#:]*\/|\.|)((?:[?#].*)?)$/.exec(link.getAttribute("href")) || [];
    if (folder || (rest && rest[0] === "?")) link.setAttribute("href", folder + "index.html" + rest);
  }
} else if (self === top) {
  addEventListener("load", () => import(self.offline).catch(() => import("./heal.js")).catch(() => {}));
}
