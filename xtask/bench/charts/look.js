// What all charts share: their size, a colour for each theme, and how a library is loaded.

export const WIDTH = 640;
export const HEIGHT = 400;
export const COLORS = [
  "#4e79a7", "#f28e2c", "#e15759", "#76b7b2", "#59a14f", "#edc949",
  "#af7aa1", "#ff9da7", "#9c755f", "#bab0ab", "#1b3a6b", "#7a1f3d",
];

// A library as its authors bundle it for the `script` element.
export function script(path) {
  return new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = path;
    element.onload = () => done();
    element.onerror = () => failed(new Error(`${path} was not loaded`));
    document.head.append(element);
  });
}

// A row for each year and theme that was counted at all, as grammars of graphics take it.
export function rows({ matrix, years, themes }) {
  return themes.flatMap((theme, t) =>
    years.flatMap(({ year }, y) => (matrix[t][y] === 0 ? [] : [{ theme, year, count: matrix[t][y] }])),
  );
}
