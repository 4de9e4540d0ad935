import { expect, test } from "vitest";
import type { Guide } from "../../lib/model/guide.ts";
import { SignalKind } from "../../lib/model/signal-value.ts";
import { ACTIVATION, readDemoContent } from "./demo-content.ts";

const content = await readDemoContent();
const [tour] = content.guides;

test("signals speak only of features that are tagged", () => {
  const tagged = new Set(content.features.map(({ id }) => id));
  const mentioned = [...JSON.stringify(content.signals).matchAll(/"feature":"([^"]+)"/g)];
  expect(mentioned.length).toBeGreaterThan(0);
  expect(mentioned.map(([, id]) => id).filter((id) => !tagged.has(id ?? ""))).toEqual([]);
});

test("there is a signal of each kind", () => {
  const kinds = content.signals.map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(SignalKind.options.toSorted());
});

test("the tour's goal is the activation signal", () => {
  expect(tour?.goal).toBe(ACTIVATION);
  expect(content.signals.map(({ id }) => id)).toContain(ACTIVATION);
});

test.each(content.guides)("$id says everything in English and Russian", (guide: Guide) => {
  for (const texts of [guide.name, ...guide.steps.flatMap(({ title, body }) => [title, body])]) {
    expect(Object.keys(texts)).toEqual(["en", "ru"]);
  }
});

test("every working step of the tour waits for its result in the page", () => {
  const [welcome, ...work] = tour?.steps ?? [];
  expect(welcome?.advance.on).toBe("next");
  expect(work.map(({ advance }) => advance.on)).toEqual(Array(5).fill("until"));
});

// Node-RED says lang="en-US" whatever it speaks, so the samples name no language and the likest counts.
test("every anchor was seen in English and in Russian", () => {
  const anchors = content.guides.flatMap(({ steps }) =>
    steps.flatMap(({ anchor }) => anchor ?? []),
  );
  expect(anchors.map(({ samples }) => samples.length)).toEqual(Array(6).fill(2));
  expect(anchors.map(({ samples }) => samples[1]?.fingerprint.name)).toContain("Развернуть");
});
