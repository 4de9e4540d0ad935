import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { createRandom } from "../bench/ratio.ts";
import { batchesOf, simulate, usesOf } from "../support/aha-people.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";
import { clicked } from "./stage.ts";

const NAME = "cause: at least 2 times in the first 7 days";

let server: WaymarkServer;
let waymark: Waymark;

test.beforeAll(async () => {
  [server, waymark] = await Promise.all([startServer(), launchWaymark()]);
  for (const id of ["cause", "echo"]) await server.publish("features", clicked(id, `#${id}`));
  await server.api("PUT", "/v1/settings/sync", { events: "features" });
  const uses = usesOf(simulate({ people: 120, others: 2, effect: 0.7 }, createRandom(3)));
  for (const batch of batchesOf(uses, Date.now())) {
    expect((await server.ingest("/v1/batch", { batch })).status).toBe(200);
  }
  await waymark.connect(server, { site: "http://127.0.0.1/" });
  await waymark.send("console.token", { token: server.adminToken });
});
test.afterAll(async () => {
  await waymark.close();
  await server.dispose();
});

async function kept(kind: string) {
  const { items } = await server.api<{ items: Record<string, unknown>[] }>("GET", `/v1/${kind}`);
  return items.map(({ id, published, archived }) => ({ id, published, archived }));
}

test("R37: what goes with staying is seen, becomes an activation signal with one press, and is undone", async () => {
  const page = await waymark.openPage("console.html#aha");
  await expect(page.getByRole("heading", { name: NAME })).toBeVisible();
  await expect(page.getByText("Goes together, not proven")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Odds of staying/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: /^Make it the activation: cause/ }).click();
  await expect(page.getByText("The signal is published")).toBeVisible();
  const id = "aha-cause-2x-7d";
  expect(await kept("signals")).toEqual([{ id, published: 1, archived: false }]);
  expect(await kept("experiments")).toEqual([{ id, published: null, archived: false }]);
  expect(await kept("guides")).toEqual([{ id, published: null, archived: false }]);

  await page.getByRole("button", { name: "Undo: archive" }).click();
  await expect(page.getByText("experiment and guide are archived")).toBeVisible();
  expect(await kept("signals")).toEqual([{ id, published: null, archived: true }]);
});
