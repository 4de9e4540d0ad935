import type { Page } from "@playwright/test";
import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const target = anchorTo({ tag: "button", name: "New report", id: "report" });
const of = guide([step("one", { anchor: target })], { kind: "tooltip" });

const host = (body: string, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><title>Host</title><body>${body}</body></html>`;
const BUTTON = '<button id="report">New report</button>';

/** How far the ring is from where it belongs, px. */
async function offset(page: Page): Promise<number> {
  const button = await page.locator("#report").boundingBox();
  const ring = await page.locator(".ring[data-on]").boundingBox({ timeout: 5_000 });
  if (!button || !ring) return Number.POSITIVE_INFINITY;
  const middle = (box: typeof ring) => [box.x + box.width / 2, box.y + box.height / 2] as const;
  const [[ax, ay], [bx, by]] = [middle(button), middle(ring)];
  return Math.round(Math.hypot(ax - bx, ay - by));
}

/** Ways in which hosts move things, each of which has been reported of other tools. */
const MOVES: Record<string, { html: string; move: () => void }> = {
  "the page is scrolled": {
    html: host(`<p style="height: 300px"></p>${BUTTON}<p style="height: 3000px"></p>`),
    move: () => scrollTo(0, 120),
  },
  "a region within a region is scrolled": {
    html: host(`<div id="outer" style="height: 400px; overflow: auto"><p style="height: 100px"></p>
      <div id="inner" style="height: 300px; overflow: auto"><p style="height: 150px"></p>${BUTTON}
      <p style="height: 900px"></p></div><p style="height: 900px"></p></div>`),
    move: () => {
      document.getElementById("inner")?.scrollTo(0, 60);
      document.getElementById("outer")?.scrollTo(0, 40);
    },
  },
  "the region around its slot is scrolled": {
    html: host(`<my-panel><div>${BUTTON}</div><p style="height: 900px"></p></my-panel><script>
      class Panel extends HTMLElement { constructor() { super();
        this.attachShadow({ mode: "open" }).innerHTML =
          '<div style="height: 300px; overflow: auto"><p style="height: 150px"></p><slot></slot></div>'; } }
      customElements.define("my-panel", Panel);</script>`),
    move: () =>
      document.querySelector("my-panel")?.shadowRoot?.querySelector("div")?.scrollTo(0, 70),
  },
  "something above it grows": {
    html: host(`<p id="above" style="height: 100px"></p>${BUTTON}`),
    move: () => document.getElementById("above")?.style.setProperty("height", "260px"),
  },
  "what is around it is transformed": {
    html: host(`<div id="around" style="width: 400px">${BUTTON}</div>`),
    move: () =>
      document
        .getElementById("around")
        ?.style.setProperty("transform", "translate(200px, 150px) scale(1.4)"),
  },
  "what is around it is turned and stretched": {
    html: host(`<div style="width: 300px; padding: 120px"><div id="around">${BUTTON}</div></div>`),
    move: () => {
      const around = document.getElementById("around");
      around?.style.setProperty("rotate", "25deg");
      around?.parentElement?.style.setProperty("transform", "scale(1.3, 0.7) skewX(10deg)");
    },
  },
  "a stretched region is scrolled": {
    html: host(`<div style="scale: 1.5; transform-origin: 0 0"><div id="inner" style="height: 200px; width: 300px; overflow: auto">
      <p style="height: 100px"></p>${BUTTON}<p style="height: 900px"></p></div></div>`),
    move: () => document.getElementById("inner")?.scrollTo(0, 40),
  },
  "a region of a right-to-left page is scrolled sideways": {
    html: host(
      `<div id="inner" style="width: 300px; overflow: auto"><p style="width: 900px; margin: 60px 0">${BUTTON}</p></div>`,
      'lang="ar" dir="rtl"',
    ),
    move: () => document.getElementById("inner")?.scrollTo(-30, 0),
  },
  "the page slides away in an animation": {
    html: host(`<style>@keyframes slide { to { translate: 300px 200px } }
      .slide { animation: slide 400ms linear forwards }</style><div id="around">${BUTTON}</div>`),
    move: () => document.getElementById("around")?.classList.add("slide"),
  },
  "the app zooms": {
    html: host(`<p style="height: 80px"></p>${BUTTON}`),
    move: () => document.body.style.setProperty("zoom", "1.5"),
  },
  "the page turns to right-to-left": {
    html: host(BUTTON),
    move: () => document.documentElement.setAttribute("dir", "rtl"),
  },
};

for (const [name, { html, move }] of Object.entries(MOVES)) {
  test(`T30 (driver.js#577, driver.js#412, joyride#594, joyride#376, joyride#1105, joyride#1209): the ring stays at its target when ${name}`, async ({
    openPage,
  }) => {
    const { page, world } = await openPage(html);
    await world.call("play", orderOf(of), true);
    await expect(page.getByRole("dialog")).toBeVisible();
    await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
    const before = await page.locator(".ring").boundingBox();
    await page.evaluate(move);
    await expect.poll(() => page.locator(".ring").boundingBox()).not.toEqual(before);
    await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
  });
}

test("T30: the ring stays at its target when the window is resized", async ({ openPage }) => {
  const { page, world } = await openPage(host(`<p style="text-align: end">${BUTTON}</p>`));
  await world.call("play", orderOf(of), true);
  await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
  await page.setViewportSize({ width: 700, height: 500 });
  await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
});

test("T30: while nothing moves, nothing is measured, also for a target that is clipped", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(`<div style="height: 14px; overflow: hidden">${BUTTON}</div>`),
  );
  await world.call("play", orderOf(of), true);
  await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
  const measured = await world.evaluate(`(async () => {
    const frames = async (count) => { while (count--) await new Promise(requestAnimationFrame); };
    await frames(30);
    let count = 0;
    const measure = Element.prototype.getBoundingClientRect;
    Element.prototype.getBoundingClientRect = function () { count++; return measure.call(this); };
    await frames(30);
    Element.prototype.getBoundingClientRect = measure;
    return count;
  })()`);
  expect(measured).toBe(0);
});

test("T30: in a frame in which the page is scrolled, the target is measured once", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(`${BUTTON}<p style="height: 3000px"></p>`));
  await world.call("play", orderOf(of), true);
  await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
  const measured = await world.evaluate<number>(`(async () => {
    let count = 0;
    const measure = Element.prototype.getBoundingClientRect;
    Element.prototype.getBoundingClientRect = function () { count++; return measure.call(this); };
    for (let frame = 0; frame < 40; frame++) {
      scrollBy(0, 1);
      await new Promise(requestAnimationFrame);
    }
    Element.prototype.getBoundingClientRect = measure;
    return count;
  })()`);
  expect(measured).toBeGreaterThan(30);
  expect(measured).toBeLessThan(50);
});
