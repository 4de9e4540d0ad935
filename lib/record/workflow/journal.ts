import { uuidv7 } from "uuidv7";
import { recordedKey } from "../../model/recorded-key.ts";
import type { Captured, RecordedLater, RecordedStep } from "../../model/recording.ts";
import { topAddress } from "./address.ts";
import type { Taken } from "./take.ts";

export interface Done extends Pick<RecordedStep, "gesture" | "page"> {
  /** Default: a new one. */
  id?: string;
  /** Default: now. */
  at?: number;
  taken?: Taken | undefined;
}

export interface StepJournal {
  /** Writes a step, at once when it is known which recording it belongs to. Answers its id. */
  add(done: Done): string;
  /** Writes what became known of a step. */
  later(later: RecordedLater): void;
  /** What waited is written; with null it is thrown away. `url` is the address of the page around this frame. */
  open(recording: { id: string; url: string } | null): void;
}

/**
 * Makes steps durable at once, one key each: W1. What could not be written is tried again with the next one.
 */
export function createStepJournal(
  put: (items: Record<string, Captured>) => Promise<void>,
  signal: AbortSignal,
): StepJournal {
  let recording: { id: string; url: string } | undefined;
  let waiting: ((of: { id: string; url: string }) => [string, Captured])[] = [];
  let count = 0;

  const write = async () => {
    if (!recording || waiting.length === 0) return;
    const now = waiting;
    const of = recording;
    waiting = [];
    try {
      await put(Object.fromEntries(now.map((make) => make(of))));
    } catch {
      // Also of an extension that is gone, whose page may go on to be used for long.
      if (!signal.aborted) waiting = [...now, ...waiting];
    }
  };
  const later = (one: RecordedLater) => {
    const n = count++;
    waiting.push(({ id }) => [recordedKey(id, one.step, n), { recording: id, later: one }]);
    void write();
  };

  return {
    add({ id = uuidv7(), at = Date.now(), gesture, page, taken }) {
      const url = topAddress();
      waiting.push((of) => {
        const step: RecordedStep = {
          id,
          at,
          gesture,
          url: url ?? of.url,
          ...(page && { page }),
          ...(taken && { anchor: taken.anchor, mark: taken.mark }),
        };
        return [recordedKey(of.id, id), { recording: of.id, step }];
      });
      void write();
      void taken?.rarity().then((rarity) => rarity && later({ step: id, rarity }));
      return id;
    },
    later,
    open(opened) {
      recording = opened ?? undefined;
      if (!opened) waiting = [];
      void write();
    },
  };
}
