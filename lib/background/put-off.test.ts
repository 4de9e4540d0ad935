import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { guided } from "../../test/support/captured.ts";
import { createMemoryPlatform } from "../../test/support/memory-platform.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { GuideEvent } from "../model/event.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { ingest } from "../store/ingest.ts";
import { setMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import { enterWorkspace } from "../store/workspace.ts";
import { createGuides } from "./guides.ts";

const SITE = "https://app.test";
const PLACE = { tab: 1, url: new URL(`${SITE}/`), document: "one" };
const HOUR = 3_600_000;

/** Two guides that want to start, of which the first was shown and ended in this way; why the second may not. */
async function afterwards(end: GuideEvent["action"]) {
  const { store } = await openDevice(uuidv7());
  const platform = createMemoryPlatform();
  platform.time = 4_000 * HOUR;
  platform.open.set(1, `${SITE}/`);
  const guides = createGuides(platform, store);
  await enterWorkspace(store, CONNECTION);
  await setMeta(store, "sites", [SITE]);
  const trigger = { start: "auto" as const, frequency: "until-completed" as const };
  const bodies = ["tour", "news"].map((id) => guide([step("a"), step("b")], { id, trigger }));
  const bundle = bundleOf({ guides: bodies.map((body) => ({ version: 1, body })) });
  await applyBundle(store, { bundle, etag: null }, { version: "1.0.0", now: platform.time });
  const happen = async (action: GuideEvent["action"]) => {
    const event = guided(action, platform.time, { step: "a" });
    await guides.ingested(await ingest(store, [event], { version: "1.0.0", now: platform.time }));
  };
  await guides.claim("tour", PLACE);
  await happen("started");
  await happen("step_shown");
  await happen(end);
  const claimAfter = async (ms: number, id: string) => {
    platform.time += ms;
    return (await guides.claim(id, PLACE)).reason;
  };
  return { claimAfter };
}

it("D12: what was put off costs no longer pause than what was finished; what was closed does", async () => {
  for (const end of ["snoozed", "completed"] as const) {
    const { claimAfter } = await afterwards(end);
    expect(await claimAfter(60_000, "news")).toBe("session");
    expect(await claimAfter(HOUR, "news")).toBe("due");
  }
  const { claimAfter } = await afterwards("dismissed");
  expect(await claimAfter(HOUR, "news")).toBe("cool-down");
});

it("D32: what was put off comes again by itself, but not in the same visit", async () => {
  const { claimAfter } = await afterwards("snoozed");
  expect(await claimAfter(60_000, "tour")).toBe("frequency");
  expect(await claimAfter(HOUR, "tour")).toBe("due");
});
