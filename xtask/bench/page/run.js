// Runs the script of actions on the contender of this page and reports.
//
// In: `window.contender`, published by the page. Out: lines of text to the
// server: times in milliseconds and hashes of the answers. Every contender is
// treated alike: load, fetch what is shown later (`more`, where there is such a
// thing), measure memory, warm up, then passes until done or late.

import { digest } from "/runner/digest.js";

const WARM_UP = 100;
const MEMORY = 25_000;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function contender() {
  while (window.contender === undefined) await pause(1);
  return window.contender;
}

// The browser measures when it next collects garbage, which an idle page may never make it do;
// then this is 0, and the table has no figure.
async function memory() {
  const measured = performance.measureUserAgentSpecificMemory?.();
  const patience = pause(MEMORY).then(() => undefined);
  const bytes = (await Promise.race([measured, patience]))?.bytes;
  return bytes === undefined ? 0 : bytes + window.wasmBytes();
}

// One pass; false if it was cut short by the time limit.
function pass(act, actions, until, times, answers) {
  for (let i = 0; i < actions.length; i++) {
    const start = performance.now();
    const answer = act(actions[i]);
    const end = performance.now();
    (times[i] ??= []).push(end - start);
    answers[i] ??= digest(answer);
    if (end > until) return i + 1 === actions.length;
  }
  return true;
}

async function main() {
  const peer = await contender();
  const { buildMs } = await peer.ready;
  const ready = performance.now();
  await fetch("/ready", { method: "POST" });
  await peer.more?.();
  const bytes = await memory();
  const size = location.pathname.split("/").at(-2);
  const asked = new URLSearchParams(location.search);
  const [passes, limit] = [Number(asked.get("passes")), Number(asked.get("limit"))];
  const actions = await (await fetch(`/data/${size}/actions.json`)).json();
  const act = (action) => peer.act(action);
  const times = [];
  const answers = [];
  // A contender that needs seconds for each warms up for less long.
  pass(act, actions.slice(0, WARM_UP), performance.now() + limit / 10, [], []);
  const until = performance.now() + limit;
  for (let done = 0; done < passes; done++) {
    if (!pass(act, actions, until, times, answers)) break;
  }
  const list = (numbers) => numbers.join(" ");
  const middle = (some) => some.sort((a, b) => a - b)[(some.length - 1) >> 1].toFixed(4);
  await report([
    `ready ${ready.toFixed(1)}`,
    `build ${buildMs.toFixed(2)}`,
    `memory ${bytes}`,
    `times ${list(times.map(middle))}`,
    `counts ${list(answers.map((answer) => answer.counts))}`,
    `tops ${list(answers.map((answer) => answer.top))}`,
  ].join("\n"));
}

function report(body) {
  return fetch("/result", { method: "POST", body });
}

addEventListener("error", (event) => report(`error ${event.message}`));
main().catch((error) => report(`error ${String(error.message ?? error).split("\n")[0]}`));
