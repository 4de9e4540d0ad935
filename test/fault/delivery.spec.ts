import { expect, test } from "@playwright/test";
import { clicked, type FixtureStage, setFixtureStage } from "../e2e/stage.ts";
import { launchWaymark } from "../support/launch.ts";
import { until } from "../support/until.ts";

/** How often it happens; `npm run test:fault` asks for more. */
const ROUNDS = Number(process.env.WAYMARK_ROUNDS ?? 6);
const GO = clicked("save-and-go", "#go");

let stage: FixtureStage;
test.beforeEach(async () => {
  stage = await setFixtureStage([GO]);
});
test.afterEach(() => stage.end());

async function expectUses(count: number): Promise<void> {
  await until(
    `${count} uses on the server`,
    () => stage.server.uses(GO.id),
    (uses) => uses >= count,
  );
  expect(await stage.server.uses(GO.id)).toBe(count);
}

test("E2: a click that navigates away while the worker sleeps is never lost", async () => {
  test.setTimeout(120_000);
  const page = await stage.visit("/");
  for (let round = 0; round < ROUNDS; round++) {
    await stage.waymark.stopWorker();
    await page.click("#go");
    await page.waitForURL("**/leave.html");
    await page.goto(`${stage.host.url}/`);
  }
  await stage.waymark.send("sync.now", {});
  await expectUses(ROUNDS);
});

test("E2: a click survives the browser being killed before it was sent", async () => {
  test.setTimeout(240_000);
  const { userDataDir } = stage.waymark;
  for (let round = 0; round < ROUNDS; round++) {
    const page = await stage.visit("/");
    await stage.waymark.context.route("**/v1/batch", (route) => route.abort());
    await stage.waymark.stopWorker();
    await page.click("#go");
    await page.waitForURL("**/leave.html");
    await stage.waymark.killBrowser();
    stage.waymark = await launchWaymark({ userDataDir });
  }
  await stage.waymark.send("sync.now", {});
  await expectUses(ROUNDS);
});

test("D: what the server took although its answer was lost counts once", async () => {
  const page = await stage.visit("/");
  await stage.waymark.send("sync.now", {});
  let lost = 0;
  await stage.waymark.context.route("**/v1/batch", async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort("connectionreset");
  });
  await page.click("#go");
  await page.waitForURL("**/leave.html");
  await until(
    "the server has the event",
    () => stage.server.uses(GO.id),
    (uses) => uses === 1,
  );
  expect(lost).toBeGreaterThan(0);
  const status = await stage.waymark.send("status.get", {});
  expect(status.outbox.waiting).toBeGreaterThan(0);

  await stage.waymark.context.unroute("**/v1/batch");
  const after = await stage.waymark.send("sync.now", {});
  expect(after.outbox).toMatchObject({ waiting: 0, dead: 0, error: null });
  await expectUses(1);
});
