import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { Guide } from "../../lib/model/guide.ts";
import type { GuidePauses, GuideTargets } from "../../lib/model/query.ts";
import { until } from "../support/until.ts";
import { anchorTo, guide, step } from "./page/support/guides.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

const SAVE = { tag: "button", role: "button", name: "Save report", id: "save" };
const SAVING: Guide = guide([step("saving", { anchor: anchorTo(SAVE) })], {
  id: "saving",
  kind: "tooltip",
  name: { en: "Guide saving" },
  budget: "ambient",
  trigger: { start: "auto", when: { type: "page", url: { path: "/" } } },
});

let stage: FixtureStage;
test.beforeEach(async () => {
  stage = await setFixtureStage([], { guides: [SAVING], sidePanel: true });
  await stage.waymark.send("console.token", { token: stage.server.adminToken });
});
test.afterEach(() => stage.end());

const card = (page: Page) => page.getByRole("dialog", { name: "Title of saving" });

/** The app's next release: what was "Save report" is called something else. */
async function renameButton(): Promise<void> {
  await stage.waymark.context.route(`${stage.host.url}/`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(">Save report<", ">Keep<");
    await route.fulfill({ response, body });
  });
}

/** Other people's devices, each of which does not find the element. */
async function othersMiss(people: number): Promise<void> {
  const where = { host: new URL(stage.host.url).host, path: "/" };
  const target = { outcome: "absent", score: 0.2, lang: "en" };
  const batch = Array.from({ length: people }, (_, i) => ({
    messageId: randomUUID(),
    type: "track",
    event: "Guide Target Missing",
    userId: `user-${i}`,
    timestamp: new Date().toISOString(),
    properties: { guide: "saving", version: 1, step: "saving", target },
    context: { waymark: where },
  }));
  const answer = await stage.server.ingest("/v1/batch", { batch });
  expect(answer.status).toBe(200);
}

async function sightings() {
  const answer = await stage.server.api<GuideTargets>("GET", "/v1/query/guides/saving/targets");
  return answer.steps[0];
}

/** The browser's number of a tab; only the extension knows it. */
async function tabOf(page: Page): Promise<number> {
  const worker = await stage.waymark.worker();
  const url = page.url();
  return worker.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
    return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
  }, url);
}

test("R32: a guide whose target vanished for many people starts for nobody, says so, and is resumed", async () => {
  const first = await stage.visit("/");
  await expect(card(first)).toBeVisible();
  await card(first).getByRole("button", { name: "Got it" }).click();
  await stage.waymark.send("sync.now", {});
  await until("the sighting", sightings, (seen) => seen?.found === 1);
  expect((await sightings())?.places).toMatchObject([{ lang: "en", found: 1 }]);
  await first.close();

  await othersMiss(25);
  await until(
    "the pause",
    () => stage.server.api<GuidePauses>("GET", "/v1/query/pauses"),
    ({ pauses }) => pauses.length === 1,
  );
  await stage.waymark.send("sync.now", {});
  await stage.waymark.send("identity.set", { user: "bob" });
  const second = await stage.visit("/");
  const tab = await tabOf(second);
  const [why] = await stage.waymark.send("guides.explain", { tab });
  expect(why).toMatchObject({
    guide: "saving",
    verdict: "stopped",
    stoppedBy: { check: "paused" },
  });
  await expect(card(second)).toHaveCount(0);

  const console = await stage.waymark.openPage("console.html#guides");
  await expect(console.getByText(/“Guide saving” is paused: .* 25 of 26 people/)).toBeVisible();
  await console.getByRole("button", { name: "Check targets of “Guide saving”" }).click();
  await expect(console.getByRole("img", { name: /Guide saving: how often/ })).toBeVisible();
  expect((await new AxeBuilder({ page: console }).analyze()).violations).toEqual([]);
  await console.getByRole("button", { name: "Resume “Guide saving”" }).click();
  await expect(console.getByText("The guide starts by itself again")).toBeVisible();
  await expect(console.getByText(/is paused/)).toHaveCount(0);
  await stage.waymark.send("sync.now", {});
  await second.bringToFront();
  await expect(card(second)).toBeVisible();
});

test("A16: an author sees on the page what is missing, uses the element there, and publishes", async () => {
  await renameButton();
  const page = await stage.visit("/");
  const panel = await stage.waymark.sidePanel(page);
  const region = panel.getByRole("region", { name: "Check targets" });
  await region.getByLabel("Guide").selectOption("saving");
  await region.getByRole("button", { name: "Check this page" }).click();
  await expect(region.getByText("Not found")).toBeVisible();
  await expect(region.getByText("button “Keep”")).toBeVisible();

  // Without the page that axe would open for its result: the panel would turn to that.
  const axe = new AxeBuilder({ page: panel }).setLegacyMode(true);
  expect((await axe.analyze()).violations).toEqual([]);

  const before = await page.locator("body").evaluate((body) => body.outerHTML);
  await region.getByRole("button", { name: "Show what “Title of saving” means here" }).click();
  const outline = () =>
    page.locator("#save").evaluate((save) => getComputedStyle(save).outlineStyle);
  await until("the mark", outline, (style) => style === "solid");
  expect(await page.locator("body").evaluate((body) => body.outerHTML)).toBe(before);
  await region.getByRole("button", { name: "Hide what “Title of saving” means here" }).click();
  await until("no mark", outline, (style) => style === "none");

  await region.getByRole("button", { name: "Use this element for “Title of saving”" }).click();
  await expect(region.getByText("Added to the draft")).toBeVisible();
  await region.getByRole("button", { name: "Publish draft" }).click();
  await expect(region.getByText(/^Published\./)).toBeVisible();
  await region.getByRole("button", { name: "Check again" }).click();
  await expect(region.getByText("Found", { exact: true })).toBeVisible();

  const { body } = await stage.server.api<{ body: Guide }>("GET", "/v1/guides/saving/versions/2");
  expect(body.steps[0]?.anchor?.samples).toMatchObject([
    { fingerprint: { name: "Save report" } },
    { lang: "en", confirmedAt: expect.any(Number), fingerprint: { name: "Keep", id: "save" } },
  ]);
  await stage.waymark.send("sync.now", {});
  await page.reload();
  await expect(card(page)).toBeVisible();
});
