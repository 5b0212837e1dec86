const COVER = "position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none";
const SPECK = "position:fixed;inset:auto 0 0 auto;width:1px;height:1px;margin:0;border:0;padding:0;pointer-events:none";

/** Opens a popover of the page with this style: in the page, or in a closed root of it. */
function popover(style: string, { inside = "", isHidden = false } = {}): string {
  return `
    const cover = document.createElement("div");
    cover.popover = "manual";
    cover.style.cssText = ${JSON.stringify(style)};
    cover.innerHTML = ${JSON.stringify(inside)};
    const outer = document.createElement("div");
    (${isHidden} ? outer.attachShadow({ mode: "closed" }) : outer).append(cover);
    document.body.append(outer);
    cover.showPopover();
    undo.push(() => outer.remove());`;
}

/** Gives the root or the host a style, until it is undone. */
const styling = (element: "document.documentElement" | "host", property: string, value: string) => `
    const had = ${element}.getAttribute("style");
    ${element}.style.setProperty("${property}", "${value}", "important");
    undo.push(() => had === null ? ${element}.removeAttribute("style") : ${element}.setAttribute("style", had));`;
const onRoot = (property: string, value: string) => styling("document.documentElement", property, value);

/**
 * What a page does once it finds the card, before the reader clicks where the star is, and can take back: bodies of
 * functions of `host` and of `undo`, to which they add how.
 */
export const TRICKS: Readonly<Record<string, string>> = {
  "fades the page": onRoot("opacity", "0.2"),
  "filters the page": onRoot("filter", "opacity(0.3)"),
  "darkens the page by several filters, each of them harmless": onRoot("filter", "brightness(0.6) ".repeat(3)),
  "masks the page": onRoot("mask-image", "linear-gradient(rgb(0 0 0 / 0.3), rgb(0 0 0 / 0.3))"),
  "animates the host away": `
    const animation = host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e7, fill: "forwards" });
    undo.push(() => animation.cancel());`,
  "moves the host": styling("host", "translate", "300px 200px"),
  "covers the card with a popover that lets clicks through": popover(COVER),
  "covers it from within a closed shadow root": popover(COVER, { isHidden: true }),
  "covers it with the shadow of a speck": popover(`${SPECK};box-shadow:0 0 0 3000px #fff`),
  "covers it with the outline of a speck": popover(`${SPECK};outline:3000px solid #fff`),
  "covers it with what flows out of a speck": popover(`${SPECK};overflow:visible`, {
    inside: `<div style="${COVER}"></div>`,
  }),
  "covers it with what stands in a popover without a box": popover("display:contents", {
    inside: `<div style="${COVER};z-index:9"></div>`,
  }),
  "uncovers it as the pointer is pressed": `${popover(COVER)}
    addEventListener("pointerdown", () => cover.hidePopover(), { capture: true, once: true });`,
  "uncovers it as the pointer arrives": `${popover(COVER, { isHidden: true })}
    addEventListener("pointermove", () => cover.hidePopover(), { capture: true, once: true });`,
  "covers it most of the time": `${popover(COVER, { isHidden: true })}
    let frame = 0;
    const flicker = () => {
      if (!cover.isConnected) return;
      frame = (frame + 1) % 24;
      if (frame === 0) cover.showPopover();
      if (frame === 21) cover.hidePopover();
      requestAnimationFrame(flicker);
    };
    flicker();`,
  "moves it under the pointer, again and again": `
    const [text] = document.querySelectorAll("p");
    let far = false;
    let frame = 0;
    const push = () => {
      far = !far;
      text.style.marginLeft = far ? "2px" : "0";
      dispatchEvent(new Event("resize"));
      frame = requestAnimationFrame(push);
    };
    push();
    undo.push(() => {
      cancelAnimationFrame(frame);
      text.style.marginLeft = "0";
    });`,
};

/** The same, of what the card does not forgive: it has been taken from its place. */
export const ABDUCTIONS: Readonly<Record<string, string>> = {
  "takes the host into a box of its own": `
    const box = document.createElement("div");
    box.style.cssText = "opacity:0;position:fixed;inset:0";
    document.body.append(box);
    box.append(host);`,
  "takes the host, still open, into a faded slot": `
    const faded = document.createElement("div");
    faded.attachShadow({ mode: "closed" }).innerHTML = "<div style='opacity:.01'><slot></slot></div>";
    document.body.append(faded);
    faded.moveBefore ? faded.moveBefore(host, null) : faded.append(host);`,
};

/** What leaves nothing to be seen of the card, nor of the words that it is about: the card goes with them. */
export const DISAPPEARANCES: Readonly<Record<string, string>> = {
  "filters the page away": onRoot("filter", "opacity(0)"),
  "darkens the page by many filters, each of them harmless": onRoot("filter", "brightness(0.6) ".repeat(20)),
  "masks the page away": onRoot("mask-image", "linear-gradient(transparent, transparent)"),
};

/** The script of a page that does as the event says, and takes it back. */
export const TRICKSTER = `<script>
  const tricks = { ${Object.entries({ ...TRICKS, ...ABDUCTIONS, ...DISAPPEARANCES })
    .map(([name, body]) => `${JSON.stringify(name)}: (host, undo) => { ${body} }`)
    .join(",\n")} };
  const undo = [];
  addEventListener("trick", ({ detail }) => tricks[detail](document.querySelector("html > div[popover=manual]"), undo));
  addEventListener("undo", () => undo.splice(0).forEach((back) => back()));
</script>`;
