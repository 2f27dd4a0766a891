// Draws the states with the chart of this page and reports.
//
// In: `window.chart`, published by the page: `ready`, a promise that its code is there;
// `start({themes, years})`; `draw(state)`, which may give a promise; and, where it wants the
// numbers in another form, `shape(state)`, which is not measured. Out: lines of text to the
// server. Between two states the browser paints, so that each finds the page at rest.

import { drawn } from "/runner/charts/drawn.js";
import { watch } from "/runner/charts/changes.js";
import { load } from "/runner/charts/states.js";

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function contender() {
  while (window.chart === undefined) await pause(1);
  const chart = window.chart;
  await chart.ready;
  return chart;
}

const shape = (chart, state) => chart.shape?.(state) ?? state;

// Reading these makes the browser work out style and layout of all that was changed.
function settle() {
  document.body.getBoundingClientRect();
  for (const svg of document.querySelectorAll("svg")) svg.getBBox();
}

async function timed(chart, state) {
  const input = shape(chart, state);
  await painted();
  const start = performance.now();
  const later = chart.draw(input);
  if (later?.then) await later;
  const changed = performance.now();
  settle();
  return [changed - start, performance.now() - start];
}

// What each state changes; and nothing may change after a state was drawn.
async function counted(chart, states) {
  const take = watch();
  const counts = [];
  for (const state of states) {
    await chart.draw(shape(chart, state));
    counts.push(take());
    await painted();
    const late = take();
    if (late.created + late.changed > 0) throw new Error("the page was changed after drawing");
  }
  return counts;
}

// Draws some states and looks whether they are there.
async function checked(chart, states) {
  let most = 0;
  for (const at of [0, states.length >> 1, states.length - 1]) {
    await chart.draw(shape(chart, states[at]));
    await painted();
    const { count, wrong } = drawn(chart, states[at]);
    if (wrong !== null) throw new Error(`state ${at} is not drawn: ${wrong}`);
    most = Math.max(most, count);
  }
  return most;
}

async function main() {
  const { about, states } = await load();
  const chart = await contender();
  await chart.start(about);
  await fetch("/ready", { method: "POST" });
  const asked = new URLSearchParams(location.search);
  if (asked.has("show")) return chart.draw(shape(chart, states[Number(asked.get("show"))]));
  const [rounds, warm] = [Number(asked.get("rounds")), Number(asked.get("warm"))];
  const times = states.map(() => [[], []]);
  for (let round = 0; round < rounds; round++) {
    for (const [at, state] of states.entries()) {
      const both = await timed(chart, state);
      both.forEach((time, which) => times[at][which].push(time));
    }
  }
  const counts = (await counted(chart, states)).slice(warm);
  const shapes = await checked(chart, states);
  const middle = (some) => some.sort((a, b) => a - b)[(some.length - 1) >> 1].toFixed(4);
  const middles = (which) => times.slice(warm).map((both) => middle(both[which])).join(" ");
  const list = (name) => counts.map((count) => count[name]).join(" ");
  return report([
    `script ${middles(0)}`,
    `whole ${middles(1)}`,
    `created ${list("created")}`,
    `changed ${list("changed")}`,
    `shapes ${shapes}`,
  ].join("\n"));
}

function report(body) {
  return fetch("/result", { method: "POST", body });
}

addEventListener("error", (event) => report(`error ${event.message}`));
main().catch((error) => report(`error ${String(error.message ?? error).split("\n")[0]}`));
