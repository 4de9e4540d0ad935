import "fake-indexeddb/auto";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import type { Bundle } from "../model/bundle.ts";
import type { Guide } from "../model/guide.ts";
import { setMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import { plainText } from "../tour/plain-text.ts";
import { ordersFor } from "./order.ts";
import type { Platform } from "./platform.ts";
import { personAt } from "./status.ts";

const guide: Guide = {
  format: 1,
  id: "hello",
  kind: "modal",
  name: { en: "Hello" },
  trigger: { start: "manual" },
  steps: [
    {
      id: "one",
      title: { en: "Hello" },
      body: {
        en: [
          {
            type: "paragraph",
            children: [{ type: "variable", of: "user", name: "first_name", fallback: "there" }],
          },
        ],
      },
      advance: { on: "next" },
    },
  ],
};

const NOW = 1_000_000_000_000;

it("T35: what a page gets to play has its variables filled in for the person on that host", async () => {
  const { store } = await openDevice(uuidv7());
  const bundle = { guides: [{ version: 1, body: guide }], signals: [] } as unknown as Bundle;
  await store.put("bundle", { id: "current", bundle, etag: null, fetchedAt: 0 });
  const traits = { first_name: "Ann" };
  const ann = { user: "ann", account: null, traits, token: null };
  await setMeta(store, "identities", { "app.test": ann });
  await setMeta(store, "claim", {
    guide: "hello",
    tab: 1,
    document: undefined,
    startedBy: "manual",
    at: 0,
  });
  const textAt = async (url: string) => {
    const platform = { locales: ["en"], now: () => NOW } as unknown as Platform;
    const [order] = await ordersFor(platform, store, {
      tab: 1,
      url: new URL(url),
      document: undefined,
    });
    return plainText(order?.guide.steps[0]?.body.en ?? []);
  };
  expect(await textAt("https://app.test/reports")).toBe("Ann");
  expect(await textAt("https://other.test/")).toBe("there");
});

it("T36: what was put off goes on at the step where it was left", async () => {
  const { store } = await openDevice(uuidv7());
  const [first] = guide.steps;
  if (!first) throw new Error("no step");
  const tour: Guide = { ...guide, kind: "tour", steps: [first, { ...first, id: "two" }] };
  const bundle = { guides: [{ version: 1, body: tour }], signals: [] } as unknown as Bundle;
  await store.put("bundle", { id: "current", bundle, etag: null, fetchedAt: 0 });
  const claim = {
    guide: "hello",
    tab: 1,
    document: undefined,
    startedBy: "manual" as const,
    at: 0,
  };
  await setMeta(store, "claim", claim);
  const place = { tab: 1, url: new URL("https://app.test/"), document: undefined };
  await store.put("runs", {
    person: await personAt(store, "app.test"),
    guide: "hello",
    version: 1,
    status: "snoozed",
    step: "two",
    stepDone: false,
    startedBy: "auto",
    stepSince: 0,
    startedAt: 0,
    updatedAt: 0,
    host: "app.test",
    boot: uuidv7(),
    seq: 0,
  });
  const platform = { locales: ["en"], now: () => NOW } as unknown as Platform;
  const [order] = await ordersFor(platform, store, place);
  expect(order).toMatchObject({ step: "two", startedBy: "manual" });
});
