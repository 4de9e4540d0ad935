import { describe, expect, it } from "vitest";
import { createLimiter } from "./token-bucket.ts";

describe("token bucket", () => {
  const setUp = () => {
    const time = { now: 0 };
    return { time, limiter: createLimiter({ perSecond: 10, burst: 20 }, () => time.now) };
  };

  it("R8: lets a burst through, then the rate, and says how long to wait", () => {
    const { time, limiter } = setUp();
    expect(limiter.take("key", 20)).toBe(0);
    expect(limiter.take("key", 5)).toBe(500);
    time.now = 499;
    expect(limiter.take("key", 5)).toBe(1);
    time.now = 500;
    expect(limiter.take("key", 5)).toBe(0);
  });

  it("R8: keys do not take from each other", () => {
    const { limiter } = setUp();
    expect(limiter.take("one", 20)).toBe(0);
    expect(limiter.take("two", 20)).toBe(0);
  });

  it("R8: of more than ten thousand keys the oldest are forgotten", () => {
    const { limiter } = setUp();
    expect(limiter.take("first", 20)).toBe(0);
    for (let n = 0; n < 10_000; n += 1) limiter.take(`key ${n}`, 20);
    expect(limiter.take("first", 20)).toBe(0);
    expect(limiter.take("key 9999", 20)).toBe(2000);
  });

  it("R8: what is larger than a burst waits for a full bucket instead of for ever", () => {
    const { time, limiter } = setUp();
    expect(limiter.take("key", 50)).toBe(0);
    expect(limiter.take("key", 50)).toBe(5000);
    time.now = 5000;
    expect(limiter.take("key", 50)).toBe(0);
  });
});
