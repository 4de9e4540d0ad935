import type { Page } from "@playwright/test";
import type { Isolated } from "../../support/isolate.ts";
import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";
import type { World } from "./support/world.ts";

const HOST = `<!doctype html><html lang="en"><title>Host</title><body>
  <label>Search <input id="search"></label>
  <button id="report">New report</button><ul id="list"></ul>
  <dialog><p>Sure?</p></dialog>
  </body></html>`;

const button = anchorTo({ tag: "button", name: "New report", id: "report" });
const card = (page: Page, name: string) => page.getByRole("dialog", { name });
const actions = async (world: Isolated<World>) =>
  (await world.call("reports")).map(({ action, step: at }) => `${action} ${at}`);

test("T1: a tour is played through and reported in order", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  const of = guide([
    step("look", { anchor: button }),
    step("press", { anchor: button, advance: { on: "click" } }),
    step("fill", {
      anchor: anchorTo({ tag: "input", id: "search", name: "Search" }),
      advance: { on: "input" },
    }),
  ]);
  await world.call("play", orderOf(of), true);
  await expect(card(page, "Title of look")).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(card(page, "Title of press")).toContainText("Click the highlighted spot");
  await page.getByRole("button", { name: "New report" }).click();
  await expect(card(page, "Title of fill")).toBeVisible();
  await page.locator("#search").fill("orders");
  await page.locator("#search").blur();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  const log = await actions(world);
  expect(log.filter((entry) => !entry.startsWith("step_shown"))).toEqual([
    "started look",
    "step_completed look",
    "step_completed press",
    "step_completed fill",
    "completed fill",
  ]);
  expect(log).toContain("step_shown look");
});

test("T11: until waits for the result, not for the click", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  const condition = { type: "element", selector: "#list li", state: "more" } as const;
  const of = guide([
    step("add", { anchor: button, advance: { on: "until", condition } }),
    step("end"),
  ]);
  await world.call("play", orderOf(of), true);
  await expect(card(page, "Title of add")).toContainText("Do it on the page to continue");
  await page.locator("#report").click();
  await expect(card(page, "Title of add")).toBeVisible();
  await page.evaluate(() => {
    const item = document.createElement("li");
    item.textContent = "Report";
    document.getElementById("list")?.append(item);
  });
  await expect(card(page, "Title of end")).toBeVisible();
});

test("T12: uses and signals that were stored meanwhile lead on", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  const used = { type: "used", feature: "export", times: 2 } as const;
  const signal = { type: "signal", signal: "active" } as const;
  const of = guide([
    step("use", { advance: { on: "until", condition: used } }),
    step("become", { advance: { on: "until", condition: signal } }),
  ]);
  await world.call("play", orderOf(of, { used: { export: 1 } }), true);
  await expect(card(page, "Title of use")).toBeVisible();
  await world.call("message", { name: "ingested", used: { export: 1 }, signals: [] });
  await expect(card(page, "Title of become")).toBeVisible();
  await world.call("message", { name: "ingested", used: {}, signals: ["active"] });
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
});

test("T4: survives that the host renders its target anew", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(guide([step("one", { anchor: button })])), true);
  const ring = page.locator(".ring");
  await expect(ring).toHaveAttribute("data-on", "true");
  await page.evaluate(() => {
    const old = document.getElementById("report");
    old?.replaceWith(old.cloneNode(true));
    document.getElementById("list")?.style.setProperty("height", "120px");
  });
  await expect
    .poll(async () => {
      const [at, around] = [await page.locator("#report").boundingBox(), await ring.boundingBox()];
      return at && around && Math.round(at.y - around.y);
    })
    .toBe(4);
  expect((await actions(world)).filter((entry) => entry === "step_shown one")).toHaveLength(1);
});

test("T4: points at what is in view, and at nothing while it is scrolled away", async ({
  openPage,
}) => {
  const { page, world } = await openPage(`<!doctype html><html lang="en"><title>Host</title><body>
    <div style="overflow: hidden; height: 0"><p style="position: absolute">
      <button id="report">New report</button></p></div>
    <div id="scroller" style="margin-top: 200px; height: 100px; overflow: auto; position: relative">
      <button id="inner">Old report</button><p style="height: 900px">Long</p></div></body></html>`);
  const ring = page.locator(".ring");
  const inner = anchorTo({ tag: "button", name: "Old report", id: "inner" });
  await world.call(
    "play",
    orderOf(guide([step("one", { anchor: button }), step("two", { anchor: inner })])),
    true,
  );
  await expect(ring).toHaveAttribute("data-on", "true");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(card(page, "Title of two")).toBeVisible();
  await expect(ring).toHaveAttribute("data-on", "true");
  const scroll = (top: number) =>
    page.evaluate((to) => document.getElementById("scroller")?.scrollTo({ top: to }), top);
  await scroll(400);
  await expect(ring).not.toHaveAttribute("data-on");
  await scroll(0);
  await expect(ring).toHaveAttribute("data-on", "true");
});

