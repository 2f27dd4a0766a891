// Watches keys until what they brought about is on the screen. In: `what`, "field" or
// "page". Out: `window.pace`, with a row for each letter.
// Invariant: nothing is read from the page before it has been painted.

const what = arguments[0];
const texts = (selector) => [...document.querySelectorAll(selector)].map((it) => it.textContent).join();

// All to be seen that a letter may change: counts, list, filters, charts. What is folded away
// may follow later.
function shown() {
  if (what === "field") return document.querySelector("input").value;
  const units = [...document.querySelectorAll("[data-unit]")].slice(0, 3);
  const ids = units.map((it) => it.dataset.unit).join();
  return [texts(".status"), ids, texts(".facets-first .n"), texts("[data-chart] svg")].join("|");
}

function painted(then) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  });
}

window.pace = { wanted: [], rows: [] };
document.addEventListener("keydown", (event) => {
  if (event.key.length !== 1) return;
  const no = pace.rows.length;
  const row = { key: event.key, frames: 0 };
  pace.rows.push(row);
  const look = (now) => {
    row.frames += 1;
    if (pace.wanted.length === 0) {
      // The first time: remembers what it comes to once nothing moves any more.
      if (now - event.timeStamp < 180) return painted(look);
      row.shown = shown();
    } else if (what === "field" || shown() === pace.wanted[no] || row.frames > 60) {
      row.took = now - event.timeStamp;
      row.words = document.querySelector("input").value;
    } else {
      painted(look);
    }
  };
  painted(look);
}, true);
