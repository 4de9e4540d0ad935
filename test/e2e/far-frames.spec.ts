import { expect, type Frame, type Page, test } from "@playwright/test";
import { anchorTo, guide, step } from "./page/support/guides.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

/** Frames of another site: 127.0.0.1 and localhost are two, both of them connected. */

const report = anchorTo({ tag: "button", role: "button", name: "New report", text: "New report" });
const search = anchorTo({ tag: "input", name: "Search", label: "Search" });
const TOUR = guide([
  step("press", { anchor: report, advance: { on: "click" } }),
  step("fill", { anchor: search, advance: { on: "input" } }),
  step("end"),
]);

let stage: FixtureStage;
/** The site of the frames. */
let origin: string;
test.beforeAll(async () => {
  stage = await setFixtureStage([], { guides: [TOUR] });
  origin = stage.host.url.replace("127.0.0.1", "localhost");
  await stage.waymark.send("sites.add", { origin });
});
test.afterAll(() => stage.end());

const card = (page: Page, id: string) => page.getByRole("dialog", { name: `Title of ${id}` });
const ring = (page: Page) => page.locator(".ring");

/** Opens a page with these frames and starts the tour there, as the person's wish. */
async function begin(frames: string): Promise<Page> {
  const page = await stage.visit(`/frames/top.html?${frames}`);
  await innermost(page, frames.includes("outer") ? 2 : 1);
  const worker = await stage.waymark.worker();
  const tab = await worker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
    return tabs.find((one) => one.url === url)?.id ?? -1;
  }, page.url());
  await stage.waymark.send("guide.start", { guide: TOUR.id, tab });
  return page;
}

/** The tour begins anew the next time. */
async function end(page: Page): Promise<void> {
  await stage.waymark.send("guide.stop", { guide: TOUR.id });
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await page.close();
}

/** The frame at this depth, once its button is there. */
async function innermost(page: Page, depth: number): Promise<Frame> {
  let frame = page.mainFrame();
  for (let level = 0; level < depth; level++) {
    const element = await frame.waitForSelector("iframe");
    const inner = await element.contentFrame();
    if (!inner) throw new Error("the frame shows nothing");
    frame = inner;
  }
  await frame.waitForSelector("#report");
  return frame;
}

/** How far the ring is from where it belongs, px. */
async function offset(page: Page, frame: Frame, selector = "#report"): Promise<number> {
  const target = await frame.locator(selector).boundingBox();
  const shown = await page.locator(".ring[data-on]").boundingBox({ timeout: 5_000 });
  if (!target || !shown) return Number.POSITIVE_INFINITY;
  const dx = shown.x + shown.width / 2 - target.x - target.width / 2;
  const dy = shown.y + shown.height / 2 - target.y - target.height / 2;
  return Math.round(Math.hypot(dx, dy));
}

test("A21: a site that is not connected is not asked", async () => {
  await stage.waymark.send("sites.remove", { origin });
  const page = await begin("inner");
  await expect(card(page, "press")).toContainText("waits for a part", { timeout: 10_000 });
  await end(page);
  await stage.waymark.send("sites.add", { origin });
});

test("T51: a target in a frame of another site is found, followed and used", async () => {
  const page = await begin("inner");
  const frame = await innermost(page, 1);
  await expect(card(page, "press")).toContainText("Click the highlighted spot");
  const stays = () => expect.poll(() => offset(page, frame)).toBeLessThanOrEqual(1);
  await stays();
  await frame.evaluate(() => scrollTo(0, 60));
  await stays();
  await page.evaluate(() => scrollTo(0, 50));
  await stays();
  await frame.evaluate(() =>
    document.getElementById("above")?.style.setProperty("height", "160px"),
  );
  await stays();
  await page.evaluate(() => document.getElementById("above")?.style.setProperty("height", "90px"));
  await stays();
  await page.evaluate(() => document.querySelector("iframe")?.style.setProperty("width", "700px"));
  await stays();
  await page.evaluate(() =>
    document.getElementById("around")?.style.setProperty("translate", "80px 20px"),
  );
  await stays();

  await frame.click("#report");
  await expect(card(page, "fill")).toContainText("Fill in the highlighted field");
  await expect.poll(() => offset(page, frame, "#search")).toBeLessThanOrEqual(1);
  await frame.fill("#search", "orders");
  await frame.locator("#search").blur();
  await card(page, "end").getByRole("button", { name: "Done" }).click();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await end(page);
});

