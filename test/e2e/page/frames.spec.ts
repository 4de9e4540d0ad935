import type { Frame, Page } from "@playwright/test";
import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const target = anchorTo({ tag: "button", name: "New report", id: "report" });
const tour = guide([step("one", { anchor: target, advance: { on: "click" } }), step("two")]);

const host = (body: string) =>
  `<!doctype html><html lang="en"><title>Host</title><body style="margin: 0">${body}</body></html>`;
const BUTTON = '<button id="report">New report</button>';
const TALL = '<p style="height: 150px"></p>';
const quoted = (html: string) => html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const framed = (html: string, more = "") =>
  `<iframe ${more} style="width: 400px; height: 260px" srcdoc="${quoted(html)}"></iframe>`;

const card = (page: Page, name = "one") => page.getByRole("dialog", { name: `Title of ${name}` });

/** The frame, at whatever depth, that holds the target. */
async function frameOf(page: Page): Promise<Frame> {
  for (const frame of page.frames()) {
    if ((await frame.locator("#report").count()) > 0) return frame;
  }
  throw new Error("no frame holds the target");
}

/** How far the ring is from where it belongs, px. */
async function offset(page: Page): Promise<number> {
  const button = await (await frameOf(page)).locator("#report").boundingBox();
  const ring = await page.locator(".ring[data-on]").boundingBox({ timeout: 5_000 });
  if (!button || !ring) return Number.POSITIVE_INFINITY;
  const middle = (box: typeof ring) => [box.x + box.width / 2, box.y + box.height / 2] as const;
  const [[ax, ay], [bx, by]] = [middle(button), middle(ring)];
  return Math.round(Math.hypot(ax - bx, ay - by));
}

test("A17: finds in a frame of the same site, at any depth", async ({ openPage }) => {
  const inner = framed(host(`<h2>Reports</h2>${BUTTON}`));
  const { page, world } = await openPage(host(`<h1>Host</h1>${framed(host(inner))}`));
  await expect(page.frameLocator("iframe").frameLocator("iframe").locator("button")).toBeVisible();
  const search = { samples: [{ fingerprint: { tag: "button", name: "New report" } }] };
  expect(await world.call("search", search)).toMatchObject({ outcome: "found", tag: "button" });
});

test("A17: equals in two frames are equals, and what a hidden frame holds is none", async ({
  openPage,
}) => {
  const search = { samples: [{ fingerprint: { tag: "button", name: "New report" } }] };
  const { page, world } = await openPage(
    host(`${framed(host(BUTTON))}${framed(host(BUTTON), 'id="second"')}`),
  );
  for (const frame of await page.locator("iframe").all()) {
    await expect(frame.contentFrame().locator("button")).toBeVisible();
  }
  expect(await world.call("search", search)).toMatchObject({ outcome: "ambiguous" });
  await page.evaluate(() => {
    document.getElementById("second")?.style.setProperty("visibility", "hidden");
  });
  expect(await world.call("search", search)).toMatchObject({ outcome: "found" });
});

/** Ways in which what stands in a frame moves. */
const MOVES: Record<string, { html: string; move: () => void }> = {
  "the frame is scrolled": {
    html: host(framed(host(`${TALL}${BUTTON}<p style="height: 900px"></p>`))),
    move: () => document.querySelector("iframe")?.contentWindow?.scrollTo(0, 60),
  },
  "the page around the frame is scrolled": {
    html: host(`${TALL}${framed(host(BUTTON))}<p style="height: 3000px"></p>`),
    move: () => scrollTo(0, 90),
  },
  "frame, region and page are scrolled, two frames deep": {
    html: host(
      `${TALL}<div style="height: 400px; overflow: auto">${framed(
        host(
          `${framed(host(`${TALL}${BUTTON}<p style="height: 900px"></p>`))}<p style="height: 900px"></p>`,
        ),
      )}<p style="height: 900px"></p></div><p style="height: 3000px"></p>`,
    ),
    move: () => {
      const outer = document.querySelector("iframe")?.contentWindow;
      outer?.frames[0]?.scrollTo(0, 40);
      outer?.scrollTo(0, 20);
      document.querySelector("div")?.scrollTo(0, 30);
      scrollTo(0, 50);
    },
  },
  "something in the frame grows": {
    html: host(framed(host(`${TALL}${BUTTON}`))),
    move: () =>
      document
        .querySelector("iframe")
        ?.contentDocument?.querySelector("p")
        ?.style.setProperty("height", "190px"),
  },
  "something above the frame grows": {
    html: host(`${TALL}${framed(host(BUTTON))}`),
    move: () => document.querySelector("p")?.style.setProperty("height", "260px"),
  },
  "the frame is resized": {
    html: host(framed(host(`<p style="text-align: end">${BUTTON}</p>`))),
    move: () => document.querySelector("iframe")?.style.setProperty("width", "700px"),
  },
  "the frame is moved and scaled": {
    html: host(framed(host(`${TALL}${BUTTON}`))),
    move: () =>
      document
        .querySelector("iframe")
        ?.style.setProperty("transform", "translate(200px, 100px) scale(1.5)"),
  },
  "the frame and what is around it are turned": {
    html: host(`<div style="padding: 120px">${framed(host(`${TALL}${BUTTON}`))}</div>`),
    move: () => {
      document.querySelector("iframe")?.style.setProperty("rotate", "30deg");
      document.querySelector("div")?.style.setProperty("transform", "rotate(15deg) scale(0.8)");
    },
  },
  "the frame gets a border and an inset": {
    html: host(framed(host(`${TALL}${BUTTON}`))),
    move: () =>
      document.querySelector("iframe")?.style.setProperty("border", "20px solid") ??
      document.querySelector("iframe")?.style.setProperty("padding", "30px 10px"),
  },
};

