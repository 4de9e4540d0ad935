import { uuidv7 } from "uuidv7";
import type { CapturedEvent } from "../../model/event.ts";
import { templatePath } from "../../model/path.ts";
import { EVENT_KEY } from "../../model/site-config.ts";

type Identity = "id" | "ts" | "boot" | "seq" | "host" | "path";
type Distribute<T> = T extends unknown ? Omit<T, Identity> : never;

/** What happened, before the journal says which, when, where and in what order. */
export type Happening = Distribute<CapturedEvent>;

export interface Journal {
  /** Resolves once the event is durable; what could not be written is tried again with the next one. */
  write(happening: Happening): Promise<void>;
}

/**
 * Makes events durable at once: one key each in `storage.local`. Identity, time and place are fixed here and
 * never change afterwards. E2 and E3 of docs/spec/events.md.
 */
export function createJournal(
  put: (items: Record<string, CapturedEvent>) => Promise<void>,
): Journal {
  const boot = uuidv7();
  let seq = 0;
  let unsaved: Record<string, CapturedEvent> = {};

  return {
    async write(happening) {
      const id = uuidv7();
      const event = {
        ...happening,
        id,
        ts: Date.now(),
        boot,
        seq: seq++,
        host: location.host,
        path: templatePath(location.pathname),
      } as CapturedEvent;
      const items = { ...unsaved, [EVENT_KEY + id]: event };
      unsaved = {};
      try {
        await put(items);
      } catch {
        unsaved = { ...items, ...unsaved };
      }
    },
  };
}
