import { expect, test } from "@playwright/test";
import { startFixtureHost } from "../hosts/fixture-host.ts";
import { until } from "../support/until.ts";
import { agentReady } from "./agent-ready.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";

let stage: FixtureStage;
test.beforeAll(async () => {
  stage = await setFixtureStage([
    clicked("save", "#save"),
    { id: "exported", name: "Exported", rules: [{ on: "custom", event: "report.exported" }] },
  ]);
});
test.afterAll(() => stage.end());

test("E10: on an origin that is not connected nothing is captured", async () => {
  // Patterns know no ports, so the agent is injected here, too.
  const other = await startFixtureHost();
  try {
    const page = await stage.waymark.context.newPage();
    await page.goto(other.url);
    await agentReady(page);
    await page.click("#save");
    await page.evaluate(() => {
      const detail = JSON.stringify({ user: "mallory" });
      document.dispatchEvent(new CustomEvent("waymark:identify", { detail }));
    });
    await page.click("#archive");
    const connected = await stage.visit("/");
    await connected.click("#save");
    await until(
      "the connected site's event",
      () => stage.waymark.send("status.get", {}),
      ({ events }) => events > 0,
    );
    expect((await stage.waymark.send("status.get", {})).events).toBe(1);
  } finally {
    await other.stop();
  }
});

test("E6: a host that dispatches without end is cut short", async () => {
  const page = await stage.visit("/");
  await page.evaluate(() => {
    const detail = JSON.stringify({ event: "report.exported" });
    for (let n = 0; n < 500; n++) {
      document.dispatchEvent(new CustomEvent("waymark:track", { detail }));
    }
  });
  await page.click("#save");
  const uses = await until(
    "the burst's events on the server",
    () => stage.server.uses("exported"),
    (count) => count >= 100,
  );
  // A hundred at once, and ten for each second that dispatching took.
  expect(uses).toBeLessThan(200);
});

test("E9: what the host says while its page is still being read counts, too", async () => {
  const before = await stage.server.uses("exported");
  const page = await stage.waymark.context.newPage();
  const said = `new CustomEvent("waymark:track", { detail: '{"event":"report.exported"}' })`;
  const body = `<!doctype html><script>document.dispatchEvent(${said})</script><p>Early</p>`;
  await page.route(`${stage.host.url}/early`, (route) =>
    route.fulfill({ contentType: "text/html", body }),
  );
  await page.goto(`${stage.host.url}/early`);
  await until(
    "the early use on the server",
    () => stage.server.uses("exported"),
    (count) => count === before + 1,
  );
});

test("E3: events of one document are numbered without gaps and keep their identity", async () => {
  const page = await stage.visit("/");
  for (let n = 0; n < 3; n++) await page.click("#save");
  const options = await stage.waymark.openPage("options.html");
  const events = await until(
    "three events of this document",
    () => options.evaluate(readLastDocument),
    ({ length }) => length === 3,
  );
  expect(events.map(({ seq }) => seq)).toEqual([0, 1, 2]);
  expect(new Set(events.map(({ id }) => id)).size).toBe(3);
});

/** The events of the document that captured last. */
async function readLastDocument(): Promise<{ id: string; boot: string; seq: number }[]> {
  const ask = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await ask(indexedDB.open("waymark"));
  const chunks = await ask(database.transaction("chunks").objectStore("chunks").getAll());
  database.close();
  const events = chunks.flatMap((chunk) => chunk.events);
  const boot = events.at(-1)?.boot;
  return events.filter((event) => event.boot === boot);
}
