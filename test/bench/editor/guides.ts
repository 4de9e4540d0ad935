import type { Page } from "@playwright/test";
import type { Guide } from "../../../lib/model/guide.ts";
import { guide, step } from "../../e2e/page/support/guides.ts";
import type { FixtureHost } from "../../hosts/fixture-host.ts";

/** Pages of the test hosts that look like something. */
const SHOWN = [
  "/workflow/index.html",
  "/app/reports",
  "/secrets/index.html",
  "/frames/top.html",
  "/elsewhere.html",
];

/**
 * Real screenshots, none like another: each of another page, size and step of a walk through it.
 * They come as the product keeps them: WebP of the highest quality.
 */
export async function takePictures(
  page: Page,
  editor: Page,
  host: FixtureHost,
  count: number,
): Promise<string[]> {
  const assets: string[] = [];
  for (let number = 0; number < count; number++) {
    await page.setViewportSize({ width: 1280 - number * 3, height: 800 - number });
    await page.goto(host.url + SHOWN[number % SHOWN.length]);
    await page
      .locator("button, a, input")
      .nth(number % 4)
      .or(page.locator("body"))
      .first()
      .focus();
    const png = (await page.screenshot()).toString("base64");
    assets.push(await editor.evaluate(keepPicture, png));
  }
  return assets;
}

/** Runs in a page of the extension. */
async function keepPicture(base64: string): Promise<string> {
  const png = await (await fetch(`data:image/png;base64,${base64}`)).blob();
  const bitmap = await createImageBitmap(png);
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  const blob = await canvas.convertToBlob({ type: "image/webp", quality: 1 });
  const content = await blob.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const asset = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const opening = indexedDB.open("waymark-authoring");
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = () => reject(opening.error);
  });
  const writing = opening.result.transaction("pictures", "readwrite");
  const record = { asset, type: "image/webp", content, width, height, scale: 1, madeAt: 1 };
  writing.objectStore("pictures").put(record);
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  opening.result.close();
  return asset;
}

/** A guide with a picture and two languages in each step. */
export function guideWith(id: string, assets: readonly string[]): Guide {
  const steps = assets.map((asset, at) => {
    const text = (words: string) => ({
      type: "paragraph" as const,
      children: [{ type: "text" as const, text: words }],
    });
    const image = { type: "image" as const, asset, alt: `The page at step ${at + 1}` };
    return step(`step-${at + 1}`, {
      body: {
        en: [text(`Look at this part of the page, then go on to step ${at + 2}.`), image],
        ru: [text(`Посмотрите на эту часть страницы и переходите к шагу ${at + 2}.`), image],
      },
    });
  });
  return guide(steps, { id, kind: "how-to", name: { en: id, ru: `Подсказка ${id}` } });
}

/** Puts a draft where authors' drafts are. Runs the database's part in a page of the extension. */
export async function keepDraft(editor: Page, draft: Guide): Promise<void> {
  await editor.evaluate(async (guide) => {
    const opening = indexedDB.open("waymark-authoring");
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = () => reject(opening.error);
    });
    const writing = opening.result.transaction("drafts", "readwrite");
    writing.objectStore("drafts").put({ id: guide.id, guide, base: null, changedAt: 1 });
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    opening.result.close();
  }, draft);
}
