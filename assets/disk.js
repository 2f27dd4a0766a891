// Makes links work where the site is read from a disk: there no server shows a folder's page.
// No module, since browsers load none from a disk. In: the page. Out: links that name the page.
if (location.protocol === "file:") {
  document.documentElement.dataset.still = "";
  for (const link of document.querySelectorAll("a[href]")) {
    const [, folder, rest] = /^([^?#:]*\/|\.|)((?:[?#].*)?)$/.exec(link.getAttribute("href")) || [];
    if (folder || (rest && rest[0] === "?")) link.setAttribute("href", folder + "index.html" + rest);
  }
}
