import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { guide, step } from "./page/support/guides.ts";
import { createActs } from "./publication/acts.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

/** Two people at two devices: an author whose browser is a customer's, and a colleague who tries things out. */
const BEFORE = guide([step("a", { title: { en: "Old words" } })]);

let stage: FixtureStage;
let tester: Waymark;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  stage = await setFixtureStage([], { guides: [BEFORE], sidePanel: true, allSites: true });
  tester = await launchWaymark({ sidePanel: true });
});
test.afterAll(async () => {
  await tester?.close();
  await stage?.end();
});

const button = (page: Page | Locator, name: string) =>
  page.getByRole("button", { name, exact: true });
const confirm = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

async function newToken(name: string): Promise<string> {
  const order = { name, role: "author" };
  const { secret } = await stage.server.api<{ secret: string }>("POST", "/v1/tokens", order);
  return secret;
}

async function signIn(at: Waymark, name: string): Promise<void> {
  await at.send("console.token", { token: await newToken(name) });
}

async function openEditor(at: Waymark, part: string): Promise<Page> {
  const page = await at.openPage(`editor.html?guide=${BEFORE.id}`);
  await page.getByRole("tab", { name: part }).click();
  return page;
}

/** What somebody at this device sees when they start the guide. */
async function seen(at: Waymark): Promise<string | null> {
  await at.send("sync.now", {});
  const page = await at.context.newPage();
  await page.goto(`${stage.host.url}/leave.html`);
  const worker = await at.worker();
  const tab = await worker.evaluate(
    async (url) => {
      const found = await chrome.tabs.query({ url: `${url}/*` });
      return found.at(-1)?.id ?? 0;
    },
    new URL(stage.host.url).origin.replace(/:\d+$/, ""),
  );
  await at.send("guide.start", { guide: BEFORE.id, tab });
  const title = await page.getByRole("dialog").getByRole("heading").textContent();
  await at.send("guide.stop", { guide: BEFORE.id });
  await page.close();
  return title;
}

test("from a new guide to somebody who follows it, in at most 12 acts beside the workflow itself", async () => {
  const token = await newToken("Ann");
  const app = await stage.visit("/workflow/index.html");
  const panel = await stage.waymark.sidePanel(app);
  await app.bringToFront();
  const card = panel.getByRole("region", { name: "Record a guide" });
  const begun = performance.now();
  const author = createActs();

  await author.click(button(card, "Start recording"));
  author.count("the browser's question, allowed");
  await expect(card.getByText("Open “Orders”", { exact: true })).toBeVisible();
  await app.click("#save");
  await app.getByLabel("Customer").click();
  await app.keyboard.type("Acme");
  await app.keyboard.press("Tab");
  await app.getByLabel("Express delivery").check();
  await app.click("#assign");
  await expect(card.getByText("Click “Assign to”", { exact: true })).toBeVisible();

  const opened = stage.waymark.context.waitForEvent("page");
  await author.click(button(card, "Finish and edit"));
  const editor = await opened;
  await author.click(editor.getByRole("tab", { name: "Settings" }));
  await author.type(editor.getByRole("textbox", { name: "Name", exact: true }), "Send an order");
  await author.click(editor.getByRole("tab", { name: "Check and publish" }));
  await author.type(editor.getByLabel("Personal token"), token);
  await author.press(editor, "Enter");
  await author.click(button(editor, "Publish to production"));
  await expect(editor.getByText(/Version 1 is in production/)).toBeVisible();
  const published = performance.now();

  const { url, writeKey } = stage.server;
  await tester.connect({ url, writeKey }, { site: stage.host.url });
  const theirs = await tester.context.newPage();
  await theirs.goto(`${stage.host.url}/workflow/index.html`);
  const library = await tester.sidePanel(theirs);
  const reader = createActs();
  await reader.click(library.getByRole("button", { name: "Send an order" }));
  await reader.click(button(library.locator("body"), "Show me: Click “Save order”"));
  await expect(theirs.getByRole("dialog", { name: "Click “Save order”" })).toBeVisible();

  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
  console.log(
    `the author: ${author.told.length} acts (${author.told.join(", ")}), published after ${((published - begun) / 1000).toFixed(1)} s; ` +
      `the reader: ${reader.told.length} acts; followed after ${seconds(begun)} s`,
  );
  expect(author.told.length).toBeLessThanOrEqual(12);
  await Promise.all([app, theirs, editor].map((page) => page.close()));
});

