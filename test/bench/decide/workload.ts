import type { Facts } from "../../../lib/decide/facts.ts";
import { historyQuestions } from "../../../lib/decide/questions.ts";
import type { Condition } from "../../../lib/model/condition.ts";
import type { Guide } from "../../../lib/model/guide.ts";
import type { Segment } from "../../../lib/model/segment.ts";
import type { OrderedEvent } from "../../../lib/sequence/event.ts";
import { recompute } from "../../../lib/signal/advance.ts";
import { createAnswers } from "../../../lib/signal/answers.ts";
import { createHistory, type History } from "../../../lib/signal/history.ts";

export const GUIDES = 100;
export const EVENTS = 10_000;
const FEATURES = 40;
const NOW = 1_800_000_000_000;
const STEP_MS = 60_000;

const featureOf = (n: number) => `feature-${n % FEATURES}`;

/** A person's months of use, each feature at its own pace. */
export const HISTORY: readonly OrderedEvent[] = Array.from({ length: EVENTS }, (_, seq) => ({
  id: `018f0000-0000-7000-8000-${String(seq).padStart(12, "0")}`,
  ts: NOW - (EVENTS - seq) * STEP_MS,
  boot: "b",
  seq,
  feature: featureOf(seq * seq + (seq >> 3)),
}));

/** Every kind of condition; what is rare at the end of a sequence makes the whole history be looked at. */
function conditionOf(n: number): Condition {
  const used: Condition = { type: "used", feature: featureOf(n), times: 3 + (n % 5), within: "7d" };
  const sequence: Condition = {
    type: "sequence",
    sequence: {
      steps: [n, n + 3, n + 7].map((at) => ({ feature: featureOf(at) })),
      within: "2m",
    },
  };
  const attribute: Condition = {
    type: "attribute",
    of: "account",
    name: "plan",
    op: "in",
    value: ["pro", "team"],
  };
  const page: Condition = { type: "page", url: { path: n % 3 ? "/projects/**" : "/reports/*" } };
  const segment: Condition = { type: "segment", segment: `segment-${n % 10}` };
  return { type: "all", of: [page, attribute, segment, used, { type: "not", of: sequence }] };
}

export const SEGMENTS: readonly Segment[] = Array.from({ length: 10 }, (_, n) => ({
  id: `segment-${n}`,
  name: `Segment ${n}`,
  when: {
    type: "any",
    of: [
      { type: "signal", signal: "active" },
      { type: "used", feature: featureOf(n * 3), times: 2 },
    ],
  },
}));

export const PUBLISHED: readonly Guide[] = Array.from({ length: GUIDES }, (_, n) => ({
  format: 1,
  id: `guide-${n}`,
  kind: n % 4 ? "tour" : "banner",
  name: { en: `Guide ${n}` },
  steps: [{ id: "a", title: { en: "A" }, body: { en: [] }, advance: { on: "next" } }],
  trigger: { start: "auto", when: conditionOf(n), frequency: "until-completed" },
  audience: { type: "not", of: conditionOf(n + 50) },
}));

/** All but the answers about history, as the background reads it. */
const REST: Omit<Facts, keyof History> = {
  now: NOW,
  address: { host: "app.example.com", pathname: "/projects/7/board", search: "", hash: "" },
  signals: new Set(["active"]),
  who: { device: "d", user: "ada", account: "acme" },
  user: { role: "admin" },
  account: { plan: "pro" },
  segments: new Map(SEGMENTS.map((segment) => [segment.id, segment])),
  experiments: new Map(),
  ambient: new Set(),
  runs: new Map(),
  ledger: Array.from({ length: 20 }, (_, n) => ({
    guide: `guide-${n}`,
    at: NOW - (n + 8) * 86_400_000,
    dismissed: false,
  })),
  sessionStart: NOW,
  newcomer: null,
  busy: null,
};

const QUESTIONS = historyQuestions({
  guides: PUBLISHED.map((body) => ({ version: 1, body })),
  segments: SEGMENTS.map((body) => ({ version: 1, body })),
});

/** What the database keeps after the last event. */
const STATES = new Map(
  QUESTIONS.map(({ body, version }) => [body.id, recompute(body, version, HISTORY, NOW)]),
);

export const keptFacts = (): Facts => ({ ...REST, ...createAnswers((id) => STATES.get(id), NOW) });

export const recomputedFacts = (): Facts => ({ ...REST, ...createHistory(HISTORY, NOW) });
