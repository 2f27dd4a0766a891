// Buttons that copy, and check quotations again. In `offline` stands what `disk.js` brings later.
self.offline = "./offline.js";

function button(after, label, press) {
  const [made, said] = ["button", "output"].map((it) => document.createElement(it));
  made.textContent = label;
  made.onclick = () => press((text) => (said.textContent = text));
  after.after(made, said);
}

for (const it of document.querySelectorAll("[data-copy]")) {
  const { copy, here } = it.dataset;
  if (here) it.textContent = it.textContent.replaceAll(here, new URL(".", location));
  button(it, copy, async (say) => {
    try {
      await navigator.clipboard.writeText(it.textContent);
      say("Copied.");
    } catch {
      getSelection().selectAllChildren(it);
      say("Selected: press Ctrl+C or ⌘C.");
    }
  });
}

// A text by the rule, and whence each UTF-16 unit.
function fold(source) {
  const from = [];
  let text = "", at = 0;
  for (const [run] of source.matchAll(/[ᄀ-ᇿ가-힣]+|\P{M}?\p{M}*/gu)) {
    const nfc = run.normalize();
    [...nfc].forEach((char, n) => {
      char = char.replace(/[‘-‛]/, "'").replace(/[“-‟]/, '"').replace(/\p{White_Space}/u, " ");
      if (char === " " && text.endsWith(" ")) return;
      text += char;
      for (const _ of char.split("")) from.push(nfc === run ? at + n : at);
    });
    at += [...run].length;
  }
  return { text, from: [...from, at] };
}

function places({ text, from }, { quote, prefix = "", suffix = "" }) {
  const [words, before, after] = [quote, prefix.trim(), suffix.trim()].map((it) => fold(it).text);
  const found = [];
  for (let at = -1; (at = text.indexOf(words, at + 1)) >= 0; ) {
    const end = at + words.length;
    if (text.slice(0, at).trim().endsWith(before) && text.slice(end).trim().startsWith(after))
      found.push([from[at] + 1, from[end]].map((n) => n.toLocaleString("en")).join(" to "));
  }
  return found;
}

async function check({ dataset }, quotes) {
  const answer = await fetch(dataset.text);
  if (!answer.ok) throw `error ${answer.status}`;
  const bytes = await answer.arrayBuffer();
  let sum = "a checksum that only https lets one work out";
  if (crypto.subtle) {
    const hash = await crypto.subtle.digest("SHA-256", bytes);
    const hex = [...new Uint8Array(hash)].map((it) => it.toString(16).padStart(2, 0)).join("");
    sum = `the checksum ${hex}, ${hex === dataset.sha256 ? "as" : "not the one"} published`;
  }
  const source = fold(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  return quotes.map((it, n) => {
    const [one, more] = places(source, it.dataset);
    const told = more ? "Found twice or more" : one ? `Found once, at characters ${one},` : "Not found";
    return `${quotes[1] ? `${n + 1}. ` : ""}${told} in a text with ${sum}.`;
  }).join("\n");
}

for (const it of document.querySelectorAll("[data-text]")) {
  button(it.lastElementChild, "Check again in this browser", (say) => {
    say("Checking …");
    check(it, [...it.querySelectorAll("[data-quote]")]).then(say, (why) => say(`Not checked: ${why}`));
  });
}
