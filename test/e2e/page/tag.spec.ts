import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { TagNews } from "../../../lib/model/tagging.ts";
import { bundleScript } from "../../support/bundle.ts";
import { isolate } from "../../support/isolate.ts";
import { expect, type OpenPage, test } from "./support/page.ts";
import type { TagWorld } from "./support/tag-world.ts";

const WORLD = join(import.meta.dirname, "support/tag-world.ts");

const PAGE = `<!doctype html><html lang="en"><title>Host</title><body>
  <script>
    window.heard = [];
    for (const type of ["pointerdown", "mousedown", "mouseup", "click", "focusin", "blur", "keydown"])
      addEventListener(type, (event) => heard.push(event.type), true);
  </script>
  <nav><a href="/orders">Orders</a> <a href="/orders/4711">Jane Canary</a></nav>
  <main>
    <div data-testid="toolbar">
      <button type="button" class="btn css-1x2y3z" title="canary"><b>Export</b></button>
      <button type="button" disabled>Print</button>
    </div>
    <form id="invite"><input name="email" value="canary" aria-label="canary" placeholder="canary">
      <button>Invite</button></form>
    <ul id="ember402">
      <li><button data-order="canary-1">Edit</button></li>
      <li><button data-order="canary-2">Edit</button></li>
      <li><button data-order="canary-3">Edit</button></li>
    </ul>
    <div id="card"><template shadowrootmode="open"><button name="pin">Pin</button></template></div>
    <div class="tile" style="cursor: pointer"><span>Tile</span></div>
    <p id="canary-9f3a2c">Text</p>
  </main></body></html>`;

async function open(openPage: OpenPage, path = "/orders/4711") {
  const { page } = await openPage(PAGE, { path });
  const world = await isolate<TagWorld>(page, await bundleScript(WORLD));
  return { page, world };
}

type Picked = Extract<TagNews, { news: "picked" }>;

/** What is proposed, by kind of use. */
function proposals({ uses }: Picked): [string, string, number][] {
  return uses.map(({ on, choices, proposed }) => {
    const choice = choices[proposed];
    return [on, choice?.selector ?? "", choice?.count ?? 0];
  });
}

async function clickOn(page: Page, selector: string): Promise<void> {
  const { x, y, width, height } = await page.locator(selector).evaluate((element) => {
    const box = element.getBoundingClientRect();
    return { x: box.x, y: box.y, width: box.width, height: box.height };
  });
  await page.mouse.click(x + width / 2, y + height / 2);
}

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

test("E20: a click that picks never reaches the page, whoever listened first, nor does it take the focus", async ({
  openPage,
}) => {
  const { page, world } = await open(openPage);
  const before = await page.evaluate(() => document.body.outerHTML);
  await world.call("order", { order: "pick" });
  await clickOn(page, "b");
  const picked = (await world.call("last", "picked")) as Picked;
  expect(proposals(picked)[0]).toEqual([
    "click",
    '[data-testid="toolbar"] button[type="button"]',
    2,
  ]);
  expect(picked.page).toEqual({ path: "/orders/*" });
  await clickOn(page, "button[disabled]");
  expect(await heard(page)).toEqual([]);

  await world.call("order", { order: "rest" });
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await clickOn(page, "b");
  expect(await heard(page)).toContain("click");
});

test("E21: a rule names what an author wrote, what an element is and what stands around it; never texts or values", async ({
  openPage,
}) => {
  const { page, world } = await open(openPage);
  await world.call("order", { order: "pick" });
  const of = async (selector: string) => {
    await clickOn(page, selector);
    return proposals((await world.call("last", "picked")) as Picked);
  };
  expect(await of("nav a:first-child")).toContainEqual(["click", 'a[href="/orders"]', 1]);
  expect((await of("input"))[0]).toEqual(["input", 'input[name="email"]', 1]);
  expect(await of("form button")).toEqual([
    ["click", "#invite button", 1],
    ["submit", "#invite", 1],
    ["drag", "#invite button", 1],
  ]);
  expect((await of("#card button"))[0]).toEqual(["click", 'button[name="pin"]', 1]);
  expect((await of(".tile"))[0]).toEqual(["click", "main div.tile", 1]);
  expect((await of("li:nth-child(2) button"))[0]).toEqual(["click", "main button[data-order]", 3]);
  expect(await world.call("wrongProposals")).toEqual([]);
  expect(JSON.stringify(await world.call("news"))).not.toMatch(/canary|ember|css-|4711|Jane|Edit/);
});

test("E21: narrower than all of a kind is only a place in a row, and says so", async ({
  openPage,
}) => {
  const { page, world } = await open(openPage);
  await world.call("order", { order: "pick" });
  await clickOn(page, "li:nth-child(2) button");
  const { uses } = (await world.call("last", "picked")) as Picked;
  expect(uses[0]?.choices.map(({ count, strength }) => [count, strength])).toEqual([
    [1, "weak"],
    [3, "medium"],
  ]);
});

test("E20: by keys from control to control, outwards and inwards; Enter takes, Escape ends", async ({
  openPage,
}) => {
  const { page, world } = await open(openPage);
  await world.call("order", { order: "pick" });
  for (const key of ["Tab", "ArrowRight", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
  expect(await world.call("last", "over")).toMatchObject({
    choice: { selector: '[data-testid="toolbar"]' },
  });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await world.call("last", "picked")).toMatchObject({ uses: [{ on: "click" }, {}] });
  await world.call("order", { order: "move", to: "previous" });
  expect(await world.call("last", "over")).toMatchObject({ choice: { selector: "nav a" } });
  await page.keyboard.press("Escape");
  expect(await world.call("last", "ended")).toEqual({ news: "ended" });
  expect(await heard(page)).not.toContain("click");
});

test("E22: matches are counted as the page changes, and marked; afterwards nothing is left", async ({
  openPage,
}) => {
  const { page, world } = await open(openPage);
  const edit = { on: "click" as const, selector: "li button" };
  const rules = [
    { key: "edit", rules: [edit] },
    { key: "else", rules: [{ ...edit, page: { path: "/else" } }] },
    { key: "bad", rules: [{ on: "click" as const, selector: "li:::" }] },
  ];
  await world.call("order", { order: "count", rules });
  await world.call("order", { order: "mark", rules: [edit] });
  const counts = async () => {
    const told = await world.call("last", "counts");
    return told?.news === "counts" ? told.counts.map(({ count }) => count) : [];
  };
  expect(await world.call("last", "counts")).toMatchObject({
    counts: [
      { key: "edit", fits: true, count: 3 },
      { key: "else", fits: false, count: 0 },
      { key: "bad", unreadable: true },
    ],
  });
  await page.evaluate(() => document.querySelector("li")?.remove());
  await expect.poll(counts).toEqual([2, 0, 0]);
  await expect(page.locator("waymark-overlay")).toHaveCount(1);
  const detail = JSON.stringify({ event: "order.edited" });
  await page.evaluate((text) => {
    document.dispatchEvent(new CustomEvent("waymark:track", { detail: text }));
  }, detail);
  expect(await world.call("last", "tracked")).toMatchObject({ names: ["order.edited"] });
  await world.call("end");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
});
