import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Guide } from "../../lib/model/guide.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/exchange");

let stage: FixtureStage;
let page: Page;
let card: Locator;
test.beforeAll(async () => {
  stage = await setFixtureStage([], { sidePanel: true });
  page = await stage.visit("/elsewhere.html");
  const panel = await stage.waymark.sidePanel(page);
  card = panel.getByRole("region", { name: "Guides from elsewhere" });
  await card.getByRole("button", { name: "Import a file" }).click();
});
test.afterAll(() => stage.end());

const press = (name: string) => card.getByRole("button", { name, exact: true }).click();
const left = (text: string) => expect(card.getByText(text, { exact: true })).toBeVisible();

/** Chooses a file and makes a draft of what is in it, under this name. */
async function choose(path: string, name: string, says: string): Promise<void> {
  const buffer = readFileSync(join(FIXTURES, path));
  const file = { name: path.replace(/.*\//, ""), mimeType: "text/plain", buffer };
  await card.getByLabel("Choose a file, or drop it here").setInputFiles(file);
  await expect(card.getByText(says)).toBeVisible();
  await card.getByLabel("Name of the guide").fill(name);
  await press("Make a draft of it");
}

/** What is on this device: a draft, or which targets of an import are open. */
function stored<T>(kind: "drafts" | "imports", id: string): Promise<T | undefined> {
  return card.page().evaluate(
    ([store, key]) =>
      new Promise<never>((resolve, reject) => {
        const opening = indexedDB.open("waymark-authoring");
        opening.onsuccess = () => {
          const asked = opening.result.transaction(store).objectStore(store).get(key);
          asked.onsuccess = () => resolve(asked.result as never);
          asked.onerror = () => reject(asked.error);
          opening.result.close();
        };
      }),
    [kind, id] as const,
  );
}
const draft = async (id: string) => (await stored<{ guide: Guide }>("drafts", id))?.guide;
const outlined = () =>
  page.evaluate(() =>
    document.getAnimations().map((one) => ((one.effect as KeyframeEffect).target as Element).id),
  );

test("X34: an author confirms what a tour of intro.js points at, by key, and points at another element", async () => {
  await choose(
    "intro/angular-intro.js",
    "Tour of Steps",
    "intro.js: 5 steps, 5 point at something",
  );
  await left("5 of 5 targets are to be confirmed");
  await expect.poll(outlined).toEqual(["step1"]);
  const axe = new AxeBuilder({ page: card.page() }).setLegacyMode(true);
  expect((await axe.analyze()).violations).toEqual([]);
  await card.page().keyboard.press("Enter");
  await left("4 of 5 targets are to be confirmed");
  await expect.poll(outlined).toEqual(["step2"]);
  await press("Point at another");
  await press("End");
  await press("Point at another");
  await expect(card.getByText(/Point at the element on the page/)).toBeVisible();
  await expect(page.locator("waymark-overlay")).toHaveCount(1);
  const box = await page.locator("#instead").boundingBox();
  await page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
  await left("3 of 5 targets are to be confirmed");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await press("“More features, more fun.” without an element, in the middle of the window");
  await left("2 of 5 targets are to be confirmed");
  for (const step of ["Another step.", "Get it, use it."]) {
    await expect(card.getByRole("button", { name: `Yes, this is it for “${step}”` })).toBeFocused();
    await card.page().keyboard.press("Enter");
  }
  await expect(card.getByText(/is a draft on this device/)).toBeVisible();
  const guide = await draft("tour-of-steps");
  const names = guide?.steps.map(({ anchor }) => anchor?.samples[0]?.fingerprint.name);
  expect(names).toEqual(["Reports", "Invite people", undefined, "Billing", "Help"]);
  expect(await stored("imports", "tour-of-steps")).toBeUndefined();
  expect(await outlined()).toEqual([]);
  await press("Choose another file");
});

test("X35: what is not on this page waits beside the draft, and is looked up on the page where it is", async () => {
  await page.goto(stage.host.url);
  await choose(
    "shepherd/ohif-basic-viewer.js",
    "Basic viewer",
    "Shepherd: 11 steps, 11 point at something",
  );
  await left("11 of 11 targets are to be confirmed");
  await expect(card.getByText("Not on this page").first()).toBeVisible();
  await press("Go on later");
  await page.goto(`${stage.host.url}/elsewhere.html`);
  await press("Go on with “Basic viewer”");
  await expect(card.getByText("Found", { exact: true })).toHaveCount(3);
  await press("Yes, this is it for “Using the Measurement Tools”");
  await left("10 of 11 targets are to be confirmed");
  const record = await stored<{ open: object[] }>("imports", "basic-viewer");
  expect(record?.open).toHaveLength(10);
  const guide = await draft("basic-viewer");
  expect(guide?.steps[4]).toMatchObject({ advance: { on: "click" }, onMissing: "wait" });
  await press("Go on later");
});

test("X33: a recorded test says of each step what the page calls it, and nothing of what was typed", async () => {
  await choose("side/single-test.side", "Sign in", "Selenium IDE: 4 steps, 3 point at something");
  for (const count of [3, 2, 1]) {
    await expect(card.getByText(new RegExp(`^${count} of 3 targets`))).toBeVisible();
    await card.getByRole("button", { name: /^Yes, this is it/ }).click();
  }
  await expect(card.getByText(/is a draft on this device/)).toBeVisible();
  const guide = await draft("sign-in");
  const told = guide?.steps.map(({ title, recorded }) => [title.en, recorded?.gesture.type]);
  expect(told?.slice(1)).toEqual([
    ["Fill in “User name”", "input"],
    ["Fill in “Password”", "input"],
    ["Click “Sign in”", "click"],
  ]);
  expect(JSON.stringify(guide)).not.toContain("tomsmith");
  await press("Choose another file");
});

test("X32: a bad file is told by line and column; a tour of driver.js without any of its elements is a draft too", async () => {
  await card.getByLabel("Or paste its text").fill('[\n  { "intro": "a" }\n  { "intro": "b" }\n]');
  await press("Read it");
  await expect(card.getByText("Line 3, column 3")).toBeVisible();
  await expect(card.getByText(/A comma or an operator is missing/)).toBeVisible();
  await press("Choose another file");
  await choose("driver/define-steps.js", "Posts", "driver.js: 3 steps, 3 point at something");
  await left("3 of 3 targets are to be confirmed");
  await press("Go on later");
  await press("Leave the rest of “Posts” in the middle of the window");
  await expect(card.getByText("Posts", { exact: true })).toHaveCount(0);
  expect((await draft("posts"))?.steps.map(({ anchor }) => anchor)).toEqual(
    Array(3).fill(undefined),
  );
});
