import type { Busy } from "../../../lib/model/busy.ts";
import type { StoredEvent } from "../../../lib/model/event.ts";
import { AMBIENT } from "./guides.ts";

/**
 * The rules of docs/spec/decisions.md once more, plainly and for these guides only, from nothing but the events on the
 * device and what can be seen in the page. It shares no code with what it judges.
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

export interface Seen {
  now: number;
  events: readonly StoredEvent[];
  path: string;
  /** There is a visible button to save with. */
  saveButton: boolean;
  busy: Busy | null;
  /** The page's host with port, and when its document began, epoch ms. */
  host: string;
  since: number;
}

interface Run {
  guide: string;
  startedAt: number;
  lastAt: number;
  status: "running" | "completed" | "dismissed" | "snoozed";
  seen: boolean;
  host: string;
}

/** Every run of every guide, in the order of their starts. */
export function runsOf(events: readonly StoredEvent[]): Run[] {
  const runs: Run[] = [];
  for (const event of events.toSorted((a, b) => a.ts - b.ts || a.seq - b.seq)) {
    if (event.kind !== "guide") continue;
    const { guide, action, ts, host } = event;
    const run = runs.findLast((one) => one.guide === guide);
    if (action === "started") {
      runs.push({ guide, startedAt: ts, lastAt: ts, status: "running", seen: false, host });
    } else if (run) {
      run.lastAt = ts;
      if (action === "step_shown") run.seen = true;
      if (action === "completed" || action === "dismissed" || action === "snoozed") {
        run.status = action;
      }
    }
  }
  return runs;
}

/** When the visit began that goes on at `now`. */
function visitAt(events: readonly StoredEvent[], now: number): number {
  let start = now;
  let next = now;
  for (const { ts } of events.toSorted((a, b) => b.ts - a.ts)) {
    if (next - ts > 30 * MINUTE) break;
    start = ts;
    next = ts;
  }
  return start;
}

/** What has to be said of a guide: "running", "next", or what stops it first. */
export function expected(guide: string, seen: Seen): string {
  const { now, events, path, busy } = seen;
  const runs = runsOf(events);
  const mine = runs.findLast((run) => run.guide === guide);
  const visit = visitAt(events, now);
  const isOpen = (run: Run) => run.status === "running" && now - run.lastAt <= 30 * MINUTE;
  if (mine && isOpen(mine)) return "running";
  if (guide === "by-hand") return "start";
  if (guide === "later" || guide === "over") return "schedule";
  if (guide === "pro") return "audience";
  if (guide === "survey" && !events.some((event) => event.kind === "feature")) return "audience";
  const once = guide === "news" || guide === "second";
  if (once && mine) return "frequency";
  const untilDone = guide === "survey" || guide === "urgent";
  if (untilDone && runs.some((run) => run.guide === guide && run.status === "completed")) {
    return "frequency";
  }
  if (mine && mine.status !== "running" && mine.lastAt >= visit) return "frequency";
  if (guide === "welcome" && path !== "/") return "trigger";
  if (guide === "urgent" && !seen.saveButton) return "trigger";
  if (guide === "held") return "experiment";
  if (AMBIENT.has(guide)) {
    const news = runs.filter(
      (run, at) =>
        AMBIENT.has(run.guide) &&
        run.host === seen.host &&
        run.startedAt >= seen.since &&
        !runs.slice(0, at).some((other) => other.guide === run.guide),
    );
    return !mine && news.some((run) => run.guide !== guide) ? "newcomer" : "next";
  }
  const front = runs.filter((run) => !AMBIENT.has(run.guide));
  if (front.some(isOpen)) return "running-other";
  if (busy) return "busy";
  if (guide === "urgent") return "next";
  const shown = front.filter((run) => run.seen).toReversed();
  const lastSign = Math.max(0, ...front.map((run) => run.lastAt));
  if (now - lastSign < 30 * SECOND) return "spacing";
  const kept = shown.findIndex((run) => run.status !== "dismissed");
  const closed = kept < 0 ? shown.length : kept;
  const rest = closed === 0 ? 0 : Math.min(28 * DAY, DAY * 2 ** (closed - 1));
  if (now < (shown[0]?.startedAt ?? 0) + rest) return "cool-down";
  if (shown.some((run) => run.startedAt >= visit)) return "session";
  if (shown.filter((run) => now - run.startedAt < DAY).length >= 2) return "day";
  if (shown.filter((run) => now - run.startedAt < 7 * DAY).length >= 2) return "week";
  return "next";
}

/** Where the budget was broken, in words; empty when it never was. Urgent guides are bound by being alone only. */
export function broken(events: readonly StoredEvent[]): string[] {
  const faults: string[] = [];
  const shown = runsOf(events).filter((run) => !AMBIENT.has(run.guide) && run.seen);
  shown.forEach((run, at) => {
    const before = shown.slice(0, at);
    const within = (ms: number) =>
      before.filter((other) => run.startedAt - other.startedAt < ms).length;
    const open = before.find((other) => other.lastAt > run.startedAt);
    if (open) faults.push(`${run.guide} started while ${open.guide} was open`);
    if (run.guide === "urgent") return;
    if (within(30 * SECOND) > 0) faults.push(`${run.guide}: another within 30 s`);
    if (within(DAY) > 1) faults.push(`${run.guide}: the third of a day`);
    if (within(7 * DAY) > 1) faults.push(`${run.guide}: the third of a week`);
    const visit = visitAt(
      events.filter(({ ts }) => ts <= run.startedAt),
      run.startedAt,
    );
    if (before.some((other) => other.startedAt >= visit)) {
      faults.push(`${run.guide}: the second of a visit`);
    }
  });
  return faults;
}
