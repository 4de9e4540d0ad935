import { join } from "node:path";
import { bundleScript } from "../../support/bundle.ts";
import { isolate } from "../../support/isolate.ts";
import type { LookUpWorld } from "../tours/look-up-world.ts";
import { expect, type OpenPage, test } from "./support/page.ts";

const WORLD = join(import.meta.dirname, "../tours/look-up-world.ts");

const PAGE = `<!doctype html><html lang="en"><title>Host</title><body>
  <h1>Orders</h1>
  <button class="export" hidden>Export old</button> <button class="export">Export orders</button>
  <form class="search" style="width: 310px"><input placeholder="Search orders" style="width: 300px"></form>
  <section class="panel" style="height: 90px"></section> <section style="height: 90px"></section>
  <ul><li class="twin"><button>Edit</button></li><li class="twin"><button>Edit</button></li></ul>
  <div id="host"><template shadowrootmode="open"><button class="pin">Pin it</button></template></div>
  <p hidden class="hidden">Not now</p></body></html>`;

async function lookUp(openPage: OpenPage, selector: string) {
  const { page } = await openPage(PAGE);
  const world = await isolate<LookUpWorld>(page, await bundleScript(WORLD));
  return world.call("lookUp", selector);
}

test("X3: a selector becomes a fingerprint of the first visible element that matches", async ({
  openPage,
}) => {
  expect(await lookUp(openPage, ".export")).toMatchObject({
    outcome: "exact",
    sample: { lang: "en", fingerprint: { tag: "button", name: "Export orders" } },
  });
});

test("X3: a control stands for the element of which it is at least half", async ({ openPage }) => {
  expect(await lookUp(openPage, ".search")).toMatchObject({
    outcome: "part",
    sample: { fingerprint: { tag: "input", placeholder: "Search orders" } },
  });
});

for (const [selector, outcome] of [
  [".gone", "missing"],
  [".hidden", "hidden"],
  [".twin button", "unsure"],
  [".panel", "unsure"],
  ["button:first", "invalid"],
] as const) {
  test(`X3: ${selector} is ${outcome}, and nothing is taken instead`, async ({ openPage }) => {
    expect(await lookUp(openPage, selector)).toEqual({ outcome });
  });
}

test("X34: recordings name elements by path, text, name and through shadow roots", async ({
  openPage,
}) => {
  const { page } = await openPage(PAGE);
  const world = await isolate<LookUpWorld>(page, await bundleScript(WORLD));
  for (const [selector, name] of [
    ["xpath///button[contains(., 'Export orders')]", "Export orders"],
    ["text/export orders", "Export orders"],
    ["text/Export o", "Export orders"],
    ['aria/Pin it[role="button"]', "Pin it"],
    ["pierce/.pin", "Pin it"],
    ["#host >>> .pin", "Pin it"],
  ] as const) {
    const found = await world.call("lookUp", selector);
    expect(found, selector).toMatchObject({ outcome: "exact", sample: { fingerprint: { name } } });
  }
  expect(await world.call("lookUp", "xpath///button[")).toEqual({ outcome: "invalid" });
});

test("X34: the first selector that shows something counts, and that others disagree is said", async ({
  openPage,
}) => {
  const { page } = await openPage(PAGE);
  const world = await isolate<LookUpWorld>(page, await bundleScript(WORLD));
  const any = (...selectors: string[]) => world.call("lookUpAny", selectors);
  expect(await any(".gone", ".hidden", ".export")).not.toHaveProperty("differ");
  expect(await any(".export", "text/Pin it")).toMatchObject({
    differ: true,
    sample: { fingerprint: { name: "Export orders" } },
  });
  expect(await any(".gone", ".hidden")).toEqual({ outcome: "hidden" });
});
