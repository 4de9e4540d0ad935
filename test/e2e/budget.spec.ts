import { expect, type Page, test } from "@playwright/test";
import type { GuideExplanation } from "../../lib/message/protocol.ts";
import { until } from "../support/until.ts";
import { agentReady } from "./agent-ready.ts";
import { letPass, readEvents } from "./budget/device.ts";
import { GUIDES } from "./budget/guides.ts";
import { broken, expected } from "./budget/oracle.ts";
import { createUser } from "./budget/user.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";

const ACTIONS = 50;
const SEED = Number(process.env.WAYMARK_SEED ?? 20261122);
const LIFT = {
  id: "lift",
  name: "Lift",
  seed: "s",
  unit: "user",
  coverage: 1,
  holdout: 1,
} as const;

let stage: FixtureStage;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  stage = await setFixtureStage([clicked("save", "#save")]);
  await stage.server.publish("experiments", LIFT);
  for (const guide of GUIDES) await stage.server.publish("guides", guide);
  await stage.waymark.send("sites.add", { origin: otherHost() });
});
test.afterAll(() => stage.end());

const otherHost = () => stage.host.url.replace("127.0.0.1", "localhost");

test("D9 to D32: two tabs, ten guides that are due, a random user: the budget holds, and why not is right for each", async () => {
  test.setTimeout(420_000);
  const extension = await stage.waymark.openPage("options.html");
  await stage.waymark.send("sync.now", {});
  const tabs: Page[] = [];
  for (const host of [stage.host.url, otherHost()]) {
    const page = await stage.waymark.context.newPage();
    await page.goto(host);
    await agentReady(page);
    tabs.push(page);
  }
  const user = createUser(SEED, tabs, (ms) => letPass(extension, ms));
  const seen = new Set<string>();
  for (let n = 0; n < ACTIONS; n++) {
    const did = n === 0 ? "came" : await user.act();
    for (const page of tabs) {
      const { said, wanted } = await until(
        `why not, after ${n}: ${did}, seed ${SEED}`,
        () => compare(extension, page),
        (told) => JSON.stringify(told.said) === JSON.stringify(told.wanted),
        25_000,
      );
      expect(Object.keys(said).toSorted()).toEqual(GUIDES.map(({ id }) => id).toSorted());
      expect(said).toEqual(wanted);
      for (const reason of Object.values(said)) seen.add(reason);
    }
    expect(broken(await readEvents(extension)), `after ${n}: ${did}, seed ${SEED}`).toEqual([]);
  }
  // A user to whom nothing happened would prove nothing.
  expect([...seen]).toEqual(expect.arrayContaining(["running", "running-other", "frequency"]));
  const caps = ["spacing", "cool-down", "session", "day", "week"];
  expect(caps.filter((cap) => seen.has(cap))).not.toEqual([]);
  expect(user.did.size).toBeGreaterThan(5);
});

/** What is said of each guide in a tab, and what the oracle says at the same moment. */
async function compare(extension: Page, page: Page) {
  const told: GuideExplanation[] = await extension.evaluate(
    async (origin) => {
      const [tab] = await chrome.tabs.query({ url: `${origin}/*` });
      const message = { name: "guides.explain", input: { tab: tab?.id } };
      return (await chrome.runtime.sendMessage(message)).value;
    },
    new URL(page.url()).origin.replace(/:\d+$/, ""),
  );
  const events = await readEvents(extension);
  const there = await page.evaluate(() => ({
    path: location.pathname,
    host: location.host,
    since: performance.timeOrigin,
    saveButton: document.querySelector("#save") !== null,
  }));
  const busy = told.flatMap(({ trace }) => trace).find(({ check }) => check === "busy");
  const doing = (busy?.values.doing ?? null) as never;
  const said = told.map((one) => [one.guide, reasonOf(one)] as const);
  const wanted = told.map(
    ({ guide, at }) =>
      [guide, expected(guide, { ...there, now: at, events, busy: doing })] as const,
  );
  return { said: Object.fromEntries(said), wanted: Object.fromEntries(wanted) };
}

function reasonOf({ verdict, stoppedBy }: GuideExplanation): string {
  if (verdict !== "stopped") return verdict;
  return stoppedBy?.check === "running" ? "running-other" : (stoppedBy?.check ?? "nothing");
}
