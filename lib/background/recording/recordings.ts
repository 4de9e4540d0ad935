import { uuidv7 } from "uuidv7";
import { lampOf } from "../../anchor/lamp.ts";
import { stepTitle } from "../../draft/compose.ts";
import { type TidyStep, tidy } from "../../draft/tidy.ts";
import type { RecordingEntry, RecordingStatus } from "../../message/protocol.ts";
import type { RecordingOutputs } from "../../message/recording.ts";
import { UserError } from "../../message/server.ts";
import { pageAddress } from "../../model/page-address.ts";
import type { AuthoringStore, RecordingRecord } from "../../store/authoring/database.ts";
import {
  changeRecording,
  openRecording,
  removeSteps,
  stepsOf,
} from "../../store/authoring/recordings.ts";
import type { Platform } from "../platform.ts";
import { drainRecorded } from "./drain.ts";
import { finishRecording } from "./finish.ts";

export type Recordings = ReturnType<typeof createRecordings>;

type Arrival = NonNullable<RecordingOutputs["recording.ready"]>;

/** Frames of a page count, and what was left long ago has been heard of. */
const MAX_DOCUMENTS = 500;

const NONE = "Nothing is being recorded.";

/**
 * Recording of a workflow. What is recorded and where stands in the database; that the browser still runs the
 * recorder in pages is what it forgets when it ends, and so tells a recording that was interrupted. W1 to W6.
 */
export function createRecordings(
  platform: Platform,
  store: AuthoringStore,
  locales: () => Promise<readonly string[]>,
) {
  const { recorder, tabs } = platform;
  let draining: Promise<boolean> = Promise.resolve(false);
  /** One after the other, so that none counts on a key that another is about to remove. */
  const drain = () => {
    draining = draining.catch(() => false).then(() => drainRecorded(platform, store));
    return draining;
  };

  const isLive = async ({ state }: RecordingRecord) =>
    state === "recording" && (await recorder.isOn());
  const current = async () => {
    const recording = await openRecording(store);
    if (!recording) throw new UserError(NONE);
    return recording;
  };
  const begin = async (recorded: readonly number[], first: number) => {
    await recorder.on();
    // A tab that was closed or shows an error page gets the recorder with its next page.
    await Promise.allSettled(
      recorded.filter((tab) => tab !== first).map((tab) => recorder.inject(tab)),
    );
    await recorder.inject(first);
    await recorder.show(recorded, true);
  };
  const leave = async ({ tabs: recorded }: RecordingRecord) => {
    await recorder.off();
    await Promise.all(recorded.map((tab) => tabs.tell(tab, { name: "recording.end" })));
    await recorder.show(recorded, false);
    await drain();
  };
  const tidied = async ({ id }: RecordingRecord) => tidy(await stepsOf(store, id));
  const takeBack = async (which: (steps: readonly TidyStep[]) => TidyStep | undefined) => {
    await drain();
    const recording = await current();
    const step = which(await tidied(recording));
    if (step) await removeSteps(store, recording.id, step.from);
  };

  return {
    drain,
    async state(): Promise<RecordingStatus | null> {
      const recording = await openRecording(store);
      if (!recording) return null;
      const { state, tabs: recorded, into } = recording;
      const interrupted = state === "recording" && !(await recorder.isOn());
      const wanted = await locales();
      return {
        state: interrupted ? "interrupted" : state === "recording" ? "recording" : "paused",
        tabs: recorded,
        into: into?.guide ?? null,
        steps: (await tidied(recording)).map((step) => entryOf(step, wanted)),
      };
    },
    async start(tab: number, into?: RecordingRecord["into"]): Promise<void> {
      if (await openRecording(store)) {
        throw new UserError("Something is being recorded already. Finish or discard it first.");
      }
      const id = uuidv7();
      const startedAt = platform.now();
      const recording = { id, state: "recording" as const, startedAt, tabs: [tab] };
      await store.put("recordings", { ...recording, ...(into && { into }) });
      try {
        await begin([tab], tab);
      } catch (error) {
        await recorder.off();
        await store.delete("recordings", id);
        throw unrecordable(error);
      }
    },
    async pause(): Promise<void> {
      const recording = await current();
      await changeRecording(store, (one) => ({ ...one, state: "paused", tabs: [] }));
      await leave(recording);
    },
    async resume(tab: number): Promise<void> {
      await drain();
      const before = await current();
      // Numbers of tabs mean others once the browser was restarted.
      const known = (await isLive(before)) ? before.tabs : [];
      const recorded = [...new Set([...known, tab])];
      await changeRecording(store, (one) => ({ ...one, state: "recording", tabs: recorded }));
      try {
        await begin(recorded, tab);
      } catch (error) {
        await changeRecording(store, () => ({ ...before, state: "paused" }));
        await recorder.off();
        throw unrecordable(error);
      }
    },
    undo: () => takeBack((steps) => steps.at(-1)),
    remove: (step: string) => takeBack((steps) => steps.find(({ id }) => id === step)),
    async finish(): Promise<{ guide: string }> {
      await drain();
      const recording = await current();
      if ((await tidied(recording)).length === 0) {
        throw new UserError("There is no step yet. Do something in the page first.");
      }
      await leave(recording);
      const order = { now: platform.now(), locales: await locales() };
      const made = await finishRecording(store, recording, order);
      await drain();
      return made;
    },
    async discard(): Promise<void> {
      const recording = await current();
      await leave(recording);
      await removeSteps(
        store,
        recording.id,
        (await stepsOf(store, recording.id)).map(({ id }) => id),
      );
      await changeRecording(store, (one) => ({ ...one, state: "ended", tabs: [] }));
      await drain();
    },
    /** Shows of a tab that it is recorded, if it is. */
    async mark(tab: number): Promise<void> {
      const recording = await openRecording(store);
      if (!recording?.tabs.includes(tab) || !(await isLive(recording))) return;
      await recorder.show([tab], true);
    },
    /** Which recording a document in a tab belongs to. A tab that a recorded one has opened does from now on. */
    async arrive(tab: number, document: string): Promise<Arrival | null> {
      const recording = await openRecording(store);
      if (!recording || !(await isLive(recording))) return null;
      const opened = !recording.tabs.includes(tab);
      const opener = opened ? await tabs.opener(tab) : tab;
      if (opener === undefined || !recording.tabs.includes(opener)) return null;
      await changeRecording(store, (one) => ({
        ...one,
        tabs: [...new Set([...one.tabs, tab])],
        documents: [...(one.documents ?? []), document].slice(-MAX_DOCUMENTS),
      }));
      await recorder.show([tab], true);
      // What it wrote if it was left meanwhile.
      await drain();
      const shown = URL.parse((await tabs.url(tab)) ?? "");
      return { recording: recording.id, url: shown ? pageAddress(shown) : "", opened };
    },
  };
}

function entryOf(step: TidyStep, locales: readonly string[]): RecordingEntry {
  const rarity = step.anchor?.samples[0]?.rarity;
  return {
    step: step.id,
    title: stepTitle(step, locales),
    lamp: rarity ? lampOf(rarity) : null,
    picture: step.picture ?? null,
  };
}

function unrecordable(error: unknown): UserError {
  const why = error instanceof Error ? error.message : String(error);
  return new UserError(
    `This tab cannot be recorded (${why}). Open a page of your app and allow Waymark on it.`,
  );
}
