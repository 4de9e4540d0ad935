import type { Locator, Page } from "@playwright/test";

/** A page in which every example finds what it points at. */
export const HOST = `<!doctype html><html lang="en"><title>Reports</title>
  <style>body { font: 16px system-ui; margin: 0 } main { padding: 16px } header { padding: 12px 16px; border-bottom: 1px solid }
    @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }</style>
  <body><header><b>Acme</b></header><main><h1>Reports</h1>
  <button id="report">New report</button> <label>Search <input id="search"></label>
  <p>Revenue, churn and usage of the last quarter.</p></main></body></html>`;

/** Brings the card of an example before the person's eyes, as they would. */
export async function open(page: Page, kind: string): Promise<Locator> {
  const card = page.locator(".card");
  if (kind === "hotspot") await page.locator(".beacon").click();
  if (kind === "checklist") await page.locator(".launcher").click();
  if (kind === "confirmation") await page.locator("#report").hover();
  if (kind === "hint") await page.locator("#search").focus();
  await card.waitFor();
  return card;
}
