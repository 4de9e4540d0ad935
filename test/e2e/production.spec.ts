import { expect, type Page, test } from "@playwright/test";
import { until } from "../support/until.ts";
import { anchorTo, guide, step } from "./page/support/guides.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";

/** The build that people get: its overlay is closed to the page and to Playwright, so CDP looks and the mouse acts. */
const TOUR = guide(
  [
    step("save", { anchor: anchorTo({ tag: "button", name: "Save report" }) }),
    step("second", { advance: { on: "next" } }),
  ],
  { trigger: { start: "auto", when: { type: "page", url: { path: "/hostile/**" } } } },
);

let stage: FixtureStage;
test.beforeAll(async () => {
  stage = await setFixtureStage([clicked("save", "#save")], {
    build: "production",
    guides: [TOUR],
  });
});
test.afterAll(() => stage.end());

test("T15: the overlay works in a hostile page, closed to it", async () => {
  const page = await stage.visit("/hostile/index.html");
  const looks = await hostLooks(page);
  // Nothing starts in the first ten seconds of a page (D24).
  const next = await until("the card's button", () => buttonAt(page, "Next"), Boolean, 30_000);
  expect(
    await page.evaluate(() => document.querySelector("waymark-overlay")?.shadowRoot ?? null),
  ).toBeNull();
  expect(await hostLooks(page)).toEqual(looks);

  await page.mouse.click(next?.x ?? 0, next?.y ?? 0);
  const done = await until("the last card's button", () => buttonAt(page, "Done"), Boolean);
  await page.mouse.click(done?.x ?? 0, done?.y ?? 0);
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect(await hostLooks(page)).toEqual(looks);
  expect(await page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { meddled: string[] }).meddled)).toEqual(
    [],
  );
});

test("the manifest asks for nothing beyond what the documents say", async () => {
  const worker = await stage.waymark.worker();
  const manifest = await worker.evaluate(() => chrome.runtime.getManifest());
  expect(manifest.permissions?.toSorted()).toEqual(
    ["activeTab", "alarms", "scripting", "sidePanel", "storage", "unlimitedStorage"].toSorted(),
  );
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  expect(manifest.content_scripts ?? []).toEqual([]);
});

/** Centre of a button by its accessible name, through closed shadow roots. */
async function buttonAt(page: Page, name: string): Promise<{ x: number; y: number } | null> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    const node = nodes.find(
      ({ role, name: found }) => role?.value === "button" && found?.value === name,
    );
    if (node?.backendDOMNodeId === undefined) return null;
    const { backendDOMNodeId: backendNodeId } = node;
    const { model } = await cdp.send("DOM.getBoxModel", { backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  } catch {
    // The card is being drawn anew; the next look finds it.
    return null;
  } finally {
    await cdp.detach();
  }
}

/** Every computed style and attribute of the host's own elements. Loops, because the page counts calls of `map`. */
function hostLooks(page: Page): Promise<string> {
  return page.evaluate(() => {
    let looks = "";
    for (const element of document.querySelectorAll("body, body *:not(waymark-overlay)")) {
      looks += `${element.tagName} ${element.getAttributeNames()}`;
      const style = getComputedStyle(element);
      for (const name of style) looks += `;${name}:${style.getPropertyValue(name)}`;
    }
    return looks;
  });
}
