import type { Obstacle } from "../tour/run.ts";
import type { GuideReport } from "./agent-port.ts";
import type { Locator } from "./locator-port.ts";
import type { Hit, Miss, Search } from "./seek.ts";

/** Remembers how the search for a step's element ended, for the events that tell of it: T46. */
export interface Witness {
  search: Search;
  /** From now on the search is for this step. */
  begin(step: string): void;
  /** The event with what was seen, if it is about that. */
  tell(event: GuideReport, obstacle: Obstacle | null): GuideReport;
}

export function createWitness(search: Search, locator: Locator): Witness {
  let step: string | undefined;
  let last: Hit | Miss | undefined;
  return {
    async search(anchor, signal) {
      last = await search(anchor, signal);
      return last;
    },
    begin(begun) {
      step = begun;
      last = undefined;
    },
    tell(event, obstacle) {
      const isAbout = /shown|missing/.test(event.action) && event.step === step;
      if (!last || !isAbout) return event;
      const score = Math.round((last.score ?? 0) * 100) / 100;
      return { ...event, target: { ...locator.place(), outcome: obstacle ?? last.outcome, score } };
    },
  };
}
