// What a state changes in the page, in numbers.
//
// Out: a function that tells how many elements were put in since it was last asked, and how many
// attributes and texts of elements that were there before were set.

export function watch() {
  let seen = [];
  const watcher = new MutationObserver((records) => seen.push(...records));
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  watcher.observe(document.body, everything);
  return () => {
    const records = [...seen, ...watcher.takeRecords()];
    seen = [];
    const made = new Set();
    let texts = 0;
    for (const { target, addedNodes } of records) {
      for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) {
          made.add(node);
          for (const inner of node.querySelectorAll("*")) made.add(inner);
        } else if (!made.has(target)) {
          texts++;
        }
      }
    }
    const older = (node) => !made.has(node.nodeType === Node.TEXT_NODE ? node.parentNode : node);
    const set = records.filter(({ type, target }) => type !== "childList" && older(target));
    return { created: made.size, changed: set.length + texts };
  };
}
