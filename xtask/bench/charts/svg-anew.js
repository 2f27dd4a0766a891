// Hand-written, the short way: an SVG made of new elements for every state, in place of the last.

import { COLORS, HEIGHT, WIDTH } from "./look.js";
import { BOTTOM, LEFT, columns, scale } from "./scale.js";

let names;
let places;
let shown;

function element(parent, name, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const attribute in attributes) made.setAttribute(attribute, attributes[attribute]);
  if (text !== undefined) made.textContent = text;
  parent?.appendChild(made);
  return made;
}

function start({ years }) {
  names = years;
  places = columns(years);
  shown = document.body.appendChild(element(null, "svg", {}));
}

function draw({ matrix }) {
  const { ticks, y } = scale(matrix);
  const svg = element(null, "svg", { width: WIDTH, height: HEIGHT, "font-size": 10 });
  for (const tick of ticks) {
    element(svg, "line", { x1: LEFT, x2: WIDTH, y1: y(tick), y2: y(tick), stroke: "#ddd" });
    element(svg, "text", { x: LEFT - 4, y: y(tick) + 3, "text-anchor": "end" }, tick);
  }
  const { lefts, width } = places;
  names.forEach((name, no) => {
    element(svg, "text", { x: lefts[no] + width / 2, y: BOTTOM + 14, "text-anchor": "middle" }, name);
    let sum = 0;
    matrix.forEach((counts, t) => {
      if (counts[no] === 0) return;
      const from = y(sum);
      sum += counts[no];
      const to = y(sum);
      element(svg, "rect", { x: lefts[no], width, y: to, height: from - to, fill: COLORS[t] });
    });
  });
  shown.replaceWith(svg);
  shown = svg;
}

window.chart = { name: "DOM, made anew", ready: Promise.resolve(), start, draw, colors: COLORS };
