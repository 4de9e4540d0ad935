import { expect, test } from "vitest";
import { costsOf } from "./clicks.ts";
import type { TraceEvent } from "./trace.ts";

const thread = { pid: 1, tid: 1 };
const script = (name: string, ts: number, dur: number): TraceEvent => ({
  ...thread,
  name,
  ts,
  dur,
  tdur: dur / 2,
});
const dispatch = (type: string, ts: number, dur: number): TraceEvent => ({
  ...script("EventDispatch", ts, dur),
  args: { data: { type } },
});

test("a click is its presses, its releases and the script until the next press", () => {
  const [first, second, ...more] = costsOf([
    dispatch("pointerdown", 0, 100),
    dispatch("mousedown", 200, 100),
    dispatch("pointerup", 400, 100),
    dispatch("mouseup", 600, 100),
    dispatch("click", 1000, 1000),
    script("RunMicrotasks", 3000, 600),
    dispatch("mousedown", 5000, 100),
    dispatch("click", 6000, 100),
  ]);
  expect(first?.wall).toBeCloseTo(2);
  expect(first?.cpu).toBeCloseTo(1);
  expect(second?.wall).toBeCloseTo(0.2);
  expect(more).toEqual([]);
});

test("what runs inside a dispatch counts once, and as writing if it is no listener", () => {
  const [cost] = costsOf([
    dispatch("mousedown", 0, 100),
    dispatch("click", 1000, 1000),
    script("FunctionCall", 1100, 200),
    script("RunMicrotasks", 1400, 400),
    script("FunctionCall", 1500, 100),
  ]);
  expect(cost?.wall).toBeCloseTo(1.1);
  expect(cost?.listening).toBeCloseTo(0.35);
  expect(cost?.writing).toBeCloseTo(0.2);
});

test("other events and script before the first press belong to no click", () => {
  expect(costsOf([script("RunMicrotasks", 0, 100), dispatch("pointermove", 200, 100)])).toEqual([]);
});
