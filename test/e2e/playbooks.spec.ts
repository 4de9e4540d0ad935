import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { TaskList } from "../../lib/model/task.ts";
import { createMovedClock, type MovedClock } from "../support/moved-clock.ts";
import { until } from "../support/until.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";

const DAY = 86_400_000;
/** The last day on which Ada works. */
const LAST = 34;
/** Days of which the server reports uses. */
const REPORTED = 30;

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

test("J3, J4, J11, J13: who works for weeks and then stops becomes an alert and a task on the seventh day, once", async () => {
  for (let day = 0; day <= LAST; day++) {
    await clock.move(day * DAY);
    await host.bringToFront();
    await host.locator("#save").click();
    await host.locator("#archive").click();
  }
  await everythingSent();
  await othersWork(0, LAST);
  for (const id of ["acme", "globex"]) {
    await stage.server.api("PUT", `/v1/accounts/${id}`, { name: `${id} Inc.` });
  }
  await letRun("Usage drops");
  await letRun("A feature is not used any more");
  expect(await lookOn(LAST)).toContain("0 times");

  for (let day = LAST + 1; day < LAST + 7; day++) {
    await othersWork(day, day);
    expect([day, await lookOn(day)]).toEqual([day, expect.stringContaining("0 times")]);
  }
  await expect(sheet.getByText("No alerts")).toBeVisible();

  await othersWork(LAST + 7, LAST + 7);
  expect(await lookOn(LAST + 7)).toContain("2 times");
  await expect(sheet.getByText("1 alert to see to")).toBeVisible();
  await expect(sheet.getByText("acme Inc. is used far less")).toBeVisible();
  expect(await lookOn(LAST + 7)).toContain("0 times");
  await othersWork(LAST + 8, LAST + 9);
  expect(await lookOn(LAST + 9)).toContain("0 times");

  await sheet.getByRole("link", { name: "Not used for 7 days: exports" }).click();
  const runs = sheet.getByRole("region", { name: "What it did" });
  await expect(runs.getByRole("listitem")).toHaveCount(1);
  await expect(runs.getByRole("listitem")).toContainText("task made");
  await expect(runs.getByRole("link", { name: "acme Inc." })).toBeVisible();
  const { items } = await stage.server.api<TaskList>("GET", "/v1/tasks");
  expect(items.map(({ account, title }) => [account, title])).toEqual([
    ["acme", "Ask acme Inc. why they stopped using exports"],
  ]);

  await sheet.getByRole("button", { name: "All playbooks" }).click();
  await sheet.getByRole("button", { name: "Seen to: acme Inc. is used far less" }).click();
  await expect(sheet.getByText("No alerts")).toBeVisible();
  const axe = await new AxeBuilder({ page: sheet }).setLegacyMode(true).analyze();
  expect(axe.violations).toEqual([]);
});

/** Puts a ready playbook in and lets it run, as an administrator does. */
async function letRun(name: string): Promise<void> {
  await sheet.bringToFront();
  await sheet.getByRole("button", { name: `Put in: ${name}` }).click();
  await sheet.getByRole("button", { name: "Let it run" }).click();
  await sheet.getByRole("button", { name: "Pause", exact: true }).waitFor();
  await sheet.getByRole("button", { name: "All playbooks" }).click();
}

/** Moves to a day and looks at all accounts, as somebody in the console does; what the console says then. */
async function lookOn(day: number): Promise<string> {
  await clock.move(day * DAY);
  await sheet.bringToFront();
  const asked = sheet.waitForResponse((response) => response.url().endsWith("/v1/playbooks/check"));
  await sheet.getByRole("button", { name: "Look now" }).click();
  await (await asked).finished();
  const said = sheet.getByText(/^Looked at all accounts/);
  await expect(sheet.getByRole("button", { name: "Look now" })).toHaveAttribute("aria-busy", "false");
  return (await said.textContent()) ?? "";
}

async function everythingSent(): Promise<void> {
  await until(
    "everything to be sent",
    () => stage.waymark.send("sync.now", {}),
    ({ outbox }) => outbox.waiting === 0,
  );
  await until(
    "the uses on the server",
    () => stage.server.uses("exports"),
    (uses) => uses === REPORTED,
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
