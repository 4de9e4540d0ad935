import type { Page } from "@playwright/test";
import { startNodeRed } from "../../hosts/node-red.ts";

/** Elements of the large page. */
export const LARGE = 10_000;

/** A page that the tools are measured in. */
export interface BenchPage {
  name: "plain" | "large" | "nested" | "nodeRed";
  /** CSS selectors of the elements that the two steps are at; both are in view. */
  targets: readonly [string, string];
  /** What scrolls around the first of them; left out where scrolling is not measured. */
  scroller?: string;
  open(page: Page): Promise<void>;
}

const ORIGIN = "http://bench.test";

const HEAD = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>
  body { font: 16px/1.5 system-ui, sans-serif; margin: 24px } section { margin-block: 16px }
  .outer, .inner { overflow: auto; border: 1px solid; padding: 8px } .outer { height: 500px } .inner { height: 360px }
  .tall { height: 3000px; background: linear-gradient(#eee, #bbb) }</style>`;

const FORM = `<section><button type="button" id="save">Save report</button>
  <button type="button">Archive report</button></section>
  <section><label>E-mail <input type="email" name="email"></label> <label>Role <select><option>Viewer</option></select></label>
  <button type="button" id="invite">Invite a colleague</button></section>`;

const PLAIN = `${HEAD}<body><header><nav><a href="#reports">Reports</a> <a href="#settings">Settings</a></nav></header>
  <main><h1>Reports</h1><div style="height: 160px"></div>${FORM}</main><div class="tall"></div>`;

const NESTED = `${HEAD}<body><h1>Reports</h1><div class="outer"><p>Outer</p><div class="inner">
  <div style="height: 160px"></div>${FORM}<div class="tall"></div></div><div class="tall"></div></div>`;

async function show(page: Page, html: string): Promise<void> {
  await page.route(`${ORIGIN}/**`, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
  );
  await page.goto(`${ORIGIN}/`);
}

export const PLAIN_PAGE: BenchPage = {
  name: "plain",
  targets: ["#save", "#invite"],
  scroller: "html",
  open: (page) => show(page, PLAIN),
};

const NESTED_PAGE: BenchPage = {
  name: "nested",
  targets: ["#save", "#invite"],
  scroller: ".inner",
  open: (page) => show(page, NESTED),
};

/** Filled by the bench with the page that the bench "locating" searches. */
const LARGE_PAGE: BenchPage = {
  name: "large",
  targets: ["tbody tr:nth-child(4) td:nth-child(2) a", ".toolbar button"],
  scroller: "html",
  open: (page) => show(page, `${HEAD}<body>`),
};

/** All pages; Node-RED runs as long as `life` does not end. */
export async function startPages(life: AsyncDisposableStack): Promise<BenchPage[]> {
  const nodeRed = await startNodeRed();
  life.defer(() => nodeRed.stop());
  const editor: BenchPage = {
    name: "nodeRed",
    targets: ["#red-ui-header-button-deploy", "#red-ui-palette-search input"],
    open: async (page) => {
      await page.goto(nodeRed.url);
      await page.locator(".red-ui-palette-node").first().waitFor();
      await page.locator("#red-ui-loading-progress").waitFor({ state: "hidden" });
    },
  };
  return [PLAIN_PAGE, LARGE_PAGE, NESTED_PAGE, editor];
}
