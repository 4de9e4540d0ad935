import { join } from "node:path";
import type { Page } from "@playwright/test";
import { bundleScript } from "../../support/bundle.ts";
import { isolate } from "../../support/isolate.ts";
import type { FrictionWorld } from "./support/friction-world.ts";
import { expect, type OpenPage, test } from "./support/page.ts";

const WORLD = join(import.meta.dirname, "support/friction-world.ts");

const PAGE = `<!doctype html><html lang="en"><title>Host</title><body style="min-height: 300vh">
  <button id="dead">Nothing</button> <button id="last">Nothing either</button>
  <button id="text" onclick="this.dataset.done = 1">Changes the page</button>
  <button id="late" onclick="setTimeout(() => document.title = 'late', 300)">Changes it late</button>
  <button id="shadow" onclick="card.shadowRoot.append('more')">Changes a shadow root</button>
  <div id="card"><template shadowrootmode="open">card</template></div>
  <button id="focus" onclick="field.focus()">Focuses</button> <input id="field">
  <button id="scroll" onclick="window.scrollTo(0, 40)">Scrolls</button>
  <button id="route" onclick="history.pushState(null, '', '/next')">Goes on</button>
  <a id="new" href="/new" target="_blank" onclick="event.preventDefault()">New tab</a>
  <select id="choose"><option>One</option></select>
  <p id="words">Words that nobody would press</p>
  <button id="fails" onclick="setTimeout(() => problem.textContent = 'No', 100)">Fails</button>
  <div id="problem" role="alert"></div> <p role="alert">It was here before</p>
  <div id="hand" style="cursor: pointer; width: 90px; height: 20px">Hand</div></body></html>`;

const FEATURES = [
  { id: "nothing", rules: [{ on: "click" as const, selector: "#dead, #last" }] },
  { id: "broken", rules: [{ on: "click" as const, selector: "::nonsense(" }] },
];

async function open(openPage: OpenPage, ...[what]: Parameters<FrictionWorld["start"]>) {
  const { page } = await openPage(PAGE);
  const world = await isolate<FrictionWorld>(page, await bundleScript(WORLD));
  await world.call("start", what, FEATURES);
  return { page, world };
}

const press = (page: Page, ...ids: string[]) =>
  ids.reduce((before, id) => before.then(() => page.click(`#${id}`)), Promise.resolve());

test("E13: a click after which nothing happens is a dead one, and names its feature", async ({
  openPage,
}) => {
  const { page, world } = await open(openPage, ["dead_click"]);
  await press(page, "dead");
  await world.call("letTimePass");
  expect(await world.call("metAtLeast", 1)).toEqual([{ what: "dead_click", feature: "nothing" }]);
  await press(page, "hand");
  await world.call("letTimePass");
  expect((await world.call("metAtLeast", 2)).slice(1)).toEqual([{ what: "dead_click" }]);
  expect(await world.call("waiting")).toBe(0);
});

test("E13: of several clicks in a row only the last is judged", async ({ openPage }) => {
  const { page, world } = await open(openPage, ["dead_click"]);
  await press(page, "dead", "hand", "dead");
  expect(await world.call("waiting")).toBe(1);
  await world.call("letTimePass");
  expect(await world.call("met")).toHaveLength(1);
});

const ALIVE = ["text", "late", "shadow", "focus", "scroll", "route", "new", "choose", "words"];
for (const id of ALIVE) {
  test(`E13: a click on "${id}" is none`, async ({ openPage }) => {
    const { page, world } = await open(openPage, ["dead_click", "rage_click"]);
    await press(page, id);
    await expect.poll(() => world.call("waiting")).toBe(0);
    expect(await world.call("met")).toEqual([]);
  });
}

test("E12: three quick clicks count once; a double click on words and forged ones do not", async ({
  openPage,
}) => {
  const { page, world } = await open(openPage, ["rage_click"]);
  await page.click("#words", { clickCount: 3 });
  await page.evaluate(() => {
    for (let i = 0; i < 5; i++) (document.querySelector("#dead") as HTMLElement).click();
  });
  await page.click("#field", { clickCount: 3 });
  expect(await world.call("met")).toEqual([]);
  await page.click("#dead", { clickCount: 5 });
  expect(await world.call("metAtLeast", 1)).toEqual([{ what: "rage_click", feature: "nothing" }]);
});

test("E14: an alert that comes after a click is an error, one that was there is none", async ({
  openPage,
}) => {
  const { page, world } = await open(openPage, ["error"]);
  await press(page, "text");
  expect(await world.call("met")).toEqual([]);
  await press(page, "fails");
  expect(await world.call("metAtLeast", 1)).toEqual([{ what: "error" }]);
  await page.evaluate(() => {
    for (let i = 0; i < 5; i++) document.dispatchEvent(new CustomEvent("waymark:error"));
  });
  expect(await world.call("met")).toEqual([{ what: "error" }, { what: "error" }]);
});

test("E11: what was not asked for is not noticed", async ({ openPage }) => {
  const { page, world } = await open(openPage, ["error"]);
  await page.click("#dead", { clickCount: 3 });
  await press(page, "fails");
  expect(await world.call("metAtLeast", 1)).toEqual([{ what: "error" }]);
});
