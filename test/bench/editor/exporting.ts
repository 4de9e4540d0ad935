import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { guideZip, readGuideFile } from "../../../lib/exchange/guide-file.ts";
import type { Waymark } from "../../support/launch.ts";

export interface Exported {
  /** From the press to the file, ms. */
  pdf: number;
  /** Different things that were said of how far it is. */
  told: number;
  /** Tasks of the page over 50 ms meanwhile. */
  long: number;
  /** MB. */
  size: number;
  /** From the press of Cancel until it is said, ms. */
  cancel: number;
  zip: number;
  /** What was read of the file and written again is the same bytes. */
  identical: boolean;
}

/** Saves a guide with its pictures in the real editor. */
export async function measureExporting(waymark: Waymark, guide: string): Promise<Exported> {
  const page = await waymark.openPage(`editor.html?guide=${guide}`);
  await page.getByRole("tab", { name: "Check and publish" }).click();
  const form = page.getByRole("form", { name: "Save as a file" });
  await page.evaluate(watchProgress);
  const pdf = await save(page, "PDF document");
  const { told, long } = await page.evaluate(
    () => (window as unknown as { seen: { told: string[]; long: number } }).seen,
  );
  await form.getByRole("button", { name: "Save file" }).click();
  await page.locator(".export-progress").waitFor();
  const began = performance.now();
  await form.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("Cancelled").waitFor();
  const cancel = performance.now() - began;
  const zip = await save(page, "Waymark guide");
  const read = readGuideFile(zip.bytes);
  if (!read.ok) throw new Error("the exported guide cannot be read");
  const again = guideZip(read.value.guide, read.value.pictures);
  const identical = again.ok && Buffer.from(zip.bytes).equals(again.value);
  await page.close();
  const size = pdf.bytes.length / 1e6;
  return { pdf: pdf.took, told: new Set(told).size, long, size, cancel, zip: zip.took, identical };
}

async function save(page: Page, format: string): Promise<{ took: number; bytes: Uint8Array }> {
  const form = page.getByRole("form", { name: "Save as a file" });
  await form.getByLabel("Format").selectOption({ label: format });
  const began = performance.now();
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 170_000 }),
    form.getByRole("button", { name: "Save file" }).click(),
  ]);
  const took = performance.now() - began;
  return { took, bytes: await readFile(await download.path()) };
}

/** Runs in the page. */
function watchProgress(): void {
  const seen = { told: [] as string[], long: 0 };
  Object.assign(window, { seen });
  new MutationObserver(() => {
    const text = document.querySelector(".export-progress p")?.textContent;
    if (text) seen.told.push(text);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  new PerformanceObserver((list) => {
    seen.long += list.getEntries().length;
  }).observe({ type: "longtask" });
}
