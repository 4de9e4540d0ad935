import { expect, test } from "vitest";
import { outermost, stretches, type TraceEvent } from "./trace.ts";

const event = (name: string, ts: number, dur = 0, tid = 1): TraceEvent => ({
  name,
  pid: 1,
  tid,
  ts,
  dur,
});
const mark = (message: string, ts: number, tid = 1): TraceEvent => ({
  ...event("TimeStamp", ts, 0, tid),
  args: { data: { message } },
});

test("a stretch is what the marked thread did wholly between its marks", () => {
  const trace = [
    event("before", 5),
    mark("bench begins a", 10),
    event("inside", 20, 5),
    event("elsewhere", 25, 0, 2),
    event("sets the mark", 30, 50),
    mark("bench ends", 40),
    mark("bench begins b", 100),
    mark("bench ends", 120),
  ];
  expect(stretches(trace, "a").map((one) => one.map(({ name }) => name))).toEqual([["inside"]]);
  expect(stretches(trace, "b")).toEqual([[]]);
});

test("a stretch without an end is no measurement", () => {
  expect(() => stretches([mark("bench begins a", 1)], "a")).toThrow('the trace ends within "a"');
});

test("what lies in another event is not counted again", () => {
  const events = [event("outer", 0, 100), event("inner", 10, 20), event("next", 100, 5)];
  expect(outermost(events).map(({ name }) => name)).toEqual(["outer", "next"]);
});
