import { uuidv7 } from "uuidv7";
import type { CapturedEvent } from "../../model/event.ts";
import { templatePath } from "../../model/path.ts";
import { EVENT_KEY, type SiteConfig } from "../../model/site-config.ts";

type Identity = "id" | "ts" | "boot" | "seq" | "host" | "path";
type Distribute<T> = T extends unknown ? Omit<T, Identity> : never;

/** What happened, before the journal says which, when, where and in what order. */
export type Happening = Distribute<CapturedEvent>;

export interface Journal {
  /** Fixes identity, time and place of what happens now. */
  stamp(happening: Happening): CapturedEvent;
  /**
   * Resolves after the try to store it; what could not be stored is tried again with the next call. While consent is
   * pending all of it stays in memory, and a refusal drops it.
   */
  write(consent: SiteConfig["consent"], ...events: CapturedEvent[]): Promise<void>;
}

/** Events that wait in memory while the device stores nothing. Beyond it the oldest go; `seq` shows the gap. */
const MAX_UNSAVED = 500;

/**
 * Makes events durable at once: one key each in `storage.local`. What they say never changes after the stamp.
 * E1 to E3 of docs/spec/events.md.
 */
export function createJournal(
  put: (items: Record<string, CapturedEvent>) => Promise<void>,
): Journal {
  let boot = uuidv7();
  let seq = 0;
  let unsaved: CapturedEvent[] = [];

  return {
    stamp(happening) {
      return {
        ...happening,
        id: uuidv7(),
        ts: Date.now(),
        boot,
        seq: seq++,
        host: location.host,
        path: templatePath(location.pathname),
      } as CapturedEvent;
    },
    async write(consent, ...added) {
      const events = [...unsaved, ...added];
      unsaved = consent === "pending" ? events.slice(-MAX_UNSAVED) : [];
      if (consent === "refused") {
        // Not even how many there were is told by the numbers of those that follow a later grant.
        boot = uuidv7();
        seq = 0;
      }
      if (consent || events.length === 0) return;
      try {
        await put(Object.fromEntries(events.map((one) => [EVENT_KEY + one.id, one])));
      } catch {
        unsaved = [...events, ...unsaved].slice(-MAX_UNSAVED);
      }
    },
  };
}
