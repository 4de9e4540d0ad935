import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { guide, step } from "../../test/e2e/page/support/guides.ts";
import { identified, use } from "../../test/support/captured.ts";
import { bundleOf, CONNECTION } from "../../test/support/workspace.ts";
import type { Condition } from "../model/condition.ts";
import type { IdentifyEvent } from "../model/event.ts";
import { asSignal, type Question } from "../signal/answers.ts";
import { createHistory, type History } from "../signal/history.ts";
import { ensureAnswers } from "../store/answers.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { eventsOf, toOrdered } from "../store/history.ts";
import { ingest } from "../store/ingest.ts";
import { type Device, getMeta } from "../store/meta.ts";
import { openDevice } from "../store/open.ts";
import { personOf } from "../store/person.ts";
import type { Store } from "../store/schema.ts";
import { enterWorkspace } from "../store/workspace.ts";
import { readFacts } from "./facts.ts";

const NOW = { version: "1.0.0", now: 1_000_000 };
const URL_ = new URL("https://app.test/");
const feature = fc.constantFrom("a", "b", "c");
const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record(
    {
      type: fc.constant("used" as const),
      feature,
      times: fc.integer({ min: 1, max: 4 }),
      within: fc.constantFrom("5ms", "20ms"),
    },
    { requiredKeys: ["type", "feature"] },
  ),
  fc.array(feature, { minLength: 2, maxLength: 3 }).map((features) => ({
    type: "sequence" as const,
    sequence: { steps: features.map((one) => ({ feature: one })), within: "30ms" },
  })),
  fc.record({
    type: fc.constant("count" as const),
    feature,
    op: fc.constantFrom(
      "eq" as const,
      "gt" as const,
      "gte" as const,
      "lt" as const,
      "lte" as const,
    ),
    value: fc.nat(3),
    within: fc.constantFrom("999950ms", "999970ms"),
  }),
  fc.record({
    type: fc.constant("absent" as const),
    feature,
    after: feature,
    for: fc.constant("10ms"),
    from: fc.constantFrom("newest" as const, "first" as const),
  }),
);
const happening = fc.record({
  what: fc.oneof({ weight: 9, arbitrary: feature }, { weight: 1, arbitrary: fc.constant("who") }),
  ts: fc.integer({ min: 1, max: 60 }),
});

function bundleAsking(questions: readonly Question[], revision = 1) {
  const guides = questions.map((when, at) => {
    const condition: Condition = at % 2 ? { type: "not", of: when } : { type: "all", of: [when] };
    const trigger = { start: "auto" as const, when: condition };
    return { version: 1, body: guide([step("a")], { id: `g${at}`, trigger }) };
  });
  return bundleOf({ revision, guides });
}

/** What a recomputation from all stored events answers. */
async function recomputed(store: Store, questions: readonly Question[]) {
  const device = (await getMeta(store, "device")) as Device;
  const person = (await getMeta(store, "identities"))?.[URL_.host]?.user ?? device.id;
  const chunks = store.transaction("chunks").store;
  const events = await eventsOf(chunks, person, (event) => personOf(event, device));
  return answers(createHistory(events.flatMap(toOrdered), NOW.now), questions);
}

const answers = (history: History, questions: readonly Question[]) =>
  questions.map((one) => answer(history, one));

function answer(history: History, question: Question): boolean | number | null {
  switch (question.type) {
    case "used":
      return history.used(question.feature, question.times ?? 1, question.within);
    case "sequence":
      return history.sequence(question.sequence);
    case "count":
      return history.count(question);
    case "absent":
      return history.absentFrom(question);
  }
}

async function newStore() {
  const { store } = await openDevice(uuidv7());
  await enterWorkspace(store, CONNECTION);
  return store;
}

it("D23: what is kept with each event answers as a recomputation from all of them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(question, { minLength: 1, maxLength: 6 }),
      fc.array(question, { maxLength: 3 }),
      fc.array(fc.array(happening, { maxLength: 6 }), { maxLength: 6 }),
      async (first, second, batches) => {
        const store = await newStore();
        const publish = (questions: Question[], revision: number) =>
          applyBundle(store, { bundle: bundleAsking(questions, revision), etag: null }, NOW);
        await publish(first, 1);
        let asked = first;
        for (const [at, batch] of batches.entries()) {
          if (at === 3) {
            asked = [...first, ...second];
            await publish(asked, 2);
          }
          const events = batch.map(({ what, ts }) =>
            what === "who" ? (identified("ada", ts) as IdentifyEvent) : use(what, ts),
          );
          await ingest(store, events, NOW);
          const facts = await readFacts(store, bundleAsking(asked), URL_, NOW.now);
          expect(answers(facts, asked)).toEqual(await recomputed(store, asked));
        }
        store.close();
      },
    ),
    { numRuns: 40 },
  );
});

it("D23: answers that an earlier version did not keep are made up for, once, and nobody is told", async () => {
  const store = await newStore();
  const asked: Question = { type: "used", feature: "a", times: 2 };
  await applyBundle(store, { bundle: bundleAsking([asked]), etag: null }, NOW);
  await ingest(store, [use("a", 1), use("a", 2)], NOW);
  await store.clear("matchers");
  await store.delete("meta", "answered");
  await ensureAnswers(store, NOW);
  const { id } = asSignal(asked).body;
  expect(await store.getAll("matchers")).toMatchObject([{ signal: id, state: { version: 1 } }]);
  await store.clear("matchers");
  await ensureAnswers(store, NOW);
  expect(await store.count("matchers")).toBe(0);
  const sent = await store.getAll("outbox");
  expect(JSON.stringify(sent)).not.toContain("Signal Changed");
});
