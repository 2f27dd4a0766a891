// This project's charts as a contender: `src/bin/charts`, compiled. It draws three: by theme, by
// year, and themes by years.
//
// In: states. Out: the page. `engine.js` has `start`, which takes the names of the themes, a line
// each, and the first year, and `draw`, which takes one list of numbers: of each theme the counts
// of the five kinds; of each year what is counted, what of it is recalled, the articles, then the
// five kinds; last what is counted of each theme in each year, theme by theme.

import init, { draw, start } from "./engine.js";

function shape({ kinds, years, matrix }) {
  const byYear = years.map((it) => [it.count, it.recalled, it.articles, ...it.kinds]);
  return Uint32Array.from([kinds, byYear, matrix].flat(2));
}

window.chart = {
  name: "pledges",
  ready: init(),
  start: ({ themes, years }) => {
    document.body.append(Object.assign(document.createElement("div"), { id: "charts" }));
    start(themes.join("\n"), years[0]);
  },
  shape,
  // A promise, if the page is changed later than this returns.
  draw: (numbers) => draw(numbers),
};
