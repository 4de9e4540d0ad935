import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";

const DAY_MS = 86_400_000;
const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);

/** As a CRM writes it: one row has a date that is none. */
const ACCOUNTS = [
  "Account ID;Company;Plan;MRR;Renewal date;CSM;Stage;Stage since;Last contact",
  `north;North Ltd;Team;1.250,00 €;${day(-90)};Ann Lee;Onboarding;${day(10)};${day(3)}`,
  `south;South Ltd;Team;900 €;${day(-30)};Ann Lee;Onboarding;${day(80)};${day(25)}`,
  `east;East Ltd;Pro;2400 €;32.01.2027;Ben Roy;Adoption;${day(20)};${day(5)}`,
].join("\n");
const PEOPLE = "User ID;Full name;Email;Account ID\nbea;Bea Roth;bea@north.example;north\n";

let server: WaymarkServer;
let waymark: Waymark;

test.beforeAll(async () => {
  [server, waymark] = await Promise.all([startServer(), launchWaymark()]);
  await waymark.connect(server, { site: "http://127.0.0.1/" });
});
test.afterAll(async () => {
  await waymark.close();
  await server.dispose();
});

const file = (name: string, text: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});
const violations = async (page: Page, within = "body") =>
  (await new AxeBuilder({ page }).include(within).analyze()).violations;

test("K14, K17, H9: a newcomer signs in, imports customers and people, and sees the first health scores", async () => {
  const page = await waymark.openPage("console.html#import");
  await page.getByLabel("Personal token").fill(server.adminToken);
  await page.keyboard.press("Enter");
  const chooser = page.getByLabel("Choose a CSV file, or drop it here");
  await expect(page.getByText("No file was imported yet")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await chooser.setInputFiles(file("customers.csv", ACCOUNTS));
  await expect(page.getByLabel("Column Company is")).toHaveValue("name");
  await expect(page.getByText('"32.01.2027" is no day')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Column Renewal date is").selectOption("left out");
  await expect(page.getByText('"32.01.2027" is no day')).toBeHidden();
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await expect(page.getByRole("heading", { name: "Imported: customers.csv" })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: "Import people next" }).click();
  await chooser.setInputFiles(file("people.csv", PEOPLE));
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByRole("heading", { name: "Imported: people.csv" })).toBeVisible();

  await expect(page.getByText("Health is worked out.")).toBeVisible();
  await page.getByRole("link", { name: "See health" }).click();
  // Of the first: 100 in its stage and its contacts; of the second 22 and 22; of the third too little is known.
  const mean = page.locator(".stat", { hasText: "mean health score" });
  await expect(mean).toContainText("61");
  await page.goto(page.url().replace("#health", "#accounts/north?view=people"));
  await expect(page.getByRole("rowheader", { name: "Bea Roth" })).toBeVisible();
  await page.goto(page.url().replace(/#.*/, "#checklists"));
  await page.getByRole("button", { name: "Quarterly review (QBR)" }).click();
  await expect(page.getByLabel("Step 5")).toHaveValue("Send minutes and next steps");
  expect(await violations(page)).toEqual([]);
});

test("K11, K12, K20: a CSM without a mouse finds who needs a person, does the task, logs the call and comes back", async () => {
  await server.api("PUT", "/v1/accounts/late", { name: "Late Ltd", owner: "Ann Lee" });
  await server.api("PUT", "/v1/tasks/call", { account: "late", title: "Call them", due: day(2) });
  await waymark.send("console.token", { token: server.adminToken });
  const page = await waymark.openPage("console.html");
  const needing = page.getByRole("link", { name: "Late Ltd" });
  await expect(page.getByText("1 overdue task")).toBeVisible();
  await expect(page).toHaveURL(/#accounts$/);
  expect(await violations(page)).toEqual([]);

  await needing.press("Enter");
  await expect(page.getByRole("heading", { name: "Late Ltd" })).toBeVisible();
  await page.getByRole("button", { name: "Done: Call them" }).press("Enter");
  await expect(page.getByText("Nothing is open.")).toBeVisible();
  // The row went with its button; who has no mouse goes on from where it was.
  await expect(page.locator(":focus")).toContainText("Nothing is open.");
  // What was done is asked for anew before anything else can be.
  const log = page.getByRole("button", { name: "Log it" });
  await expect(log).toHaveAttribute("aria-busy", "false");
  await log.press("Enter");
  await expect(page.locator(".glance").getByText("today", { exact: true })).toBeVisible();
  for (const part of ["Work", "Health and risk", "People", "Use", "History", "Values"]) {
    const choice = page.getByRole("radio", { name: part, exact: true });
    if (part !== "Work") await page.keyboard.press("ArrowRight");
    else await choice.focus();
    await expect(choice).toBeChecked();
    await expect(page.locator(".skeleton")).toHaveCount(0);
    expect(await violations(page, "main"), part).toEqual([]);
  }

  const field = page.getByRole("combobox", { name: "Correct" });
  await field.press("ArrowDown");
  await expect(field).toHaveValue("plan");
  await expect(field).toBeFocused();

  await page.goBack();
  await expect(page.getByRole("heading", { name: "Who needs a person now" })).toBeVisible();
  await expect(needing).toHaveCount(0);
  for (const view of ["All accounts", "Journey"]) {
    await page.getByRole("radio", { name: view }).press("Space");
    await expect(page.getByRole("figure").first()).toBeVisible();
    expect(await violations(page, "main"), view).toEqual([]);
  }

  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole("button", { name: "Accounts", exact: true }).press("Enter");
  await page.getByRole("link", { name: "Tasks", exact: true }).press("Enter");
  await expect(page).toHaveURL(/#tasks$/);
  await page.getByRole("radio", { name: "Done" }).press("Space");
  await expect(page.getByText("Call them")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
