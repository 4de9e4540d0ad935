import { uuidv7 } from "uuidv7";
import { pageAddress } from "../../model/page-address.ts";
import { recordedKey } from "../../model/recorded-key.ts";
import type { Captured, RecordedLater, RecordedStep } from "../../model/recording.ts";
import { topAddress } from "./address.ts";
import type { Taken } from "./take.ts";

export interface Done extends Pick<RecordedStep, "gesture" | "page" | "found"> {
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
  open(recording: Opened | null): void;
  /** The page goes: what waits for an answer is written under the name of the document. */
  leave(): void;
}

/** So many wait in memory while nothing can be written, as when the extension is gone and its page is not. */
const MAX_WAITING = 500;

/** What steps are written for, as of `Captured`, and the address of the page around them. */
interface Opened {
  of: string;
  url: string;
}

/**
 * Makes steps durable at once, one key each: W1. What could not be written is tried again with the next one.
 */
export function createStepJournal(
  put: (items: Record<string, Captured>) => Promise<void>,
  document: string,
  signal: AbortSignal,
): StepJournal {
  let recording: Opened | undefined;
  let waiting: ((to: Opened) => [string, Captured])[] = [];
  let count = 0;

  const write = async (to = recording) => {
    if (!to || waiting.length === 0) return;
    const now = waiting;
    waiting = [];
    try {
      await put(Object.fromEntries(now.map((make) => make(to))));
    } catch {
      if (!signal.aborted) waiting = [...now, ...waiting].slice(-MAX_WAITING);
    }
  };
  const later = (one: RecordedLater) => {
    const n = count++;
    waiting.push(({ of }) => [recordedKey(of, one.step, n), { of, what: { later: one } }]);
    void write();
  };

  return {
    add({ id = uuidv7(), at = Date.now(), gesture, page, found, taken }) {
      const url = topAddress();
      waiting.push((to) => {
        const step: RecordedStep = {
          id,
          at,
          gesture,
          url: url ?? to.url,
          ...(page && { page }),
          ...(found && { found }),
          ...(taken && { anchor: taken.anchor, mark: taken.mark }),
        };
        return [recordedKey(to.of, id), { of: to.of, what: { step } }];
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
    leave: () => void write(recording ?? { of: document, url: pageAddress(location) }),
  };
}
