// <pledge-explorer src height color title>: a view of the Pledge Explorer in any page.
// In: a frame within it, or the address of one, and a fallback. Out: the frame as high as what it
// shows, in place of the fallback once it has spoken. Nothing else of the host is touched; styles
// are set by properties, which no policy forbids.

customElements.get("pledge-explorer") ||
customElements.define("pledge-explorer", class extends HTMLElement {
  static observedAttributes = ["color"];

  connectedCallback() {
    addEventListener("message", this);
    // What stands within may not have been read yet.
    if (document.readyState !== "loading") this.begin();
    else document.addEventListener("DOMContentLoaded", () => this.begin());
  }

  disconnectedCallback() {
    removeEventListener("message", this);
  }

  attributeChangedCallback() {
    this.paint();
  }

  begin() {
    const frame = (this.frame ||= this.querySelector("iframe") || this.made());
    if (frame) frame.onload = () => this.paint();
    this.paint();
  }

  made() {
    const at = new URL(this.getAttribute("src") || "data:", document.baseURI);
    if (!/^http/.test(at.protocol)) return;
    const frame = document.createElement("iframe");
    at.hash ||= "?id=" + (1 + frames.length);
    frame.src = at;
    frame.title = this.title || "Pledge Explorer";
    frame.loading = "lazy";
    frame.height = this.getAttribute("height") || 400;
    this.set(frame, { width: "100%", border: 0 });
    // Until it speaks the fallback stands in its place.
    if (this.children[0]) this.set(frame, { position: "absolute", visibility: "hidden" });
    this.append(frame);
    return frame;
  }

  // Its colours; the frame answers with its height.
  paint() {
    const { frame } = this;
    const value = this.getAttribute("color") || /[?&]color=(\w+)/.exec(frame?.src)?.[1] || "auto";
    frame?.contentWindow?.postMessage({ type: "pledges:color", value }, "*");
  }

  handleEvent({ source, data }) {
    const { frame } = this;
    const { type, id, height } = data ?? {};
    if (type !== "pledges:height" || source !== frame?.contentWindow) return;
    if (id !== +(frame.src.split("#?id=")[1] || 0)) return;
    if (!Number.isInteger(height) || height < 1 || height > 19999) return;
    for (const it of this.children) it.contains(frame) || this.set(it, { display: "none" });
    const block = { display: "block", position: "static", visibility: "visible", height: "auto", minHeight: 0 };
    this.set(this, block);
    this.set(frame, { ...block, width: "100%", height: height + "px", border: 0 });
  }

  set(element, styles) {
    Object.assign(element.style, styles);
  }
});
