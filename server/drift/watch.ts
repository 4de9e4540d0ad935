import type { Deps } from "../deps.ts";
import type { IncomingEvent } from "../ingest/event.ts";
import { DRIFT_LIMITS } from "./limits.ts";
import { MISSED_OUTCOMES, outcomeOf } from "./outcome.ts";
import { pauseIfVanished } from "./pause.ts";

/** Is told of stored events; looks into guides whose targets were missed, without anybody waiting for it. */
export type DriftWatch = (workspace: string, events: readonly IncomingEvent[]) => void;

/** A look is followed by this many times its own duration of rest: however many miss, it takes a tenth of the time. */
const REST_FACTOR = 9;

/**
 * One guide of a workspace is looked into at a time, and once for all misses that came meanwhile, so that an app that
 * lost its elements for everybody costs one question after the other and not one a miss. What is cut short by the end of
 * the process is taken up with the next miss.
 */
export function createDriftWatch({
  db,
  clock,
  log,
}: Pick<Deps, "db" | "clock" | "log">): DriftWatch {
  const due = new Map<string, Set<string>>();

  async function look(workspace: string, guides: Set<string>): Promise<void> {
    for (const guide of guides) {
      guides.delete(guide);
      const began = performance.now();
      try {
        const order = { workspace, guide, at: clock() };
        const paused = await db.transaction(workspace, (sql) =>
          pauseIfVanished(sql, order, DRIFT_LIMITS),
        );
        if (paused) log.info("a guide was paused, because its targets are missing", { workspace });
      } catch (error) {
        log.error("could not look into missing targets", error, { workspace });
      }
      await rest(REST_FACTOR * (performance.now() - began));
    }
    due.delete(workspace);
  }

  return (workspace, events) => {
    const guides = events.flatMap(({ known }) =>
      known?.kind === "guide" &&
      known.target &&
      MISSED_OUTCOMES.includes(outcomeOf(known.action, known.target))
        ? [known.guide]
        : [],
    );
    if (guides.length === 0) return;
    const waiting = due.get(workspace);
    if (waiting) {
      for (const guide of guides) waiting.add(guide);
      return;
    }
    const started = new Set(guides);
    due.set(workspace, started);
    void look(workspace, started);
  };
}

/** Keeps nobody from ending the process. */
function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
