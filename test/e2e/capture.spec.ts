import { expect, test } from "@playwright/test";
import type { Feature } from "../../lib/model/feature.ts";
import { dumpStorage } from "../support/dump-storage.ts";
import { until } from "../support/until.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";

const FEATURES: Feature[] = [
  clicked("save", "#save"),
  clicked("shadowed", "fixture-card .shadowed"),
  clicked("inside-shadow", ".shadowed"),
  clicked("invite-button", "#invite button"),
  { id: "invite", name: "Invite", rules: [{ on: "submit", selector: "#invite" }] },
  { id: "role", name: "Role", rules: [{ on: "input", selector: "select[name=role]" }] },
  { id: "email", name: "E-mail", rules: [{ on: "input", selector: "input[type=email]" }] },
  { id: "move", name: "Move", rules: [{ on: "drag", selector: "#source", to: "#target" }] },
  { id: "send-form", name: "Send", rules: [{ on: "submit", selector: "#clobbered" }] },
  { id: "reports", name: "Reports", rules: [{ on: "view", page: { path: "/app/reports" } }] },
  { id: "exported", name: "Exported", rules: [{ on: "custom", event: "report.exported" }] },
];

let stage: FixtureStage;
test.beforeAll(async () => {
  stage = await setFixtureStage(FEATURES);
});
test.afterAll(() => stage.end());

/** Uses by feature since the last call, once `marker` has been seen: what was captured before it has arrived, too. */
async function usesUntil(marker: string, before: Record<string, number>) {
  await until(
    `${marker} on the server`,
    () => stage.server.uses(marker),
    (uses) => uses > (before[marker] ?? 0),
  );
  const now = await allUses();
  return Object.fromEntries(
    Object.entries(now)
      .map(([feature, uses]) => [feature, uses - (before[feature] ?? 0)] as const)
      .filter(([, uses]) => uses > 0),
  );
}

async function allUses(): Promise<Record<string, number>> {
  const uses = await Promise.all(
    FEATURES.map(async ({ id }) => [id, await stage.server.uses(id)] as const),
  );
  return Object.fromEntries(uses);
}

test("E8: clicks, forms, fields, drags, shadow roots and routes each count once", async () => {
  const before = await allUses();
  const page = await stage.visit("/");
  await page.click("#save");
  await page.click("fixture-card .shadowed");
  await page.fill("input[type=email]", "canary-7f3a@example.test");
  await page.focus("select[name=role]");
  await page.keyboard.press("ArrowDown");
  await page.click("#invite button");
  await page.hover("#source");
  await page.mouse.down();
  await page.hover("#target");
  await page.mouse.up();
  await page.click("text=Settings");
  await page.click("text=Reports");
  await page.evaluate(() => {
    const detail = JSON.stringify({ event: "report.exported" });
    document.dispatchEvent(new CustomEvent("waymark:track", { detail }));
  });
  expect(await usesUntil("exported", before)).toEqual({
    save: 1,
    "inside-shadow": 1,
    email: 1,
    role: 1,
    "invite-button": 1,
    invite: 1,
    move: 1,
    reports: 1,
    exported: 1,
  });
});

test("E4: forged events count 0, also those that a forged click makes trusted", async () => {
  const before = await allUses();
  const page = await stage.visit("/hostile/index.html");
  const left = page.waitForURL("**/leave.html*");
  await page.evaluate(() => {
    (window as unknown as { forge(times: number): void }).forge(20);
    (document.querySelector("#send") as HTMLButtonElement).click();
  });
  await left;
  // By the page's own script: what a test evaluates counts as an action of the person.
  const plain = await stage.waymark.context.newPage();
  await plain.addInitScript(() => {
    addEventListener("load", () => {
      (document.querySelector("#invite") as HTMLFormElement).requestSubmit();
      (document.querySelector("#invite button") as HTMLElement).click();
    });
  });
  await plain.goto(stage.host.url);
  await plain.getByText("Invited", { exact: true }).waitFor();
  await plain.click("#save");
  expect(await usesUntil("save", before)).toEqual({ save: 1 });
});

test("E8: a form whose fields are named like DOM properties is still seen", async () => {
  const before = await allUses();
  const page = await stage.visit("/hostile/index.html");
  // Playwright itself stumbles over such a form, so it only points and clicks.
  const { x, y } = await page.evaluate(() => {
    const send = document.querySelector("#send") as Element;
    const box = send.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.mouse.click(x, y);
  await page.waitForURL("**/leave.html*");
  expect(await usesUntil("send-form", before)).toEqual({ "send-form": 1 });
});

test("E5: neither text nor values reach the device's storage or the server", async () => {
  const page = await stage.visit("/app/reports?token=canary-2b91#canary-2b91");
  await page.fill("input[type=email]", "canary-2b91@example.test");
  await page.click("#save");
  await stage.waymark.send("sync.now", {});
  const options = await stage.waymark.openPage("options.html");
  const kept = await options.evaluate(dumpStorage);
  expect(kept).toContain('"email"');
  expect(kept).not.toContain("canary");
  const people = await stage.server.api("GET", "/v1/query/signals?limit=100");
  expect(JSON.stringify(people)).not.toContain("canary");
});
