// What an address that leads nowhere may have meant: a search for its words, and the pages whose
// addresses are nearest; or, where the host could not be asked, that it is so. A file of its own, because the page's policy allows no script inside.
// In: the address, and this file's own, which says where the root is. Out: links. Invariant:
// whatever the address holds, it is only ever read as words.

const root = new URL(".", import.meta.url);
const kinds = ["pledge", "article", "thread", "theme", "speaker", "about", "index", "html", "404",
  "embed", "unit", "at", "list", "years", "themes", "matrix", "compare", "changes", "data", "charts"];

// What cannot be decoded is no word.
function decoded(text) {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return " ";
    }
  });
}

function wordsOf(text) {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function link(address, text) {
  const a = document.createElement("a");
  a.href = new URL(address, root);
  a.textContent = text;
  return a;
}

// How many letters two words begin with alike; of less than four only where the words are equal.
function alike(word, other) {
  let n = 0;
  while (n < word.length && word[n] === other[n]) n += 1;
  return n >= 4 || word === other ? n : 0;
}

// The share of letters, from 0 to 1, that stand in words which both have.
function likeness(words, others) {
  const best = (word) => Math.max(0, ...others.map((other) => alike(word, other)));
  const sum = words.reduce((sum, word) => sum + best(word), 0);
  return sum / Math.max(words.join("").length, others.join("").length);
}

async function nearest(words) {
  const answer = await fetch(new URL("pages.txt", root));
  if (!answer.ok) return [];
  const found = [];
  for (const line of (await answer.text()).split("\n")) {
    const [address, title] = line.split("\t");
    if (!title) continue;
    const n = likeness(words, wordsOf(address).filter((word) => !kinds.includes(word)));
    if (n >= 0.5) found.push({ address, title, n });
  }
  return found.sort((a, b) => b.n - a.n).slice(0, 5);
}

async function offer() {
  const place = document.getElementById("meant");
  if (!place || place.dataset.asked !== undefined) return;
  place.dataset.asked = "";
  const path = location.pathname;
  const below = path.startsWith(root.pathname) ? path.slice(root.pathname.length) : path;
  const words = wordsOf(decoded(below)).filter((word) => !kinds.includes(word)).slice(0, 12);
  if (words.length === 0) return;
  const text = words.join(" ").slice(0, 150);
  const search = document.createElement("p");
  search.append("Search for: ", link("?" + new URLSearchParams({ q: text }), text));
  const list = document.createElement("ul");
  list.className = "plain-list";
  for (const it of await nearest(words).catch(() => [])) {
    const item = document.createElement("li");
    item.append(link(it.address, it.title));
    list.append(item);
  }
  place.append(search);
  if (list.children.length > 0) {
    const lead = document.createElement("p");
    lead.textContent = "Pages with a similar address:";
    place.append(lead, list);
  }
}

// The worker has put this page in the place of one that only the host has.
function away() {
  const [title, reason] = document.querySelectorAll("h1, h1 + p");
  if (!title || !reason) return;
  title.textContent = "You seem to be offline, and this is not in the copy kept on this device";
  reason.textContent = "The host of these pages could not be reached. Once there is a network again, load this page anew.";
  document.title = "Not kept on this device";
}

if ("away" in document.documentElement.dataset) away();

// In a frame of somebody's page its links open beside that page. It tells no height, so that our
// element leaves the words there that it has.
function beside() {
  for (const a of document.links) {
    a.target = "_blank";
    a.rel = "noopener";
  }
}

offer().finally(() => {
  if (parent !== self) beside();
});
