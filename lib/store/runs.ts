import { budgetClassOf } from "../model/budget-class.ts";
import type { GuideEvent, StoredEvent } from "../model/event.ts";
import { type Device, readMeta } from "./meta.ts";
import { countMisses } from "./misses.ts";
import { personOf } from "./person.ts";
import type { RunRecord, Store } from "./schema.ts";
import type { IngestTransaction } from "./transaction.ts";

/**
 * A run's state is nothing but its events in order; one that comes late changes nothing. G1 of docs/spec/events.md.
 * Late is what its own document had captured before, whatever the clock says: it may have been put back since.
 */
export function foldRun(
  run: RunRecord | undefined,
  person: string,
  event: GuideEvent,
  startedBy: RunRecord["startedBy"],
): RunRecord {
  if (run && event.boot === run.boot && event.seq <= run.seq) return run;
  const { guide, step = null, version, host, boot, seq, ts } = event;
  const last = { version, host, boot, seq, updatedAt: ts };
  const next: RunRecord =
    run && event.action !== "started"
      ? { ...run, ...last }
      : {
          person,
          guide,
          ...last,
          status: "running",
          step,
          stepDone: false,
          // What was put off goes on.
          done: (run?.status === "snoozed" && run.done) || [],
          completedBefore: run?.status === "completed" || run?.completedBefore === true,
          ...(run?.rated && { rated: run.rated }),
          startedBy,
          stepSince: ts,
          startedAt: ts,
        };
  switch (event.action) {
    case "started":
      return next;
    case "step_shown":
    case "answered":
      return at(next, event);
    case "step_completed":
      return { ...at(next, event), stepDone: true, done: withStep(next.done, step) };
    case "target_missing":
      // A step whose target is missing may still wait; `reason` says that the run ended with it.
      return event.reason?.startsWith("end")
        ? { ...next, status: "target_missing" }
        : at(next, event);
    case "rated_helpful":
    case "rated_unhelpful":
      return { ...next, rated: { version, helpful: event.action === "rated_helpful" } };
    case "snoozed":
    case "completed":
    case "dismissed":
      return { ...next, status: event.action };
  }
}

function withStep(done: readonly string[] = [], step: string | null): string[] {
  return [...done.filter((other) => other !== step), ...(step === null ? [] : [step])];
}

/** The run stands at the event's step; shown once more after a reload, it began when it was first shown. */
function at(before: RunRecord, { step, ts }: GuideEvent): RunRecord {
  const run = before.status === "snoozed" ? { ...before, status: "running" as const } : before;
  if (step === undefined || step === run.step) return { ...run, stepDone: false };
  return { ...run, step, stepDone: false, stepSince: ts };
}

export async function runningRuns(store: Store, person: string): Promise<RunRecord[]> {
  const runs = await store.getAll("runs", IDBKeyRange.bound([person], [person, []]));
  return runs.filter(({ status }) => status === "running");
}

/** Brings guide events into runs and into what the budget counts. */
export async function foldRuns(
  transaction: IngestTransaction,
  events: readonly StoredEvent[],
  device: Device,
): Promise<void> {
  const runs = transaction.objectStore("runs");
  const meta = transaction.objectStore("meta");
  const front = await readMeta(meta, "claim");
  const beside = (await readMeta(meta, "beside")) ?? {};
  const { revision = 0 } = (await transaction.objectStore("bundle").get("current"))?.bundle ?? {};
  for (const event of events) {
    if (event.kind !== "guide") continue;
    const person = personOf(event, device);
    const claim = front?.guide === event.guide ? front : beside[event.guide];
    const startedBy = claim?.startedBy ?? "manual";
    const before = await runs.get([person, event.guide]);
    const run = foldRun(before, person, event, startedBy);
    if (run !== before) {
      const { misses: _, ...folded } = run;
      const misses = countMisses(before?.misses, event, { revision, startedBy: run.startedBy });
      await runs.put(misses ? { ...folded, misses } : folded);
    }
    await countShowing(transaction, run, event);
  }
}

/** A guide costs attention from the moment it was seen, not from a try that found nothing to point at. */
async function countShowing(
  transaction: IngestTransaction,
  { person, guide, startedAt, startedBy }: RunRecord,
  { action }: GuideEvent,
): Promise<void> {
  if (startedBy !== "auto" || (action !== "step_shown" && action !== "dismissed")) return;
  const bundle = (await transaction.objectStore("bundle").get("current"))?.bundle;
  const body = bundle?.guides.find((published) => published.body.id === guide)?.body;
  if (body && budgetClassOf(body) === "ambient") return;
  await transaction
    .objectStore("showings")
    .put({ person, guide, at: startedAt, dismissed: action === "dismissed" });
}
