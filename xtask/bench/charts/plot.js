// Observable Plot: a plot is made anew and takes the place of the last, as its documentation has
// it.

import { COLORS, HEIGHT, WIDTH, rows, script } from "./look.js";

let options;
let shown;

async function ready() {
  await script("/npm/d3/dist/d3.min.js");
  await script("/npm/@observablehq/plot/dist/plot.umd.min.js");
}

function start({ themes, years }) {
  options = {
    width: WIDTH,
    height: HEIGHT,
    marginBottom: 40,
    x: { domain: years, tickFormat: "", tickRotate: -90, label: null },
    color: { domain: themes, range: COLORS },
  };
  shown = document.body.appendChild(document.createElement("div"));
}

function draw(counts) {
  const bars = Plot.barY(counts, { x: "year", y: "count", fill: "theme" });
  const plot = Plot.plot({ ...options, marks: [bars, Plot.ruleY([0])] });
  shown.replaceWith(plot);
  shown = plot;
}

window.chart = { name: "Observable Plot", ready: ready(), start, shape: rows, draw, colors: COLORS };
