// What a view does in a frame: it tells the host how high it is, follows its colours, and starts
// the program where its address asks for a selection.
// In: the address, the attributes of its own element, and from the host `pledges:color` and the
// `ready` of WordPress. Out: heights to the parent, and the view. It keeps nothing and asks nobody
// but the site it comes from: in a frame of no origin storage, cookies and workers throw, and
// modules and WebAssembly cannot be had unless the site's host sends Access-Control-Allow-Origin.

(() => {
  const root = document.documentElement;
  const { dataset } = document.currentScript;
  const query = new URLSearchParams(location.search);
  const colors = ["auto", "light", "dark"];

  function color(value) {
    if (value === "light" || value === "dark") root.dataset.color = value;
    else delete root.dataset.color;
  }
  color(query.get("color"));

  // The host may put a number, or a secret as WordPress does, behind the `#`, at first or later.
  let id, secret;
  function named() {
    const given = (form) => (form.exec(location.hash) || [])[1];
    id = Number(given(/[#?&]id=(\d{1,9})(?:&|$)/) || 0);
    secret = given(/[#?&]secret=([a-zA-Z0-9]{1,64})(?:&|$)/);
  }
  named();

  // Heights, to the parent alone, and only in a frame.
  const framed = parent !== self;
  let told = 0, due, last = 0, left, tries = 50;

  function tell(height) {
    told = height;
    last = performance.now();
    const say = (what) => parent.postMessage(what, "*");
    say({ type: "pledges:height", id, height });
    if (secret) say({ message: "height", value: height, secret });
    say({ sentinel: "amp", type: "embed-size", height });
    say(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
  }

  // A host that sets another height than it was told, or a bar to scroll by that comes and goes
  // with it, could go on for ever: without a cause the height is told three times.
  const cause = () => (left = 3);
  cause();

  function measure(again) {
    due = undefined;
    // A frame that has no width yet would be as high as a word is long.
    if (!innerWidth) return void (tries-- > 0 && setTimeout(soon, 100, again));
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (!height || (again !== true && Math.abs(height - told) < 2)) return;
    if (left-- > 0) tell(height);
    else left = 0;
  }

  // At most ten times a second.
  function soon(again) {
    if (due) return;
    due = setTimeout(measure, Math.max(0, 100 - (performance.now() - last)), again);
  }

  function begin() {
    if (!framed) return;
    let width = innerWidth;
    new ResizeObserver(() => {
      if (innerWidth !== width) cause();
      width = innerWidth;
      soon();
    }).observe(document.body);
    for (const what of ["pointerdown", "keydown", "toggle"]) addEventListener(what, cause, true);
    // In a frame that is kept out of sight until it speaks nothing is observed.
    soon();
    addEventListener("message", heard);
    addEventListener("click", followed);
    addEventListener("hashchange", () => {
      named();
      cause();
      soon(true);
    });
  }

  // The host says nothing that has to be believed: colours, and that it is there now.
  function heard({ source, data }) {
    if (source !== parent || typeof data !== "object" || !data) return;
    const ours = data.type === "pledges:color" && colors.includes(data.value);
    if (ours) color(data.value);
    if (ours || (secret && data.message === "ready" && data.secret === secret)) {
      cause();
      soon(true);
    }
  }

  // Anything in the address but colours and what counts clicks asks for a selection.
  const aside = /^(color|utm_.*|fbclid|gclid|ref|source|share)$/;
  const asked = dataset.js && [...query.keys()].some((key) => !aside.test(key));

  const at = (name) => new URL(dataset[name], document.baseURI);

  async function compiled(name) {
    const answer = await fetch(at(name), { integrity: dataset[name + "Integrity"], credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.status);
    // Not every host says what it sends.
    return answer.headers.get("Content-Type") === "application/wasm"
      ? WebAssembly.compileStreaming(answer)
      : WebAssembly.compile(await answer.arrayBuffer());
  }

  // The view stays as it was written until the program draws another in its place, and comes back
  // if the program cannot.
  async function start() {
    const frame = document.getElementById("embed");
    const written = [...frame.childNodes];
    const note = document.createElement("li");
    const say = (text) => {
      note.textContent = text;
      frame.querySelector(".notes").append(note);
    };
    const failed = (why) => {
      console.warn("The selection could not be worked out; the view stays as it is.", why);
      clearTimeout(slow);
      frame.replaceChildren(...written);
      say("The selection that was asked for cannot be worked out in this frame. What is shown is everything. ");
      const link = document.createElement("a");
      query.delete("color");
      link.href = frame.dataset.root + "?" + query;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = "See the selection in the Pledge Explorer";
      note.append(link);
      cause();
    };
    const slow = setTimeout(say, 1500, "The selection is being worked out; until then everything is shown.");
    addEventListener("error", ({ error }) => self.WebAssembly && error instanceof WebAssembly.RuntimeError && failed(error));
    try {
      const [program, first, later] = await Promise.all([import(at("js")), compiled("wasm"), compiled("later")]);
      const exports = await program.default({ module_or_path: first });
      await WebAssembly.instantiate(later, { "": exports });
      clearTimeout(slow);
      cause();
      exports.later(true);
      root.dataset.alive = "";
    } catch (why) {
      failed(why);
    }
  }

  // In a frame without leave to open windows, WordPress opens links to the frame's own host itself.
  function followed(event) {
    const link = event.target.closest("a[href]");
    if (!link || !secret || !event.isTrusted || self.origin !== "null") return;
    const { host, href } = new URL(link.getAttribute("href"), document.baseURI);
    if (host !== location.host) return;
    event.preventDefault();
    parent.postMessage({ message: "link", value: href, secret }, "*");
  }

  document.addEventListener("DOMContentLoaded", () => {
    begin();
    if (asked) start();
  });
})();
