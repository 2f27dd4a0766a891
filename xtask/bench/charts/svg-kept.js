// Hand-written, the careful way: all elements are made once, and a state sets only the attributes
// that are other than before.

import { COLORS, HEIGHT, WIDTH } from "./look.js";
import { BOTTOM, LEFT, columns, scale } from "./scale.js";

// As many lines as any scale has.
const TICKS = 11;

let bars;
let lines;
let svg;

function element(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const attribute in attributes) made.setAttribute(attribute, attributes[attribute]);
  svg?.appendChild(made);
  return made;
}

function start({ themes, years }) {
  svg = element("svg", { width: WIDTH, height: HEIGHT, "font-size": 10 });
  lines = Array.from({ length: TICKS }, () => ({
    line: element("line", { x1: LEFT, x2: WIDTH, stroke: "#ddd" }),
    label: element("text", { x: LEFT - 4, "text-anchor": "end" }),
    at: null,
    text: "",
  }));
  const { lefts, width } = columns(years);
  bars = years.map((year, y) => {
    const x = lefts[y] + width / 2;
    element("text", { x, y: BOTTOM + 14, "text-anchor": "middle" }).textContent = year;
    return themes.map((_, t) => ({
      bar: element("rect", { x: lefts[y], width, y: 0, height: 0, fill: COLORS[t] }),
      top: 0,
      height: 0,
    }));
  });
  document.body.append(svg);
}

function draw({ matrix }) {
  const { ticks, y } = scale(matrix);
  lines.forEach((line, no) => rule(line, ticks[no], y));
  bars.forEach((stack, no) => {
    let sum = 0;
    stack.forEach((bar, t) => {
      const from = y(sum);
      sum += matrix[t][no];
      stretch(bar, y(sum), from - y(sum));
    });
  });
}

function rule(line, tick, y) {
  const text = tick === undefined ? "" : String(tick);
  const at = tick === undefined ? -HEIGHT : y(tick);
  if (at !== line.at) {
    line.at = at;
    line.line.setAttribute("y1", at);
    line.line.setAttribute("y2", at);
    line.label.setAttribute("y", at + 3);
  }
  if (text !== line.text) line.label.textContent = line.text = text;
}

// A bar without height may stay where it was.
function stretch(it, top, height) {
  if (height !== it.height) it.bar.setAttribute("height", (it.height = height));
  if (height !== 0 && top !== it.top) it.bar.setAttribute("y", (it.top = top));
}

window.chart = { name: "DOM, kept", ready: Promise.resolve(), start, draw, colors: COLORS };
