import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { parse as parseFlow } from "@puppeteer/replay";
import { unzipSync } from "fflate";
import { readGuideFile } from "../../lib/exchange/guide-file.ts";
import { playwrightTest } from "../../lib/exchange/playwright-test.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { sendPicture } from "../support/assets.ts";
import { findBrowser } from "../support/browser.ts";
import { textOfPdf } from "../support/pdf-text.ts";
import { png } from "../support/picture.ts";
import { catchSaved } from "../support/saved-files.ts";
import { anchorTo, guide, step } from "./page/support/guides.ts";
import { example } from "./page/support/kinds.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

const picture = png(640, 360);
let stage: FixtureStage;
let published: Guide;
test.beforeAll(async () => {
  stage = await setFixtureStage([], { sidePanel: true });
  const asset = await sendPicture(stage.server, picture);
  const how = example("how-to");
  const [first, ...rest] = how.steps;
  if (!first) throw new Error("the example has no steps");
  const shown = { type: "image" as const, asset, alt: "Кнопка «Save report»" };
  const body = { en: [...(first.body.en ?? []), shown], ru: [...(first.body.ru ?? []), shown] };
  published = {
    ...how,
    trigger: { start: "manual" },
    steps: [{ ...first, body }, ...rest],
  };
  await stage.server.publish("guides", published);
  await stage.waymark.send("sync.now", {});
});
test.afterAll(() => stage.end());

test("X7: whoever reads a how-to saves it in every format", async () => {
  const page = await stage.visit("/app/reports");
  const panel = await stage.waymark.sidePanel(page);
  const card = panel.getByRole("region", { name: "How-tos" });
  await card.getByRole("button", { name: "Share a report", exact: true }).click();
  await card.getByRole("button", { name: "Save as a file: Share a report" }).click();
  const form = card.getByRole("form", { name: "Save as a file" });
  const save = await savingIn(panel, form, card);

  const english = await textOfPdf(await save("PDF document", "Share a report.pdf"));
  expect(english).toContain("Share a report 2 steps");
  expect(english).toContain("1 Save the report");
  await form.getByLabel("Language").selectOption({ label: "Russian" });
  const russian = await textOfPdf(await save("PDF document", "Поделиться отчётом.pdf"));
  expect(russian).toContain("1 Сохраните отчёт");
  expect(russian).toContain("Шаг 1 · Кнопка «Save report»");
  const html = (await save("Web page", "Поделиться отчётом.html")).toString("utf8");
  expect(html).toContain(picture.toString("base64"));
  const files = unzipSync(await save("Markdown text", "Поделиться отчётом.zip"));
  expect(Object.keys(files)).toEqual(["Поделиться отчётом.md", "images/01.png"]);
  const read = readGuideFile(await save("Waymark guide", "share-a-report.waymark.zip"));
  expect(read).toMatchObject({ ok: true, value: { guide: published } });
  const flow = await save("DevTools recording", "share-a-report.recorder.json");
  expect(parseFlow(JSON.parse(flow.toString("utf8"))).title).toBe("Поделиться отчётом");
  const source = (await save("Playwright test", "share-a-report.spec.ts")).toString("utf8");
  expect(source).toContain('getByRole("button", { name: "Save report", exact: true }).click()');

  expect((await new AxeBuilder({ page: panel }).setLegacyMode(true).analyze()).violations).toEqual(
    [],
  );
  await panel.setViewportSize({ width: 320, height: 900 });
  await form.getByLabel("Format").selectOption({ label: "PDF document" });
  await form.scrollIntoViewIfNeeded();
  await shoot(panel, "export-320.png");
  await panel.emulateMedia({ colorScheme: "dark" });
  await shoot(panel, "export-dark.png");
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("X14: the test of a guide passes where the guide works, and fails where it does not", async () => {
  const url = `${stage.host.url}/app/reports`;
  const at = (type: "click" | "input") => ({ recorded: { gesture: { type }, url } });
  const field = anchorTo({ tag: "input", role: "textbox", name: "E-mail" });
  const button = (name: string) => anchorTo({ tag: "button", role: "button", name });
  const works = guide([
    step("mail", { anchor: field, ...at("input") }),
    step("save", { anchor: button("Save report"), ...at("click") }),
  ]);
  const rotten = guide([step("gone", { anchor: button("No such button"), ...at("click") })]);
  expect(await runs({ works, rotten })).toEqual({ works: "passed", rotten: "failed" });
});

async function shoot(panel: Page, name: string): Promise<void> {
  await panel.screenshot({ path: test.info().outputPath(name), animations: "disabled" });
}

/** Saves in a format and answers with the bytes that the page hands to the browser. */
async function savingIn(panel: Page, form: Locator, card: Locator) {
  const saved = await catchSaved(panel);
  return async (format: string, name: string): Promise<Buffer> => {
    await form.getByLabel("Format").selectOption({ label: format });
    await form.getByRole("button", { name: "Save file" }).click();
    await expect(card.getByText(`Saved as “${name}”.`)).toBeVisible();
    return saved();
  };
}

/** Runs the tests of guides as somebody would who was sent them. */
async function runs(guides: Record<string, Guide>): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-generated-"));
  try {
    await symlink(resolve("node_modules"), join(folder, "node_modules"));
    for (const [name, some] of Object.entries(guides)) {
      const source = playwrightTest(some, "en");
      if (source.ok) await writeFile(join(folder, `${name}.spec.ts`), source.value);
    }
    const use = { launchOptions: { executablePath: findBrowser()?.path }, actionTimeout: 2000 };
    const config = { testDir: folder, outputDir: join(folder, "out"), use, reporter: [["json"]] };
    const source = `export default ${JSON.stringify(config)};`;
    await writeFile(join(folder, "playwright.config.mjs"), source);
    const report = join(folder, "report.json");
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const cli = resolve("node_modules/@playwright/test/cli.js");
    const ending = promisify(execFile)(process.execPath, [cli, "test"], { cwd: folder, env });
    // It ends with 1, because one of them fails; what it says is in its report.
    await ending.catch(() => undefined);
    const { suites } = JSON.parse(await readFile(report, "utf8")) as Report;
    return Object.fromEntries(
      suites.map(({ file, specs }) => [file.replace(".spec.ts", ""), statusOf(specs)]),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Report {
  suites: { file: string; specs: { ok: boolean }[] }[];
}

function statusOf(specs: Report["suites"][number]["specs"]): string {
  return specs.every(({ ok }) => ok) ? "passed" : "failed";
}
