import type { Browser, Page } from "@playwright/test";

/** The part of a trace event that the benches read. */
export interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** When it began, microseconds. */
  ts: number;
  /** How long it took by the clock, microseconds. */
  dur?: number;
  /** How long its thread was at work meanwhile, microseconds. */
  tdur?: number;
  args?: { data?: { type?: string; message?: string } };
}

/** What a trace tells; the more, the slower the traced page. */
const CATEGORIES = {
  /** Events, script, timers. */
  script: ["-*", "devtools.timeline", "v8.execute"],
  /** Also every task of a thread. */
  tasks: ["-*", "devtools.timeline", "disabled-by-default-devtools.timeline"],
} as const;

/** What the browser did while `run` ran, in order. Only what lies between marks is worth looking at. */
export async function record(
  browser: Browser,
  what: keyof typeof CATEGORIES,
  run: () => Promise<void>,
): Promise<TraceEvent[]> {
  await browser.startTracing(undefined, { categories: [...CATEGORIES[what]] });
  let trace: Buffer;
  try {
    await run();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  return traceEvents.sort((a, b) => a.ts - b.ts);
}

const BEGIN = "bench begins ";
const END = "bench ends";

/** Runs `run` between two marks in the trace, set on the main thread of the page. */
export async function marked(page: Page, label: string, run: () => Promise<void>): Promise<void> {
  await page.evaluate((text) => console.timeStamp(text), BEGIN + label);
  await run();
  await page.evaluate((text) => console.timeStamp(text), END);
}

/**
 * What happened on the main threads of the marked pages, a list a mark of this label. What set the marks is
 * left out.
 */
export function stretches(events: readonly TraceEvent[], label: string): TraceEvent[][] {
  return events
    .filter((event) => messageOf(event) === BEGIN + label)
    .map((begin) => {
      const mine = events.filter(
        (event) => event.pid === begin.pid && event.tid === begin.tid && event.ts > begin.ts,
      );
      const end = mine.find((event) => messageOf(event) === END);
      if (!end) throw new Error(`the trace ends within "${label}"`);
      return mine.filter((event) => event.ts + (event.dur ?? 0) < end.ts);
    });
}

/** Events that lie in no other of them. */
export function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let covered = 0;
  return events.filter(({ ts, dur = 0 }) => {
    if (ts < covered) return false;
    covered = ts + dur;
    return true;
  });
}

function messageOf({ name, args }: TraceEvent): string | undefined {
  return name === "TimeStamp" ? args?.data?.message : undefined;
}
