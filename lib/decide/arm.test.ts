import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Experiment } from "../model/experiment.ts";
import { armOf } from "./arm.ts";
import { bucket } from "./bucket.ts";

const experiment = (change: Partial<Experiment> = {}): Experiment => ({
  id: "lift",
  name: "Lift",
  seed: "lift-2026",
  unit: "user",
  coverage: 1,
  holdout: 0.1,
  ...change,
});
const user = (id: string) => ({ device: "d", user: id, account: null });

describe("experiments", () => {
  it.each([
    ["seed", "a", 0.0505],
    ["seed", "b", 0.2696],
    ["foo", "ab", 0.2575],
  ])("D21: published vector %s, %s", (seed, unit, expected) => {
    expect(bucket(seed, unit)).toBe(expected);
  });

  it("D21: buckets are even, and independent between seeds", () => {
    const units = Array.from({ length: 50_000 }, (_, at) => `user-${at}`);
    const counts = new Array<number>(10).fill(0);
    let both = 0;
    for (const unit of units) {
      const place = bucket("one", unit);
      counts[Math.floor(place * 10)] = (counts[Math.floor(place * 10)] ?? 0) + 1;
      if (place < 0.5 && bucket("two", unit) < 0.5) both += 1;
    }
    for (const count of counts) expect(Math.abs(count / units.length - 0.1)).toBeLessThan(0.005);
    expect(Math.abs(both / units.length - 0.25)).toBeLessThan(0.01);
  });

  it("D22: arms have the shares they were given", () => {
    const arms = Array.from({ length: 20_000 }, (_, at) =>
      armOf(experiment({ coverage: 0.5, holdout: 0.2 }), user(`u${at}`)),
    );
    const share = (arm: string) => arms.filter((one) => one === arm).length / arms.length;
    expect(share("holdout")).toBeCloseTo(0.1, 1);
    expect(share("guide")).toBeCloseTo(0.4, 1);
    expect(share("out")).toBeCloseTo(0.5, 1);
  });

  it("D22: raising the coverage moves nobody from one arm to the other", async () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.property(fc.string(), part, part, part, (id, a, b, holdout) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const before = armOf(experiment({ coverage: low, holdout }), user(id));
        const after = armOf(experiment({ coverage: high, holdout }), user(id));
        if (before !== "out") expect(after).toBe(before);
      }),
    );
  });

  it("D22: no holdout, no coverage", () => {
    expect(armOf(experiment({ holdout: 0 }), user("a"))).toBe("guide");
    expect(armOf(experiment({ holdout: 1 }), user("a"))).toBe("holdout");
    expect(armOf(experiment({ coverage: 0 }), user("a"))).toBe("out");
  });

  it("D22: colleagues share their account's arm; without an account one takes no part", () => {
    const accounts = experiment({ unit: "account", holdout: 0.5 });
    const of = (id: string, account: string | null) =>
      armOf(accounts, { device: "d", user: id, account });
    expect(of("ada", "acme")).toBe(of("bob", "acme"));
    expect(of("ada", null)).toBe("out");
  });
});
