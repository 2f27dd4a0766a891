// Starts the program and says so when it cannot. A file of its own, because the
// page's policy allows no script inside the page.
// In: the addresses on its own script element. Out: a running page, or the static
// page as it was, with a notice once the program has died.

const script = document.querySelector("script[data-wasm]");

function died() {
  const notice = document.getElementById("fault");
  if (notice && notice.hidden) {
    notice.hidden = false;
    notice.querySelector("a").href = location.href;
    document.getElementById("explore").inert = true;
    notice.querySelector("a").focus();
  }
}

// A trap in the program leaves its state half changed, so it is not used again.
function watch(event) {
  const what = event.error || event.reason;
  if (what instanceof WebAssembly.RuntimeError) died();
}

// The colours that a link asks for, before the program could see to it.
const color = new URLSearchParams(location.search).get("color");
if (color === "light" || color === "dark") document.documentElement.dataset.color = color;

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly here");
  const wasm = fetch(new URL(script.dataset.wasm, document.baseURI), {
    integrity: script.dataset.wasmIntegrity,
    credentials: "same-origin",
  });
  const program = await import(new URL(script.dataset.js, document.baseURI));
  addEventListener("error", watch);
  addEventListener("unhandledrejection", watch);
  await program.default({ module_or_path: wasm });
  document.documentElement.dataset.alive = "";
}

start().catch((error) => {
  document.documentElement.dataset.still = "";
  console.warn("The explorer could not start; the page stays as it is.", error);
});
