import type { FeatureRule } from "../../../../lib/model/feature.ts";
import type { Friction } from "../../../../lib/model/friction.ts";
import { AGENT_TOOLS } from "../../../../lib/page/agent-tools.ts";
import { startFriction } from "../../../../lib/page/friction/friction.ts";

/** What notices friction, in the isolated world of a page, beside an agent that only keeps what it is told. */

const met: { what: Friction; feature?: string | undefined }[] = [];
const life = new AbortController();

/** Time passes when a test says so. */
const timers = new Map<number, () => void>();
let timer = 0;
Object.assign(globalThis, {
  setTimeout(run: () => void) {
    timer += 1;
    timers.set(timer, run);
    return timer;
  },
  clearTimeout: (id: number) => timers.delete(id),
});
let wake: (() => void) | undefined;

const world = {
  start(friction: Friction[], features: { id: string; rules: FeatureRule[] }[] = []) {
    const port = {
      report: async () => undefined,
      meet: async (event: (typeof met)[number]) => {
        met.push(event);
        wake?.();
      },
      onMessage: () => undefined,
      onNavigate: () => undefined,
      signal: life.signal,
      tools: AGENT_TOOLS,
    };
    startFriction(port, async () => ({ format: 1, features, friction }));
  },
  met: () => met,
  /** What is waited for. */
  waiting: () => timers.size,
  letTimePass() {
    for (const [id, run] of [...timers]) {
      timers.delete(id);
      run();
    }
  },
  /** Resolves with all that was met, once there are so many. */
  async metAtLeast(count: number) {
    while (met.length < count) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return met;
  },
};

export type FrictionWorld = typeof world;

Object.assign(globalThis, { world });
