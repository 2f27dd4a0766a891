// Chart.js: one chart on a canvas, set as its page on performance has it, whose numbers are
// replaced and which is updated without animation.

import { COLORS, HEIGHT, WIDTH, script } from "./look.js";

let chart;

function start({ themes, years }) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  document.body.append(canvas);
  const datasets = themes.map((label, t) => ({ label, data: [], backgroundColor: COLORS[t] }));
  chart = new Chart(canvas, {
    type: "bar",
    data: { labels: years, datasets },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      parsing: false,
      normalized: true,
      scales: {
        x: { stacked: true, ticks: { minRotation: 90, maxRotation: 90 } },
        y: { stacked: true },
      },
      plugins: { legend: { display: false } },
    },
  });
}

// For each theme the points as Chart.js keeps them.
function shape({ matrix }) {
  return matrix.map((counts) => counts.map((y, x) => ({ x, y })));
}

function draw(points) {
  points.forEach((data, t) => {
    chart.data.datasets[t].data = data;
  });
  chart.update("none");
}

const ready = script("/npm/chart.js/dist/chart.umd.min.js");
window.chart = { name: "Chart.js", ready, start, shape, draw, colors: COLORS };
