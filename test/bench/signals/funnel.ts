import type { Sequence } from "../../../lib/model/sequence.ts";
import { compileSequence } from "../../../lib/sequence/compile.ts";
import type { OrderedEvent } from "../../../lib/sequence/event.ts";
import { advanceSequence, startSequence } from "../../../lib/sequence/match.ts";
import { isInstalled } from "../../oracle/engine.ts";
import { forEngine, funnel } from "../../oracle/sql.ts";
import type { Figure } from "../bench.ts";
import { median } from "../statistics.ts";
import { type LogRow, openLog } from "./clickhouse.ts";
import { eventsFrom } from "./workload.ts";

const EVENTS = 1_000_000;
const PEOPLE = 1_000;
const ROUNDS = 5;

const FUNNEL: Sequence = {
  steps: ["feature-10", "feature-20", "feature-30", "feature-40"].map((feature) => ({ feature })),
  /** Some people get through, most do not. */
  within: "30m",
};

/**
 * One funnel over the same log, by Waymark and by ClickHouse on one thread, which must say the same of everybody.
 * ClickHouse has the log in memory, as columns; reading it in is not counted on either side.
 */
export async function measureFunnel(say: (line: string) => void): Promise<Figure[]> {
  say(`A funnel of ${FUNNEL.steps.length} steps over ${EVENTS.toLocaleString("en-US")} events`);
  const people = Array.from({ length: PEOPLE }, (_, person) =>
    eventsFrom(person * (EVENTS / PEOPLE), EVENTS / PEOPLE),
  );
  const ours = timesOf(() => people.map(levelOf));
  if (new Set(ours.answer).size < 2)
    throw new Error("everybody comes equally far: nothing to compare");
  const figures: Figure[] = [
    { name: "funnel1e6.waymark", value: median(ours.times), unit: "ms" },
    { name: "funnel1e6.waymark.perEvent", value: nanoseconds(ours.times), unit: "ns" },
  ];
  if (!isInstalled()) {
    say('Without ClickHouse: "npm run test:oracle" fetches it (about 550 MB)');
    return figures;
  }
  const log = await openLog(
    people.flatMap((events, person) =>
      events.map(({ ts, feature }): LogRow => [person, ts, feature]),
    ),
  );
  try {
    const sql = forEngine(funnel(FUNNEL), { funnel: "t", pattern: "t" });
    const theirs = timesOf(() => log.ask(sql));
    if (theirs.answer.join() !== ours.answer.join()) {
      throw new Error("Waymark and ClickHouse differ");
    }
    return [
      ...figures,
      { name: "funnel1e6.clickhouse", value: median(theirs.times), unit: "ms" },
      {
        name: "funnel1e6.ratio",
        value: median(ours.times) / median(theirs.times),
        unit: "×",
      },
    ];
  } finally {
    log.close();
  }
}

function timesOf<T>(work: () => T): { times: number[]; answer: T } {
  let answer = work();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    answer = work();
    return performance.now() - start;
  });
  return { times, answer };
}

const nanoseconds = (times: readonly number[]) => (median(times) / EVENTS) * 1e6;

/** How many steps any chain took: windowFunnel's level. */
function levelOf(events: readonly OrderedEvent[]): number {
  const compiled = compileSequence(FUNNEL);
  let state = startSequence(compiled);
  let level = 0;
  for (const event of events) {
    const step = advanceSequence(compiled, state, event);
    if (step.match) return compiled.places;
    if (step.state === state) continue;
    state = step.state;
    level = Math.max(level, state.findLastIndex((chain) => chain !== null) + 1);
  }
  return level;
}