test("R61, R63, R78, R82: an administrator asks for reviews, makes a key of staging, lets somebody in and out and replaces the key that signs, in the console", async () => {
  await stage.waymark.send("console.token", { token: stage.server.adminToken });
  const page = await stage.waymark.openPage("console.html#settings");
  const required = page.getByRole("radio", { name: "Review required" });
  // It is chosen once the server has it.
  await required.click();
  await expect(required).toBeChecked();
  await expect(page.getByText(/Who wrote a draft last does not approve it/)).toBeVisible();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Testers");
  await button(page, "Make a key").click();
  const key = (await page.locator(".secret").textContent()) ?? "";
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  await page.getByRole("radio", { name: "Access" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Carl");
  await page.getByRole("radio", { name: "Viewer" }).click();
  await button(page, "Make a token").click();
  const token = (await page.locator(".secret").textContent()) ?? "";
  await tester.send("console.token", { token });
  const theirs = await tester.openPage("console.html#settings");
  await theirs.getByRole("radio", { name: "Access" }).click();
  await expect(theirs.getByText("Only administrators can change this.")).toBeVisible();
  await page.getByRole("button", { name: "Revoke the token of Carl" }).click();
  await confirm(page, "Revoke");
  await expect(page.getByText("Carl")).toHaveCount(0);
  await theirs.reload();
  await expect(theirs.getByText("The server no longer accepts this token").first()).toBeVisible();
  await theirs.close();

  // Browsers that are connected follow: the next test sees what is published afterwards in one of them.
  await page.getByRole("radio", { name: "Security and data" }).click();
  await button(page, "Replace the key").click();
  await confirm(page, "Replace the key");
  await expect(page.getByText("Replaced", { exact: true })).toBeVisible();
  await page.getByRole("radio", { name: "Audit log" }).click();
  await expect(page.getByText("Key that signs: replaced")).toBeVisible();
  await page.close();

  await tester.connect({ url: stage.server.url, writeKey: key }, { site: stage.host.url });
  const options = await tester.openPage("options.html");
  await expect(options.getByText("Connected to staging")).toBeVisible();
  await options.close();
});

test("R61 to R64: reviewed, tried out in staging, promoted, and rolled back; the history tells it all", async () => {
  await signIn(stage.waymark, "Ann");
  await signIn(tester, "Bob");
  const ann = await openEditor(stage.waymark, "Steps");
  await ann.getByLabel("Title", { exact: true }).fill("New words");
  await ann.getByRole("tab", { name: "Check and publish" }).click();
  await button(ann, "Ask for review").click();
  await expect(ann.getByText("In review")).toBeVisible();
  await expect(button(ann, "Publish to production")).toBeDisabled();

  const bob = await openEditor(tester, "Check and publish");
  await button(bob, "Publish to staging").click();
  await expect(bob.getByText(/Version 2 is in staging/)).toBeVisible();
  expect(await seen(tester)).toBe("New words");
  expect(await seen(stage.waymark)).toBe("Old words");
  await button(bob, "Approve").click();
  await expect(bob.getByText("Approved", { exact: true })).toBeVisible();

  await ann.getByRole("tab", { name: "Versions" }).click();
  const version = (number: number) =>
    ann
      .getByRole("listitem")
      .filter({ hasText: `Version ${number}` })
      .first();
  await button(version(2), "Compare with draft").click();
  await button(ann, "Put version 2 into production").click();
  await confirm(ann, "Put version 2 into production");
  await expect(ann.getByText(/Version 2 is in production/)).toBeVisible();
  expect(await seen(stage.waymark)).toBe("New words");

  await button(version(1), "Compare with draft").click();
  await expect(ann.getByText("changed: title")).toBeVisible();
  await button(ann, "Roll back to version 1").click();
  await confirm(ann, "Roll back to version 1");
  await expect(ann.getByText(/Version 1 is in production/)).toBeVisible();
  expect(await seen(stage.waymark)).toBe("Old words");
  expect(await seen(tester)).toBe("New words");

  const history = ann.getByRole("region", { name: "History" }).getByRole("listitem");
  const told = [
    [/Production rolled back to version 1/, /Ann/],
    [/Version 2 published to production/, /Ann/],
    [/Approved/, /Bob/],
    [/Version 2 published to staging/, /Bob/],
    [/Review asked for/, /Ann/],
    [/Saved/, /Ann/],
  ] as const;
  for (const [at, [what, who]] of told.entries()) {
    await expect(history.nth(at)).toContainText(what);
    await expect(history.nth(at)).toContainText(who);
  }
});
