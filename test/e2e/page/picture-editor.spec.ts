import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { bundleScript } from "../../support/bundle.ts";
import { expect, type OpenPage, test } from "./support/page.ts";
import type { PictureEditorWorld } from "./support/picture-editor-world.tsx";

const WORLD = join(import.meta.dirname, "support/picture-editor-world.tsx");
const COMPONENTS = join(import.meta.dirname, "../../../components");
const STYLES = ["ui/tokens", "ui/base", "ui/controls", "ui/surfaces", "author/picture"];

test("P13: a part is hidden by pointer, for good", async ({ openNext }) => {
  const page = await open(openNext);
  await drag(page, [0.05, 0.05], [0.6, 0.25]);
  await expect(areas(page)).toHaveCount(1);
  await shoot(page, "light");
  await page.getByRole("button", { name: "Use this picture" }).click();
  await expect.poll(() => call(page, "done")).toHaveLength(1);
  const [result] = await call(page, "done");
  expect(result?.alt).toBe("The list");
  expect(await call(page, "look", 60, 60)).toEqual({ width: 800, height: 500, dark: 0 });
  expect((await call(page, "look", 60, 312)).dark).toBeGreaterThan(0);
});

test("P13: everything is done with keys: hide, move, stretch, take away, undo, crop", async ({
  openNext,
}) => {
  const page = await open(openNext);
  await page.getByRole("button", { name: "Hide another part" }).focus();
  await page.keyboard.press("Enter");
  const area = areas(page).first();
  await expect(area).toBeFocused();
  const before = await boxOf(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  const after = await boxOf(page);
  expect(after.x).toBeGreaterThan(before.x);
  expect(after.height).toBeGreaterThan(before.height);
  await page.keyboard.press("Delete");
  await expect(areas(page)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(areas(page)).toHaveCount(1);
  await page.getByRole("radio", { name: "Hide parts" }).focus();
  await page.keyboard.press("ArrowRight");
  const rest = page.getByRole("button", { name: /^What is left/ });
  await rest.focus();
  for (let n = 0; n < 4; n++) await page.keyboard.press("Shift+ArrowLeft");
  await expect(rest).toHaveAccessibleName(/^What is left: 7\d\d × 500 at 0, 0$/);
  await page.getByLabel("What it shows").fill("");
  await page.getByRole("button", { name: "Use this picture" }).press("Enter");
  await expect(page.getByText("Say in a few words what the picture shows.")).toBeVisible();
  await page.getByLabel("What it shows").fill("A part of the list");
  await page.getByRole("button", { name: "Use this picture" }).press("Enter");
  await expect.poll(() => call(page, "done")).toHaveLength(1);
  const { width } = await call(page, "look", 0, 0);
  expect(width).toBeGreaterThan(700);
  expect(width).toBeLessThan(800);
});

test.describe("in a side panel", () => {
  test.use({ viewport: { width: 320, height: 900 } });
  for (const colorScheme of ["light", "dark"] as const) {
    test(`the editor of a picture fits, in Russian and ${colorScheme}`, async ({ openNext }) => {
      const page = await open(openNext, "ru");
      await page.emulateMedia({ colorScheme });
      await drag(page, [0.1, 0.1], [0.7, 0.5]);
      await page.getByRole("radio", { name: "Обрезать" }).check();
      await drag(page, [0.05, 0.05], [0.8, 0.8]);
      await expect(page.getByRole("button", { name: /^Останется: 600 × 37[56]/ })).toBeVisible();
      await page.getByRole("radio", { name: "Скрыть части" }).check();
      await areas(page).first().focus();
      await shoot(page, `narrow-${colorScheme}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).include("#app").analyze();
      expect(violations).toEqual([]);
    });
  }
});

async function open(openNext: OpenPage, language: "en" | "ru" = "en"): Promise<Page> {
  const files = STYLES.map((name) => readFile(join(COMPONENTS, `${name}.css`), "utf8"));
  const css = (await Promise.all(files)).join("\n");
  const { page } = await openNext(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Editor</title>
     <style>${css} main { padding: 12px; max-width: 52rem }</style><body></body></html>`,
  );
  await page.addScriptTag({ content: await bundleScript(WORLD) });
  await call(page, "open", language, "The list");
  await page.locator("svg.retouch").waitFor();
  return page;
}

function areas(page: Page) {
  return page.getByRole("button", { name: /^(Hidden part|Скрытая часть)/ });
}

/** Of the first hidden part, in pixels of the picture. */
async function boxOf(page: Page) {
  const name = (await areas(page).first().getAttribute("aria-label")) ?? "";
  const [, , width = 0, height = 0, x = 0, y = 0] = (name.match(/\d+/g) ?? []).map(Number);
  return { x, y, width, height };
}

/** From one place of the picture to another, both in shares of its size. */
async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const box = await page.locator("svg.retouch").boundingBox();
  if (!box) throw new Error("there is no picture");
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });
}

function call<M extends keyof PictureEditorWorld>(
  page: Page,
  method: M,
  ...args: Parameters<PictureEditorWorld[M]>
): Promise<Awaited<ReturnType<PictureEditorWorld[M]>>> {
  return page.evaluate(
    ([name, list]) => {
      const { pictureEditorWorld } = globalThis as unknown as {
        pictureEditorWorld: Record<string, (...args: unknown[]) => unknown>;
      };
      return pictureEditorWorld[name]?.(...list);
    },
    [method, args] as const,
  ) as Promise<Awaited<ReturnType<PictureEditorWorld[M]>>>;
}
