import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { PlaybookRuns } from "../../lib/model/playbook-report.ts";
import type { FeatureAdoption } from "../../lib/model/query.ts";
import { createMovedClock, type MovedClock } from "../support/moved-clock.ts";
import { until } from "../support/until.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";

const DAY = 86_400_000;
/** The last day on which Ada works. */
const LAST = 34;

test.describe.configure({ mode: "serial" });

let clock: MovedClock;
let stage: FixtureStage;
let host: Page;
let sheet: Page;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  clock = await createMovedClock();
  const features = [clicked("reports", "#save"), clicked("exports", "#archive")];
  stage = await setFixtureStage(features, { server: clock.server });
  host = await stage.visit("/");
  await clock.follow(stage.waymark, host);
  await stage.waymark.send("console.token", { token: stage.server.adminToken });
  sheet = await stage.waymark.openPage("console.html#playbooks");
});
test.afterAll(async () => {
  await stage.end();
  await clock.end();
});

test("J3, J4: as long as somebody works, whatever was done before, nothing fires", async () => {
  // A request that is under way while the clock is moved would look days late, and its events be moved with it.
  await stage.server.stop();
  for (let day = 0; day <= LAST; day++) {
    await clock.move(day * DAY);
    await host.bringToFront();
    await host.locator("#save").click();
    await host.locator("#archive").click();
  }
  await stage.server.restart();
  await everythingSent();
  await othersWork(0, LAST);
  for (const id of ["acme", "globex"]) {
    await stage.server.api("PUT", `/v1/accounts/${id}`, { name: `${id} Inc.` });
  }
  await sheet.reload();
  await letRun("Usage drops");
  await letRun("A feature is not used any more");
  expect(await firedBy(LAST)).toEqual([]);
});

test("J3, J4, J11, J13: who stops becomes an alert and a task on the seventh day, once", async () => {
  for (let day = LAST + 1; day < LAST + 7; day++) {
    await othersWork(day, day);
    expect([day, await firedBy(day)]).toEqual([day, []]);
  }
  await expect(sheet.getByText("No alerts")).toBeVisible();

  await othersWork(LAST + 7, LAST + 7);
  const fires = ["inactive-exports acme", "usage-drop acme"];
  expect(await firedBy(LAST + 7)).toEqual(fires);
  await expect(sheet.getByText("1 alert to see to")).toBeVisible();
  await expect(sheet.getByText("acme Inc. is used far less")).toBeVisible();
  expect(await firedBy(LAST + 7)).toEqual(fires);
  await othersWork(LAST + 8, LAST + 9);
  expect(await firedBy(LAST + 9)).toEqual(fires);
});

test("J11, J13: what fired is on the playbook's page, among the tasks, and seen to", async () => {
  await sheet.getByRole("link", { name: "Not used for 7 days: exports" }).click();
  const runs = sheet.getByRole("region", { name: "What it did" });
  await expect(runs.getByRole("listitem")).toHaveCount(1);
  await expect(runs.getByRole("listitem")).toContainText("task made");
  await expect(runs.getByRole("link", { name: "acme Inc." })).toBeVisible();
  await sheet.getByRole("button", { name: "Change", exact: true }).click();
  await sheet.getByRole("textbox", { name: "Title" }).waitFor();
  await expectNoViolations();

  await sheet.getByRole("link", { name: "Tasks", exact: true }).click();
  await sheet.getByRole("radio", { name: "All open" }).click();
  const task = sheet.getByRole("listitem").filter({ hasText: "why they stopped using exports" });
  await expect(task).toHaveCount(1);
  await expect(task).toContainText("acme Inc.");
  await sheet.getByRole("link", { name: /^Playbooks/ }).click();

  await sheet.getByRole("button", { name: "Seen to: acme Inc. is used far less" }).click();
  await expect(sheet.getByText("No alerts")).toBeVisible();
  await expectNoViolations();
});

async function expectNoViolations(): Promise<void> {
  const axe = await new AxeBuilder({ page: sheet }).setLegacyMode(true).analyze();
  expect(axe.violations).toEqual([]);
}

/** Puts a ready playbook in and lets it run, as an administrator does. */
async function letRun(name: string): Promise<void> {
  await sheet.bringToFront();
  await sheet.getByRole("button", { name: `Put in: ${name}` }).click();
  await sheet.getByRole("button", { name: "Let it run" }).click();
  await sheet.getByRole("button", { name: "Pause", exact: true }).waitFor();
  await sheet.getByRole("button", { name: "All playbooks" }).click();
}

/** Moves to a day and has all accounts looked at, as somebody in the console does; everything that has fired by then. */
async function firedBy(day: number): Promise<string[]> {
  await clock.move(day * DAY);
  await sheet.bringToFront();
  const looked = sheet.waitForResponse((response) => response.url().endsWith("/playbooks/check"));
  const look = sheet.getByRole("button", { name: "Look now" });
  await look.click();
  expect((await looked).ok()).toBe(true);
  await expect(look).toHaveAttribute("aria-busy", "false");
  const { items } = await stage.server.api<PlaybookRuns>("GET", "/v1/playbook-runs");
  return items.map(({ playbook, account }) => `${playbook} ${account}`).sort();
}

async function everythingSent(): Promise<void> {
  await until(
    "everything to be sent",
    () => stage.waymark.send("sync.now", {}),
    ({ outbox }) => outbox.waiting === 0,
  );
  await until(
    "the uses on the server",
    () => stage.server.api<FeatureAdoption>("GET", "/v1/query/features?days=90"),
    ({ features }) => features.every(({ events }) => events === LAST + 1),
  );
}

/** Another account that goes on working, as its own app says. */
async function othersWork(from: number, to: number): Promise<void> {
  const batch = Array.from({ length: to - from + 1 }, (_, n) => from + n).flatMap((day) =>
    ["reports", "exports"].map((feature) => ({
      type: "track",
      event: "Feature Used",
      messageId: `globex-${feature}-${day}`,
      timestamp: new Date(Date.now() + day * DAY).toISOString(),
      userId: "bob",
      context: { groupId: "globex" },
      properties: { feature },
    })),
  );
  await clock.move(to * DAY);
  const answer = await stage.server.ingest("/v1/batch", { batch });
  expect(answer.status).toBe(200);
}
