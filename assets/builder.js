// The page that makes markup for views: it starts the program, which draws the builder, and puts
// the site's own address into what was written without knowing it.
// In: the addresses on its own element. Out: a running builder, or in its place a word that it could
// not be started or has stopped, with the ways on.

(() => {
  const { dataset } = document.currentScript;
  const at = (name) => new URL(dataset[name], document.baseURI);

  async function compiled(name) {
    const answer = await fetch(at(name), { integrity: dataset[name + "Integrity"], credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.status);
    // Not every host says what it sends.
    return answer.headers.get("Content-Type") === "application/wasm"
      ? WebAssembly.compileStreaming(answer)
      : WebAssembly.compile(await answer.arrayBuffer());
  }

  async function start() {
    const builder = document.getElementById("builder");
    let started, over;
    const failed = (why) => {
      if (over) return;
      over = true;
      console.warn("The form cannot be had; what is ready made stands below.", why);
      // A trap leaves the program half changed: nothing of it is to be pressed any more.
      builder.replaceChildren();
      const notice = document.querySelector(".failed");
      const again = notice.querySelector("a");
      // With a place in the page it would lead there, and load nothing.
      again.href = location.href.split("#")[0];
      notice.querySelector(started ? ".stopped" : ".unstarted").hidden = false;
      notice.hidden = false;
      if (started) again.focus();
    };
    const watch = ({ error, reason }) =>
      self.WebAssembly && (error || reason) instanceof WebAssembly.RuntimeError && failed(error || reason);
    addEventListener("error", watch);
    addEventListener("unhandledrejection", watch);
    try {
      const names = ["wasm", "later", "form"];
      const [program, first, ...more] = await Promise.all([import(at("js")), ...names.map(compiled)]);
      const exports = await program.default({ module_or_path: first });
      // Each part takes what it needs from all before it.
      const all = { ...exports };
      for (const part of more) Object.assign(all, (await WebAssembly.instantiate(part, { "": all })).exports);
      exports.later(true);
      started = true;
      document.documentElement.dataset.alive = "";
    } catch (why) {
      failed(why);
    }
  }

  addEventListener("DOMContentLoaded", () => {
    const root = new URL("../", location.href.split(/[?#]/)[0]).href;
    for (const it of document.querySelectorAll("[data-unknown]"))
      it.textContent = it.textContent.replaceAll(it.dataset.unknown, root);
    for (const it of document.querySelectorAll("[data-replaced]")) it.hidden = true;
    start();
  });
})();
