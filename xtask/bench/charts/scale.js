// Where the bars of a hand-written chart stand, and the round numbers beside them.

import { HEIGHT, WIDTH } from "./look.js";

const LEFT = 40;
const TOP = 10;
const BOTTOM = HEIGHT - 30;

// The steps 1, 2 and 5 times a power of ten, five to ten of them up to the longest bar.
export function scale(matrix) {
  const sums = matrix[0].map((_, y) => matrix.reduce((sum, counts) => sum + counts[y], 0));
  const longest = Math.max(...sums, 1);
  const power = 10 ** Math.floor(Math.log10(longest / 5));
  const times = [1, 2, 5, 10].find((times) => longest / (times * power) <= 10);
  const step = Math.max(times * power, 1);
  const end = Math.ceil(longest / step) * step;
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, no) => no * step);
  return { ticks, y: (count) => BOTTOM - ((BOTTOM - TOP) * count) / end };
}

// Left edges and width of the columns.
export function columns(years) {
  const step = (WIDTH - LEFT) / years.length;
  return { width: step * 0.9, lefts: years.map((_, y) => LEFT + step * (y + 0.05)) };
}

export { BOTTOM, LEFT };
