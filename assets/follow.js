// Puts what the program draws later in the place of what the page was written with, and says that
// a link is waited for.
// In: the change, and what boot.js knows of places and doings; it loads this file with the part
// of the program that follows, at once where a link asks for something. Invariant: what the reader
// does at that moment goes on: nothing is replaced under a finger, and focus, choices and
// scrolling go over.

// The style of what is drawn then comes first, or not within three seconds, or not at all.
const sheet = document.createElement("link");
const styled = new Promise((resolve) => {
  sheet.onload = sheet.onerror = resolve;
  setTimeout(resolve, 3000);
});
sheet.rel = "stylesheet";
// The page does not name it, and is not out of date for that (heal.js).
sheet.dataset.late = "";
sheet.href = new URL("./later.css", import.meta.url);
document.head.append(sheet);

// A menu is open as long as its field may have the focus.
const menu = () => document.activeElement.matches?.("#explore select");

/** Once the style is there, no button is held down and no menu is open. */
export async function released(held) {
  await styled;
  while (held() || menu()) {
    await new Promise((resolve) => {
      const ends = ["pointerup", "pointercancel", "focusout", "change"];
      const end = () => {
        ends.forEach((it) => removeEventListener(it, end));
        setTimeout(resolve);
      };
      ends.forEach((it) => addEventListener(it, end));
    });
    if (!held()) return;
  }
}

// Parts of the page are drawn anew just as they stood in it: focus, what was unfolded, chosen
// and how far it was scrolled go over to the new ones.
const places = ["charts", "above", "years", "more"].map((id) => `#${id} *`);

/** Makes the change, and does again in the new parts what was done in the old ones. */
export function replace(change, { reading, stay, resume }) {
  const all = () => places.map((place) => [...document.querySelectorAll(place)]);
  const focused = document.activeElement;
  const fit = !document.querySelector(".unfit");
  const before = all().map((place) =>
    place.map((it) => ({
      name: it.localName,
      focused: it === focused,
      open: it.localName === "details" && it.open,
      scrolled: it.scrollLeft,
      // What nobody chose is the program's to show.
      value: it.selectedOptions?.[0].defaultSelected ? "" : it.value,
      checked: it.checked,
    })),
  );
  const at = reading();
  change();
  requestAnimationFrame(() => {
    stay(at);
    all().forEach((place, no) => {
      if (place.length !== before[no].length) return;
      place.forEach((it, at) => {
        const was = before[no][at];
        resume(it, was, fit);
        if (fit) choose(it, was);
      });
    });
    document.documentElement.dataset.whole = "";
  });
}

function choose(it, was) {
  if (it.localName === "select" && was.name === "select" && was.value && it.value !== was.value) {
    it.value = was.value;
    it.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// WebKit empties a field that asks for no suggestions when it brings a page back.
let typed;
const field = () => document.getElementById("q") ?? {};
addEventListener("pagehide", () => (typed = field().value));
addEventListener("pageshow", (event) => {
  if (event.persisted) setTimeout(() => field().value === typed || (field().value = typed));
});

// Who opens a link finds its words in the field, as the page's own and not as typed, and is told
// when what it asks for takes a while, where counts are told; the program draws both anew. Colours
// and what counts clicks ask for nothing.
const { dataset } = document.documentElement;
const query = new URLSearchParams(location.search);
const aside = /^(color|utm_.*|fbclid|gclid|ref|source|share)$/;
const waits = () => !("alive" in dataset || "still" in dataset);
if (waits() && [...query].some(([key, value]) => value && !aside.test(key))) wait();

function wait() {
  const words = query.getAll("q").pop();
  if (words) field().setAttribute("value", words.replace(/[\r\n]/g, ""));
  const status = document.querySelector("#explore [role=status]");
  const counts = status.textContent;
  const tell = (text, look) => {
    status.textContent = text;
    status.className = look;
    // What has the focus is not to be covered.
    const { activeElement, body } = document;
    if (look === "slow" && activeElement !== body) activeElement.scrollIntoView({ block: "nearest" });
  };
  const text = "What the link asks for is being worked out; until then everything is shown.";
  const slow = setTimeout(tell, Math.max(500, 1500 - performance.now()), text, "slow");
  const end = new MutationObserver(() => {
    if (waits()) return;
    end.disconnect();
    clearTimeout(slow);
    tell(counts, "sr");
  });
  end.observe(document.documentElement, { attributes: true });
}