test("T51: through two frames of two sites, each scrolled", async () => {
  const page = await begin("outer");
  const inner = await innermost(page, 2);
  const outer = inner.parentFrame();
  await expect(card(page, "press")).toContainText("Click the highlighted spot");
  const stays = () => expect.poll(() => offset(page, inner)).toBeLessThanOrEqual(1);
  await stays();
  await inner.evaluate(() => scrollTo(0, 40));
  await outer?.evaluate(() => scrollTo(0, 30));
  await page.evaluate(() => scrollTo(0, 20));
  await stays();
  await outer?.evaluate(() =>
    document.querySelector("iframe")?.style.setProperty("margin", "20px 40px"),
  );
  await stays();
  await inner.click("#report");
  await expect(card(page, "fill")).toContainText("Fill in the highlighted field");
  await end(page);
});

test("A21: twins in two frames are refused, and in a frame and its page", async () => {
  const page = await begin("inner&inner");
  await expect(card(page, "press")).toContainText("2 here that look the same", { timeout: 10_000 });
  await expect(ring(page)).not.toHaveAttribute("data-on");
  await page.evaluate(() => {
    document.querySelector("iframe")?.remove();
    document.querySelector("h1")?.insertAdjacentHTML("afterend", "<button>New report</button>");
  });
  await expect(card(page, "press")).toContainText("2 here that look the same");
  await page.evaluate(() => document.querySelector("button")?.remove());
  await expect(card(page, "press")).toContainText("Click the highlighted spot");
  await end(page);
});

test("T51: what comes late into a frame is found, and what goes with it is lost", async () => {
  const page = await begin("inner");
  const frame = await innermost(page, 1);
  await expect.poll(() => offset(page, frame)).toBeLessThanOrEqual(1);
  await frame.evaluate(() => document.getElementById("report")?.toggleAttribute("hidden", true));
  await expect(ring(page)).not.toHaveAttribute("data-on");
  await frame.evaluate(() => document.getElementById("report")?.toggleAttribute("hidden", false));
  await expect.poll(() => offset(page, frame)).toBeLessThanOrEqual(1);

  await frame.goto(`${frame.url()}?again`);
  await expect.poll(() => offset(page, frame)).toBeLessThanOrEqual(1);
  await frame.evaluate(() => scrollTo(0, 30));
  await expect.poll(() => offset(page, frame)).toBeLessThanOrEqual(1);

  await page.evaluate(() => document.querySelector("iframe")?.remove());
  await expect(ring(page)).not.toHaveAttribute("data-on");
  await end(page);
});

test("T51: what covers or disables it is said, inside the frame and above it", async () => {
  const page = await begin("inner");
  const frame = await innermost(page, 1);
  await expect(card(page, "press")).toContainText("Click the highlighted spot");
  await frame.evaluate(() => document.getElementById("report")?.toggleAttribute("disabled", true));
  await expect(card(page, "press")).toContainText("It cannot be used yet.");
  await frame.evaluate(() => document.getElementById("report")?.toggleAttribute("disabled", false));
  await expect(card(page, "press")).toContainText("Click the highlighted spot");
  for (const where of [page.mainFrame(), frame]) {
    await where.evaluate(() => {
      const layer = document.createElement("div");
      layer.id = "layer";
      layer.style.cssText = "position: fixed; inset: 0; background: silver";
      document.body.append(layer);
    });
    await expect(card(page, "press")).toContainText("It is covered by something right now.");
    await where.evaluate(() => document.getElementById("layer")?.remove());
    await expect(card(page, "press")).toContainText("Click the highlighted spot");
  }
  await end(page);
});
