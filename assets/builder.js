// The page that makes markup for views: it starts the program, which draws the builder, and puts
// the site's own address into what was written without knowing it.
// In: the addresses on its own element. Out: a running builder, or the page as it was written.

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
    const written = [...builder.childNodes];
    const failed = (why) => {
      console.warn("The builder could not start; what is ready made stands below.", why);
      builder.replaceChildren(...written);
      builder.querySelector(".failed").hidden = false;
    };
    addEventListener("error", ({ error }) => error instanceof WebAssembly.RuntimeError && failed(error));
    try {
      const names = ["wasm", "later", "form"];
      const [program, first, ...more] = await Promise.all([import(at("js")), ...names.map(compiled)]);
      const exports = await program.default({ module_or_path: first });
      // Each part takes what it needs from all before it.
      const all = { ...exports };
      for (const part of more) Object.assign(all, (await WebAssembly.instantiate(part, { "": all })).exports);
      exports.later(true);
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
