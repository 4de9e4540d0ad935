import { parse } from "../../model/parse.ts";
import { RECORDED_KEY } from "../../model/recorded-key.ts";
import { Captured } from "../../model/recording.ts";
import type { AuthoringStore } from "../../store/authoring/database.ts";
import { takeSteps } from "../../store/authoring/recordings.ts";
import type { Platform } from "../platform.ts";

/**
 * Moves what recorded pages wrote from `storage.local` into the database; whether there was something. A key goes only
 * after its transaction is complete, and what a killed worker could not remove is taken a second time for nothing. W2.
 */
export async function drainRecorded(
  platform: Pick<Platform, "local">,
  store: AuthoringStore,
): Promise<boolean> {
  const items = Object.entries(await platform.local.getAll());
  const waiting = items.filter(([key]) => key.startsWith(RECORDED_KEY));
  const read = waiting.map(([key, item]) => ({ key, captured: readCaptured(item) }));
  const unknown = await takeSteps(
    store,
    read.flatMap(({ captured }) => captured ?? []),
  );
  const done = read.filter(({ captured }) => !captured || !unknown.includes(captured));
  if (done.length > 0) await platform.local.remove(done.map(({ key }) => key));
  return done.length > 0;
}

/** A step whose element cannot be read is a step all the same. */
function readCaptured(item: unknown): Captured | undefined {
  const whole = parse(Captured, item);
  if (whole.ok) return whole.value;
  const { of, what } = (item ?? {}) as { of?: unknown; what?: { step?: { anchor?: unknown } } };
  if (!what?.step) return undefined;
  const { anchor: _, ...step } = what.step;
  const left = parse(Captured, { of, what: { step } });
  return left.ok ? left.value : undefined;
}
