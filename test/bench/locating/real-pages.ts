import { type Browser, chromium, type Page } from "@playwright/test";
import { startNodeRed } from "../../hosts/node-red.ts";
import { ensureBrowser } from "../../support/install-browser.ts";
import type { Figure } from "../bench.ts";
import { openNodeRed, openSwagger } from "./hosts.ts";
import type { Mutation } from "./mutations.ts";
import { type Attempted, attempt, enter, figuresOf } from "./track.ts";
import type { Truth } from "./track-world.ts";

type Say = (line: string) => void;

const STRUCTURE: Truth = { by: "structure" };

const SWAGGER: Truth = {
  by: "rules",
  rules: [
    { selector: ".opblock-summary", text: ".opblock-summary-description" },
    { selector: ".opblock-tag", attribute: "data-tag" },
    { selector: ".info .title" },
    { selector: ".info .description" },
  ],
};

const MUTATIONS: readonly Mutation[] = [
  "idsRenamed",
  "testIdsDropped",
  "classesHashed",
  "wrapped",
  "siblingsReordered",
  "reworded",
  "rowInserted",
  "intoShadowRoot",
  "removed",
];

/** Pages of real applications: mutated, in other languages, and in later versions. */
export async function measureRealPages(say: Say): Promise<Figure[]> {
  const { path } = await ensureBrowser();
  const [nodeRed, browser] = await Promise.all([
    startNodeRed(),
    chromium.launch({ executablePath: path, chromiumSandbox: process.platform !== "linux" }),
  ]);
  try {
    return [
      ...(await measureMutations(browser, nodeRed.url, say)),
      ...(await measureLanguages(browser, nodeRed.url, say)),
      ...(await measureVersions(browser, say)),
    ];
  } finally {
    await browser.close();
    await nodeRed.stop();
  }
}

async function measureMutations(browser: Browser, url: string, say: Say): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [seed, mutation] of MUTATIONS.entries()) {
    say(`Mutation: ${mutation}`);
    const page = await openNodeRed(browser, url, "en-US");
    const world = await enter(page);
    await world.call("label", STRUCTURE);
    const prints = await world.call("prints", false);
    await world.call("mutate", mutation, seed + 1);
    figures.push(...figuresOf(`mutation.${mutation}`, await attempt(world, prints)));
    await close(page);
  }
  return figures;
}

/** A translated page is also another version at times; its structure, which decides there, is then no longer the same. */
const THEN: readonly (Mutation | undefined)[] = [
  undefined,
  "siblingsReordered",
  "rowInserted",
  "removed",
];

async function measureLanguages(browser: Browser, url: string, say: Say): Promise<Figure[]> {
  const english = await openNodeRed(browser, url, "en-US");
  const world = await enter(english);
  await world.call("label", STRUCTURE);
  const prints = await world.call("prints", true);
  await close(english);
  const figures: Figure[] = [];
  for (const locale of ["en-US", "ru", "de", "ja"]) {
    say(`Node-RED in ${locale}, and changed besides`);
    for (const then of locale === "en-US" ? [undefined] : THEN) {
      const page = await openNodeRed(browser, url, locale);
      const other = await enter(page);
      await other.call("label", STRUCTURE);
      const there = new Set(await other.call("keys"));
      const common = prints.filter(({ key }) => there.has(key));
      if (then) await other.call("mutate", then, 1);
      const name = [`language.en-${locale.slice(0, 2)}`, then].filter(Boolean).join(".");
      figures.push(...figuresOf(name, await attempt(other, common)));
      await close(page);
    }
  }
  return figures;
}

/** Paths that a later version lacks are removed targets. */
const WITHOUT = 3;

async function measureVersions(browser: Browser, say: Say): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [from, to] of [
    [3, 4],
    [4, 5],
    [3, 5],
  ] as const) {
    say(`Swagger UI ${from} to ${to}`);
    const old = await openSwagger(browser, from, 0);
    const before = await enter(old);
    await before.call("label", SWAGGER);
    const prints = await before.call("prints", true);
    await close(old);
    const page = await openSwagger(browser, to, WITHOUT);
    const after = await enter(page);
    await after.call("label", SWAGGER);
    const attempts: Attempted[] = await attempt(after, prints);
    figures.push(...figuresOf(`swagger.${from}-${to}`, attempts));
    await close(page);
  }
  return figures;
}

async function close(page: Page): Promise<void> {
  await page.context().close();
}