test("T6: a step that waits says so, and is shown when its target comes", async ({ openPage }) => {
  const { page, world } = await openPage(HOST.replace('id="report"', 'id="report" hidden'), {
    hasty: true,
  });
  await world.call("play", orderOf(guide([step("one", { anchor: button })])), true);
  const waiting = card(page, "Title of one");
  await expect(waiting).toContainText("waits for a part", { timeout: 10_000 });
  await page.evaluate(() => document.getElementById("report")?.removeAttribute("hidden"));
  await expect(waiting).toContainText("Text of one.");
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
});

test("T7: closing a step that waits is no dismissal", async ({ openPage }) => {
  const { page, world } = await openPage(HOST.replace('id="report"', 'id="report" hidden'), {
    hasty: true,
  });
  await world.call("play", orderOf(guide([step("one", { anchor: button })])), true);
  await expect(card(page, "Title of one")).toContainText("waits for a part", { timeout: 10_000 });
  await page.getByRole("button", { name: "Close", exact: true }).click();
  const last = (await world.call("reports")).at(-1);
  expect(last).toMatchObject({ action: "target_missing", reason: expect.stringMatching(/^end: /) });
});

test("T36: what is put off ends as such and is no dismissal", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(guide([step("one"), step("two")])), true);
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect((await actions(world)).at(-1)).toBe("snoozed one");
  await world.call("play", orderOf(guide([step("one")])), true);
  await expect(card(page, "Title of one")).toBeVisible();
  await expect(page.getByRole("button", { name: "Not now" })).toHaveCount(0);
});

test("T22: is put back when the host removes it, and gives up when it keeps doing so", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(guide([step("one", { anchor: button })])), true);
  await expect(card(page, "Title of one")).toBeVisible();
  await page.evaluate(() => document.querySelector("waymark-overlay")?.remove());
  await expect(card(page, "Title of one")).toBeVisible();
  await page.evaluate(() => {
    new MutationObserver(() => document.querySelector("waymark-overlay")?.remove()).observe(
      document.documentElement,
      { childList: true },
    );
    document.querySelector("waymark-overlay")?.remove();
  });
  await expect
    .poll(async () => (await world.call("reports")).at(-1)?.reason, { timeout: 10_000 })
    .toContain("the page keeps removing the guide");
});

test("T23: stays usable while the host has a modal dialog open", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(guide([step("one"), step("two")])), true);
  await expect(card(page, "Title of one")).toBeVisible();
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await expect(page.locator("dialog > waymark-overlay")).toHaveCount(1);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(card(page, "Title of two")).toBeVisible();
  await page.evaluate(() => document.querySelector("dialog")?.close());
  await expect(page.locator("html > waymark-overlay")).toHaveCount(1);
  await expect(card(page, "Title of two")).toBeVisible();
});

test("T24: injected twice it goes on; another guide takes its place", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  const first = guide([step("one"), step("two")]);
  await world.call("play", orderOf(first), true);
  await page.getByRole("button", { name: "Next" }).click();
  await world.call("play", orderOf(first, { startedBy: "resume" }), true);
  await expect(card(page, "Title of two")).toBeVisible();
  await expect(page.locator("waymark-overlay")).toHaveCount(1);
  await world.call("play", orderOf(guide([step("new")], { id: "other" })), true);
  await expect(card(page, "Title of new")).toBeVisible();
  await expect(page.locator("waymark-overlay")).toHaveCount(1);
});

test("T25: ends at the extension's word, and silently with the extension", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(guide([step("one")])), true);
  await expect(card(page, "Title of one")).toBeVisible();
  await world.call("message", { name: "overlay.stop", guide: "tour" });
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect((await actions(world)).at(-1)).toBe("dismissed one");
  await world.call("play", orderOf(guide([step("new")], { id: "other" })), true);
  await expect(card(page, "Title of new")).toBeVisible();
  await world.call("endAgent");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect((await actions(world)).filter((entry) => entry.startsWith("dismissed"))).toHaveLength(1);
});
