import type { Page } from "@playwright/test";
import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const HOST = `<!doctype html><html lang="en"><title>Host</title><body><main><h1>Reports</h1>
  <p style="height: 200px"></p><button id="report" title="Report">New report</button></main></body></html>`;
const anchor = anchorTo({
  tag: "button",
  name: "New report",
  text: "New report",
  title: "Report",
  heading: "Reports",
  landmark: "main",
});
const order = orderOf(guide([step("one", { anchor })]));

const ringAt = async (page: Page) => {
  const ring = await page.locator(".ring[data-on]").boundingBox({ timeout: 5_000 });
  return ring && Math.round(ring.y + ring.height / 2);
};
const middleOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox();
  return box && Math.round(box.y + box.height / 2);
};

test("A13: what is pointed at is kept while it is like itself, and not left for a rival", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", order, true);
  await expect.poll(() => ringAt(page)).toBe(await middleOf(page, "#report"));
  await page.evaluate(() => {
    const shown = document.getElementById("report");
    if (shown) shown.textContent = "New report (draft)";
    const rival = document.createElement("button");
    rival.id = "rival";
    rival.title = "Report";
    rival.textContent = "New report";
    document.querySelector("main")?.append(rival);
  });
  await expect(page.locator("#rival")).toBeVisible();
  await expect.poll(() => ringAt(page)).toBe(await middleOf(page, "#report"));
  await page.evaluate(() => document.getElementById("report")?.remove());
  await expect.poll(() => ringAt(page)).toBe(await middleOf(page, "#rival"));
});

test("A13: what becomes another thing is let go", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", order, true);
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
  await page.evaluate(() => {
    const shown = document.getElementById("report");
    if (!shown) return;
    document.querySelector("h1")?.replaceChildren("Account");
    shown.textContent = "Sign out";
    shown.title = "Leave";
    shown.id = "leave";
  });
  await expect(page.locator(".ring")).not.toHaveAttribute("data-on");
});

test("T4: the card stays where it is while the host renders the target anew again and again", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", order, true);
  await expect.poll(() => ringAt(page)).toBe(await middleOf(page, "#report"));
  const seen = await page.evaluate(async () => {
    const root = document.querySelector("waymark-overlay")?.shadowRoot;
    // It grows a little as it appears.
    const appearing = root?.querySelector(".card")?.getAnimations() ?? [];
    await Promise.all(appearing.map(({ finished }) => finished));
    const places = new Set<string>();
    for (let frame = 0; frame < 60; frame++) {
      if (frame % 12 === 0) {
        const old = document.getElementById("report");
        old?.replaceWith(old.cloneNode(true));
      }
      await new Promise(requestAnimationFrame);
      const card = root?.querySelector(".card")?.getBoundingClientRect();
      places.add(card ? `${Math.round(card.x)} ${Math.round(card.y)}` : "gone");
    }
    return [...places];
  });
  expect(seen).toHaveLength(1);
  await expect.poll(() => ringAt(page)).toBe(await middleOf(page, "#report"));
  expect((await world.call("reports")).map(({ action }) => action)).toEqual([
    "started",
    "step_shown",
  ]);
});
