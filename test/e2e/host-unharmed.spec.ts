import { expect, test } from "@playwright/test";
import type { Guide } from "../../lib/model/guide.ts";
import { until } from "../support/until.ts";
import { anchorTo, guide, step } from "./page/support/guides.ts";
import { example, exampleKinds } from "./page/support/kinds.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";
import { noticed, type Recording, recordPage } from "./unharmed/recording.ts";
import { work } from "./unharmed/user.ts";

/**
 * The same person does the same in the same page, with a guide open and without one, and the page is recorded from
 * within. Left out of the recordings is our one element: it, what is in it, and events at it.
 */

const AMBIENT = new Set<Guide["kind"]>(["hotspot", "hint"]);
/** An announcement and a how-to are read in the side panel until somebody asks for them. */
const KINDS = exampleKinds().filter((kind) => kind !== "announcement" && kind !== "how-to");
const at = (name: string) => ({ type: "page", url: { path: `/app/work/${name}` } }) as const;

/** What a checklist ticks off; used by nobody here. */
const TICK = clicked("tick", "#tick");
const UNTIL_TICKED = {
  on: "until",
  condition: { type: "used", feature: TICK.id },
} as const;

/** The examples, each due by itself on a path of its own, whatever was shown before. */
const EXAMPLES = KINDS.map((kind): Guide => {
  const { schedule: _, ...of } = example(kind);
  return {
    ...of,
    ...(kind === "checklist" && {
      steps: of.steps.map(({ actions: _, ...step }) => ({ ...step, advance: UNTIL_TICKED })),
    }),
    trigger: { start: "auto", frequency: "always", when: at(kind) },
    ...(!AMBIENT.has(kind) && { budget: "exempt" }),
  };
});
const report = anchorTo({ tag: "button", role: "button", name: "New report" });
const ASKED: Guide = { ...guide([step("one", { anchor: report }), step("two")]), id: "asked" };
const FAR: Guide = {
  ...guide([step("far", { anchor: anchorTo({ tag: "p", id: "end", text: "The end." }) })]),
  id: "far",
};

let stage: FixtureStage;
test.beforeAll(async () => {
  stage = await setFixtureStage([TICK], {
    guides: [...EXAMPLES, ASKED, FAR],
    viewport: { width: 1280, height: 900 },
  });
});
test.afterAll(() => stage.end());

/** What is noticed of a page in which nothing but `act` happens. */
async function withoutGuide(act: (recording: Recording) => Promise<void>) {
  const recording = await recordPage(stage, "none");
  await recording.settled();
  await act(recording);
  const result = await noticed(recording, "none");
  await recording.page.close();
  return result;
}

async function shown({ page, settled }: Recording): Promise<void> {
  await page.locator("waymark-overlay").waitFor({ state: "attached" });
  await settled();
  await settled();
}

async function started(recording: Recording, id: string): Promise<void> {
  const worker = await stage.waymark.worker();
  const tab = await worker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
    return tabs.find((one) => one.url === url)?.id ?? -1;
  }, recording.page.url());
  await stage.waymark.send("guide.start", { guide: id, tab });
  await shown(recording);
}

const doWork = (recording: Recording) => work(recording.page, recording.settled);

for (const { kind, id } of EXAMPLES.filter((one) => one.kind !== "modal")) {
  test(`T14: beside a ${kind} the host is, sees and hears what it does without one`, async () => {
    const bare = await withoutGuide(doWork);
    const recording = await recordPage(stage, kind);
    await shown(recording);
    await doWork(recording);
    expect(await noticed(recording, kind)).toEqual(bare);
    expect(await recording.page.locator("waymark-overlay").count()).toBe(1);
    await stage.waymark.send("guide.stop", { guide: id });
    await expect(recording.page.locator("waymark-overlay")).toHaveCount(0);
    await recording.page.close();
  });
}

test("T14, T28: a modal changes nothing of the page behind it but where the focus is, and gives that back", async () => {
  const recording = await recordPage(stage, "modal");
  const before = await withoutGuide(async () => undefined);
  await shown(recording);
  const focus = (line: string) => line.startsWith("focus:");
  const open = await noticed(recording, "modal");
  expect(open.state.filter(focus)).toEqual(['focus: "ours"']);
  expect(open.state.filter((line) => !focus(line))).toEqual(
    before.state.filter((line) => !focus(line)),
  );
  await recording.page.keyboard.press("Escape");
  await expect(recording.page.locator("waymark-overlay")).toHaveCount(0);
  // The key goes up when the card is gone.
  const keyUp = ["down", "up"].map((phase) => `event ${phase} keyup html > body Escape`);
  expect(await noticed(recording, "modal")).toEqual({ ...before, log: keyUp });
  await doWork(recording);
  await recording.page.close();
});

test("T14: a tour is gone through by mouse, and of the host nothing has changed", async () => {
  const before = await withoutGuide(async () => undefined);
  const recording = await recordPage(stage, "none");
  await started(recording, ASKED.id);
  for (const name of ["Next", "Done"]) {
    const button = await recording.page.getByRole("button", { name }).boundingBox();
    if (!button) throw new Error(`there is no button ${name}`);
    await recording.page.mouse.click(button.x + 5, button.y + 5);
    await recording.settled();
  }
  await expect(recording.page.locator("waymark-overlay")).toHaveCount(0);
  await recording.page.mouse.move(0, 0);
  const after = await noticed(recording, "none");
  expect(after.state).toEqual(before.state);
  expect(after.log.filter((line) => /^(mutation|error|rejection)/.test(line))).toEqual(
    before.log.filter((line) => /^(mutation|error|rejection)/.test(line)),
  );
  await recording.page.close();
});

test("T26: a guide that was asked for takes the focus, nothing else, and gives it back", async () => {
  const recording = await recordPage(stage, "none");
  await recording.page.focus("#search");
  await recording.settled();
  const before = await noticed(recording, "none");
  await started(recording, ASKED.id);
  const open = await noticed(recording, "none");
  expect(new Set(open.log.map(eventAt))).toEqual(new Set(["blur #search", "focusout #search"]));
  // The field looks as one without the focus does.
  const rest = (line: string) => !/^(focus:|#search )/.test(line);
  expect(open.state.filter(rest)).toEqual(before.state.filter(rest));
  await recording.page.keyboard.press("Escape");
  await expect(recording.page.locator("waymark-overlay")).toHaveCount(0);
  const after = await noticed(recording, "none");
  // The key goes up when the focus is back.
  const back = ["focus #search", "focusin #search", "keyup #search"];
  expect(new Set(after.log.map(eventAt))).toEqual(new Set(back));
  expect(after.state).toEqual(before.state);
  await recording.page.close();
});

test("T52: a step brings its element into view when it begins; the page is scrolled, and nothing else", async () => {
  const recording = await recordPage(stage, "none");
  await noticed(recording, "none");
  await started(recording, FAR.id);
  const seen = new Set<string>();
  await until(
    "the end of the scrolling",
    async () => (await noticed(recording, "none")).log.map(eventAt),
    (events) => {
      for (const event of events) seen.add(event);
      return seen.has("scrollend #document");
    },
  );
  expect(seen).toEqual(new Set(["scroll #document", "scrollend #document"]));
  expect(await recording.page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await stage.waymark.send("guide.stop", { guide: FAR.id });
  await recording.page.close();
});

/** Type and target of a line about an event, once for its way down and up. */
function eventAt(line: string): string {
  return line.split(" ").slice(2, 4).join(" ");
}
