// Keeps count of the page's WebAssembly memories, which the browser's own
// measure of memory leaves out.
//
// Stands before every other script of the page. Out: `window.wasmBytes()`.

(() => {
  const { Memory, Instance, instantiate, instantiateStreaming } = WebAssembly;
  const memories = new Set();

  // What `instantiate` gives is an instance, or a module with one.
  function noted(result) {
    const { exports } = result.instance ?? result;
    for (const value of Object.values(exports)) {
      if (value instanceof Memory) memories.add(value);
    }
    return result;
  }

  WebAssembly.Memory = new Proxy(Memory, {
    construct(target, args) {
      const memory = new target(...args);
      memories.add(memory);
      return memory;
    },
  });
  WebAssembly.Instance = new Proxy(Instance, {
    construct: (target, args) => noted(new target(...args)),
  });
  WebAssembly.instantiate = async (...args) => noted(await instantiate(...args));
  WebAssembly.instantiateStreaming = async (...args) => noted(await instantiateStreaming(...args));
  window.wasmBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
})();
