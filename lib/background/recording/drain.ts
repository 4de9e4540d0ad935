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
  if (waiting.length === 0) return false;
  await takeSteps(
    store,
    waiting.flatMap(([, item]) => read(item) ?? []),
  );
  await platform.local.remove(waiting.map(([key]) => key));
  return true;
}

/** A step whose element cannot be read is a step all the same. */
function read(item: unknown): Captured | undefined {
  const whole = parse(Captured, item);
  if (whole.ok) return whole.value;
  const { step, ...rest } = (item ?? {}) as { step?: { anchor?: unknown } };
  if (!step) return undefined;
  const { anchor: _, ...bare } = step;
  const left = parse(Captured, { ...rest, step: bare });
  return left.ok ? left.value : undefined;
}
