// The states that charts are drawn from, as pages get them.
//
// Out: `about` (the names of the themes and the years) and `states`. A state is kept as one list of
// numbers: of each theme the counts of five kinds, of each year what is counted, recalled and the
// articles, then five kinds, and the matrix theme by theme.

const KINDS = 5;

export async function load() {
  const { themes, firstYear, years, states } = await (await fetch("/data/charts/states.json")).json();
  const names = Array.from({ length: years }, (_, y) => firstYear + y);
  return { about: { themes, years: names }, states: states.map((flat) => state(flat, themes, names)) };
}

function state(flat, themes, names) {
  let at = 0;
  const take = (count) => flat.slice(at, (at += count));
  return {
    themes,
    kinds: themes.map(() => take(KINDS)),
    years: names.map((year) => {
      const [count, recalled, articles, ...kinds] = take(3 + KINDS);
      return { year, count, recalled, articles, kinds };
    }),
    matrix: themes.map(() => take(names.length)),
  };
}
