// <pledge-explorer src height fixed color title>: a view of the Pledge Explorer in any page.
// In: a frame within it, or the address of one, and a fallback. Out: the frame as high as what it
// shows, or as `height` where that is fixed, in place of the fallback once it has spoken; if it
// never does, the fallback stays. Nothing else of the host is touched; styles are set by
// properties, which no policy forbids.

customElements.get("pledge-explorer") ||
customElements.define("pledge-explorer", class extends HTMLElement {
  static observedAttributes = ["color"];

  async connectedCallback() {
    addEventListener("message", this);
    // What stands within may not have been read yet.
    if (document.readyState === "loading")
      await new Promise((read) => addEventListener("DOMContentLoaded", read));
    const frame = this.querySelector("iframe") || this.made();
    if (!frame) return;
    // Until it speaks the fallback is seen. Out of sight it keeps its place, else it never loads.
    if (!this.frame && this.children[1]) frame.style.visibility = "hidden";
    this.frame = frame;
    frame.onload = () => this.paint();
    this.paint();
  }

  disconnectedCallback() {
    removeEventListener("message", this);
  }

  attributeChangedCallback() {
    this.paint();
  }

  made() {
    const at = new URL(this.getAttribute("src") || "data:", document.baseURI);
    if (!/^http/.test(at.protocol)) return;
    const frame = document.createElement("iframe");
    frame.src = at;
    frame.title = this.title || "Pledge Explorer";
    frame.loading = "lazy";
    frame.height = this.getAttribute("height") || 400;
    frame.style = "border:0;width:100%" + (this.children[0] ? ";position:absolute" : "");
    this.append(frame);
    return frame;
  }

  // Its colours, else those of the host; the frame answers with its height.
  paint() {
    const { frame } = this;
    const host = getComputedStyle(this).colorScheme;
    const value = this.getAttribute("color") || /[?&]color=(\w+)/.exec(frame?.src)?.[1] ||
      (/dark/.test(host) ? /light/.test(host) ? "auto" : "dark" : "light");
    frame?.contentWindow?.postMessage({ type: "pledges:color", value }, "*");
  }

  handleEvent({ source, data }) {
    const { frame, children } = this;
    const { type, height } = data ?? {};
    if (type !== "pledges:height" || source !== frame?.contentWindow ||
      !Number.isInteger(height) || height < 1 || height > 19999) return;
    for (const it of children) it.contains(frame) || (it.style.display = "none");
    this.style.display = "block";
    frame.style.cssText += ";display:block;position:static;visibility:visible;border:0;width:100%;min-height:0;height:" +
      (this.hasAttribute("fixed") ? frame.height : height) + "px";
  }
});
