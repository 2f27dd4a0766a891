// Whether a chart is really there, and says what its state says.
//
// In: the page, after a state was drawn. Out: how many shapes are seen, and what is wrong. A chart
// that names its colours (of each theme, in order) is measured: the area of each colour has to be
// the theme's share of the counts. Of any other, all that is asked for is enough shapes.

// By how much of the whole an area may be off; edges of a canvas have colours of their own.
const OFF = 0.02;
// Fewer are not the bars of themes and of years.
const FEWEST = 38;

export function drawn({ colors }, { matrix }) {
  const shapes = [...document.querySelectorAll("svg :is(rect, path, circle)")].filter(seen);
  const canvas = document.querySelector("canvas");
  const count = canvas ? 0 : shapes.length;
  if (colors === undefined) {
    return { count, wrong: count < FEWEST ? `only ${count} shapes are seen` : null };
  }
  const areas = canvas ? ofPixels(canvas, colors) : ofShapes(shapes, colors);
  const counts = matrix.map((years) => years.reduce((sum, year) => sum + year, 0));
  const [whole, all] = [sum(areas), sum(counts)];
  const off = counts.findIndex((count, t) => !(Math.abs(areas[t] / whole - count / all) <= OFF));
  const share = (part, of) => (part / of).toFixed(3);
  const wrong = `theme ${off} has ${share(areas[off], whole)} of the area, not ${share(counts[off], all)}`;
  return { count, wrong: off === -1 ? null : wrong };
}

const sum = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

function seen(shape) {
  const { width, height } = shape.getBoundingClientRect();
  return width > 0 && height > 0;
}

function ofShapes(shapes, colors) {
  const areas = colors.map(() => 0);
  for (const shape of shapes) {
    const theme = colors.findIndex((color) => rgb(color).join(", ") === fill(shape));
    const { width, height } = shape.getBBox();
    if (theme !== -1) areas[theme] += width * height;
  }
  return areas;
}

const fill = (shape) => getComputedStyle(shape).fill.replace(/^rgb\(|\)$/g, "");

function ofPixels(canvas, colors) {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const wanted = new Map(colors.map((color, theme) => [rgb(color).join(), theme]));
  const areas = colors.map(() => 0);
  for (let at = 0; at < data.length; at += 4) {
    const theme = wanted.get(data.slice(at, at + 3).join());
    if (theme !== undefined && data[at + 3] === 255) areas[theme]++;
  }
  return areas;
}

const rgb = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
