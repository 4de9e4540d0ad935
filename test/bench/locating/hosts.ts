import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser, Page } from "@playwright/test";

/** Opens Node-RED's editor in a language and waits until it is drawn. */
export async function openNodeRed(browser: Browser, url: string, locale: string): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(".red-ui-palette-node").first().waitFor();
  await page.locator("#red-ui-header-button-deploy").waitFor();
  await page.locator("#red-ui-loading-progress").waitFor({ state: "hidden" });
  return page;
}

const METHODS = ["get", "post", "delete"];

/** Paths of the specification that is shown; later versions lack the first ones. */
function specification(paths: readonly string[]) {
  const operation = (method: string, path: string) => ({
    tags: [path.split("/")[1]],
    summary: `${method} ${path.replaceAll(/[/{}]/g, " ").trim()}`,
    responses: { 200: { description: "done" } },
  });
  return {
    openapi: "3.0.0",
    info: { title: "Shop", version: "1.0.0", description: "An example." },
    paths: Object.fromEntries(
      paths.map((path) => [
        path,
        Object.fromEntries(METHODS.map((method) => [method, operation(method, path)])),
      ]),
    ),
  };
}

const PATHS = [
  "/stores/{id}/stock",
  "/vouchers",
  "/returns/{id}",
  "/orders",
  "/orders/{id}",
  "/products",
  "/products/{id}",
  "/customers",
  "/customers/{id}",
  "/invoices/{id}/lines",
];

const ORIGIN = "http://swagger.test";

/** Opens a version of Swagger UI from npm with the example; `without` leaves out so many of its first paths. */
export async function openSwagger(
  browser: Browser,
  version: 3 | 4 | 5,
  without: number,
): Promise<Page> {
  const folder = dirname(
    createRequire(import.meta.url).resolve(`swagger-ui-dist-${version}/package.json`),
  );
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const spec = JSON.stringify(specification(PATHS.slice(without)));
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname !== "/") {
      return route.fulfill({
        body: await readFile(join(folder, pathname)),
        contentType: typeOf(pathname),
      });
    }
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="en"><title>Shop</title><link rel="stylesheet" href="/swagger-ui.css">
        <body><div id="ui"></div><script src="/swagger-ui-bundle.js"></script>
        <script>SwaggerUIBundle({ spec: ${spec}, dom_id: "#ui", docExpansion: "list" });</script>`,
    });
  });
  await page.goto(`${ORIGIN}/`);
  await page
    .locator(".opblock")
    .nth(METHODS.length * (PATHS.length - without) - 1)
    .waitFor();
  return page;
}

function typeOf(path: string): string {
  return path.endsWith(".css") ? "text/css" : "text/javascript; charset=utf-8";
}
