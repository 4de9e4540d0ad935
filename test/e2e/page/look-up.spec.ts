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
