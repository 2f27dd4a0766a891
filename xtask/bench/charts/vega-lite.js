// Vega-Lite: compiled once, drawn as SVG; a state comes as a change of the data.

import { COLORS, HEIGHT, WIDTH, rows, script } from "./look.js";

let view;

async function ready() {
  await script("/npm/vega/build/vega.min.js");
  await script("/npm/vega-lite/build/vega-lite.min.js");
}

async function start({ themes, years }) {
  const specification = {
    width: WIDTH,
    height: HEIGHT,
    data: { name: "counts" },
    mark: "bar",
    encoding: {
      x: { field: "year", type: "ordinal", scale: { domain: years } },
      y: { field: "count", type: "quantitative", stack: "zero" },
      color: {
        field: "theme",
        type: "nominal",
        scale: { domain: themes, range: COLORS },
        legend: null,
      },
    },
  };
  const container = document.body.appendChild(document.createElement("div"));
  const flow = vega.parse(vegaLite.compile(specification).spec);
  view = new vega.View(flow, { renderer: "svg", container });
  await view.runAsync();
}

// The page is changed when this promise is kept, and not before.
function draw(counts) {
  const change = vega.changeset().remove(vega.truthy).insert(counts);
  return view.change("counts", change).runAsync();
}

window.chart = { name: "Vega-Lite", ready: ready(), start, shape: rows, draw, colors: COLORS };
