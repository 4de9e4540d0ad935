import type { IDBPTransaction, StoreNames } from "idb";
import type { Captured, RecordedLater, RecordedStep } from "../../model/recording.ts";
import type {
  AuthoringSchema,
  AuthoringStore,
  RecordedRecord,
  RecordingRecord,
} from "./database.ts";

type Change = IDBPTransaction<AuthoringSchema, StoreNames<AuthoringSchema>[], "readwrite">;

/** The recording that is not ended; there is never more than one. */
export async function openRecording(store: AuthoringStore): Promise<RecordingRecord | undefined> {
  return (await store.getAll("recordings")).find(({ state }) => state !== "ended");
}

/** The steps of a recording, in the order in which they were done. */
export function stepsOf(store: AuthoringStore, recording: string): Promise<RecordedRecord[]> {
  return store.getAll("recorded", rangeOf(recording));
}

/** Of one recording. */
export function rangeOf(recording: string): IDBKeyRange {
  return IDBKeyRange.bound([recording, 0], [recording, Number.MAX_SAFE_INTEGER]);
}

/** Changes the recording that is not ended in one transaction; undefined: there is none. */
export async function changeRecording(
  store: AuthoringStore,
  change: (recording: RecordingRecord) => RecordingRecord,
): Promise<RecordingRecord | undefined> {
  const transaction = store.transaction("recordings", "readwrite");
  const before = (await transaction.store.getAll()).find(({ state }) => state !== "ended");
  const after = before && change(before);
  if (after) await transaction.store.put(after);
  await transaction.done;
  return after;
}

/**
 * Stores what was captured, in one transaction: each step once, wherever in the order it belongs. What is about
 * another recording than an open one, or about a step that was taken back, is left out. Answers with what nobody knows yet
 * which recording it belongs to.
 */
export async function takeSteps(
  store: AuthoringStore,
  captured: readonly Captured[],
): Promise<readonly Captured[]> {
  const transaction = store.transaction(["recordings", "recorded"], "readwrite");
  const recordings = transaction.objectStore("recordings");
  const open = (await recordings.getAll()).filter(({ state }) => state !== "ended");
  const unknown: Captured[] = [];
  for (const [of, all] of Map.groupBy(captured, (one) => one.of)) {
    const recording = open.find(({ id, documents }) => id === of || documents?.includes(of));
    if (!recording) {
      // As long as something is recorded its document may still be heard of.
      if (open.length > 0) unknown.push(...all);
      continue;
    }
    const { id } = recording;
    const records = transaction.objectStore("recorded");
    const before = await records.getAll(rangeOf(id));
    const { steps, early } = withCaptured(recording, before, all);
    for (const [at, step] of steps.entries()) {
      const known = before[at];
      if (known !== step || known.n !== at) await records.put({ ...step, n: at });
    }
    for (const { n } of before) if (n >= steps.length) await records.delete([id, n]);
    if (early) await recordings.put({ ...recording, early });
  }
  await transaction.done;
  return unknown;
}

/** Takes steps of a recording back for good. */
export async function removeSteps(
  store: AuthoringStore,
  recording: string,
  ids: readonly string[],
): Promise<void> {
  const transaction = store.transaction(["recordings", "recorded"], "readwrite");
  const recordings = transaction.objectStore("recordings");
  const known = await recordings.get(recording);
  if (known) {
    await recordings.put({ ...known, removed: [...new Set([...(known.removed ?? []), ...ids])] });
    const records = transaction.objectStore("recorded");
    for (const step of await records.getAll(rangeOf(recording))) {
      if (ids.includes(step.id)) await records.delete([recording, step.n]);
    }
  }
  await transaction.done;
}

/** Gives a step its picture, whichever of the two came first. */
export async function givePicture(
  store: AuthoringStore,
  { recording, step, picture }: { recording: string; step: string; picture: string },
): Promise<void> {
  const transaction = store.transaction(["recordings", "recorded"], "readwrite");
  const records = transaction.objectStore("recorded");
  const taken = (await records.getAll(rangeOf(recording))).find(({ id }) => id === step);
  const recordings = transaction.objectStore("recordings");
  const known = await recordings.get(recording);
  if (taken) await records.put({ ...taken, picture });
  else if (known && known.state !== "ended" && !known.removed?.includes(step)) {
    await recordings.put({ ...known, early: { ...known.early, [step]: picture } });
  }
  await transaction.done;
}

/** Steps in their order with what is new; those that did not change are the very objects. */
function withCaptured(
  { id: recording, removed = [], early = {} }: RecordingRecord,
  before: readonly RecordedRecord[],
  captured: readonly Captured[],
): { steps: RecordedRecord[]; early?: Record<string, string> } {
  const steps = new Map(before.map((step) => [step.id, step]));
  const waiting = { ...early };
  for (const { what } of captured) {
    if (!("step" in what) || steps.has(what.step.id) || removed.includes(what.step.id)) continue;
    const picture = waiting[what.step.id];
    delete waiting[what.step.id];
    steps.set(what.step.id, { ...what.step, recording, n: 0, ...(picture && { picture }) });
  }
  for (const { what } of captured) {
    const step = "later" in what && steps.get(what.later.step);
    if (step) steps.set(step.id, withLater(step, what.later));
  }
  const met = Object.keys(waiting).length < Object.keys(early).length;
  return {
    steps: [...steps.values()].sort(inOrder),
    ...(met && { early: waiting }),
  };
}

function withLater(step: RecordedRecord, { page, rarity, result }: RecordedLater): RecordedRecord {
  const [sample, ...others] = step.anchor?.samples ?? [];
  const anchor = sample && rarity && { samples: [{ ...sample, rarity }, ...others] };
  return {
    ...step,
    ...(page && { page }),
    ...(result && { result }),
    ...(anchor && { anchor: { ...step.anchor, ...anchor } }),
  };
}

function inOrder(a: RecordedStep, b: RecordedStep): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

/** Ends a recording together with whatever is made of it, in one transaction. */
export async function endRecording(
  store: AuthoringStore,
  recording: string,
  conclude: (steps: RecordedRecord[], change: Change) => Promise<void>,
): Promise<void> {
  const transaction = store.transaction([...store.objectStoreNames], "readwrite");
  const records = transaction.objectStore("recorded");
  const known = await transaction.objectStore("recordings").get(recording);
  if (known && known.state !== "ended") {
    await conclude(await records.getAll(rangeOf(recording)), transaction);
    const { early: _, ...rest } = known;
    await transaction.objectStore("recordings").put({ ...rest, state: "ended", tabs: [] });
    await records.delete(rangeOf(recording));
  }
  await transaction.done;
}