for (const [name, { html, move }] of Object.entries(MOVES)) {
  test(`T50 (shepherd#1692, joyride#1037, intro.js#1348): the ring stays at a target in a frame when ${name}`, async ({
    openPage,
  }) => {
    const { page, world } = await openPage(html);
    await world.call("play", orderOf(tour), true);
    await expect(card(page)).toBeVisible();
    await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
    const before = await page.locator(".ring").boundingBox();
    await page.evaluate(move);
    await expect.poll(() => page.locator(".ring").boundingBox()).not.toEqual(before);
    await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
  });
}

test("T50: the ring stays at a target in a frame when the app zooms", async ({ openPage }) => {
  const { page, world } = await openPage(host(`${TALL}${framed(host(BUTTON))}`));
  await world.call("play", orderOf(tour), true);
  await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
  const before = await page.locator(".ring").boundingBox();
  await page.evaluate(() => document.body.style.setProperty("zoom", "1.5"));
  const ring = async () =>
    (await page.locator(".ring").boundingBox()) ?? { width: 0, x: 0, y: 0, height: 0 };
  // Without the 4 px on each side that the ring keeps.
  const width = ((before?.width ?? 0) - 8) * 1.5 + 8;
  await expect.poll(async () => Math.abs((await ring()).width - width)).toBeLessThan(1);
  // The browser's protocol knows nothing of zoomed frames; where a click goes is the truth.
  const { x, y, height } = await ring();
  await page.mouse.click(x + 6, y + height - 6);
  await expect(card(page, "two")).toBeVisible();
});

test("T50: uses in a frame lead on, and the step survives the frame's navigation", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host('<iframe src="/frame"></iframe>'), {
    other: { "/frame": host(`${BUTTON}<label>Search <input id="search"></label>`) },
  });
  const search = anchorTo({ tag: "input", id: "search", name: "Search" });
  const of = guide([
    step("fill", { anchor: search, advance: { on: "input" } }),
    step("press", { anchor: target, advance: { on: "click" } }),
    step("end"),
  ]);
  await world.call("play", orderOf(of), true);
  await expect(card(page, "fill")).toContainText("Fill in");
  const frame = page.frameLocator("iframe");
  await frame.locator("#search").fill("orders");
  await frame.locator("#search").blur();
  await expect(card(page, "press")).toContainText("Click the highlighted spot");
  await page.evaluate(() => {
    const at = document.querySelector("iframe")?.contentWindow?.location;
    if (at) at.href = "/frame?again";
  });
  await page.waitForFunction(
    () => document.querySelector("iframe")?.contentWindow?.location.search === "?again",
  );
  await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
  await frame.locator("#report").click();
  await expect(card(page, "end")).toBeVisible();
});

test("T50: a frame that goes takes its target with it, and one that comes brings it", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(framed(host(BUTTON))));
  await world.call("play", orderOf(tour), true);
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
  await page.evaluate(() => document.querySelector("iframe")?.remove());
  await expect(page.locator(".ring")).not.toHaveAttribute("data-on");
  await page.evaluate((html) => {
    document.body.append(Object.assign(document.createElement("iframe"), { srcdoc: html }));
  }, host(BUTTON));
  await expect.poll(() => offset(page)).toBeLessThanOrEqual(1);
});

test("T41: what lies over a frame covers what is in it, and what is over it in the frame", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(framed(host(`${TALL}${BUTTON}`))));
  await world.call("play", orderOf(tour), true);
  await expect(card(page)).toContainText("Click the highlighted spot");
  for (const inside of [false, true]) {
    await page.evaluate((within) => {
      const at = within ? document.querySelector("iframe")?.contentDocument : document;
      const layer = at?.createElement("div");
      if (!layer) return;
      layer.id = "layer";
      layer.style.cssText = "position: fixed; inset: 0; background: silver";
      at?.body.append(layer);
    }, inside);
    await expect(card(page)).toContainText("It is covered");
    await page.evaluate(() => {
      for (const at of [document, document.querySelector("iframe")?.contentDocument]) {
        at?.getElementById("layer")?.remove();
      }
    });
    await expect(card(page)).toContainText("Click the highlighted spot");
  }
});

test("T11: elements in a frame of the same site count", async ({ openPage }) => {
  const { page, world } = await openPage(host(framed(host(BUTTON))));
  const condition = { type: "element", selector: ".done", state: "present" } as const;
  const of = guide([step("do", { advance: { on: "until", condition } }), step("end")]);
  await world.call("play", orderOf(of), true);
  await expect(card(page, "do")).toBeVisible();
  await page.evaluate(() => {
    document
      .querySelector("iframe")
      ?.contentDocument?.querySelector("button")
      ?.classList.add("done");
  });
  await expect(card(page, "end")).toBeVisible();
});
