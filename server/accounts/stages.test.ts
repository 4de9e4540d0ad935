import { describe, expect, it } from "vitest";
import { entryOf } from "./stages.ts";

const TODAY = "2026-11-23";
const on = (since: string, stage: string | null) => ({ since, stage });
const entry = (stage: string | null, known: ReturnType<typeof on>[], isMistake = false) =>
  entryOf(stage, known, { today: TODAY, isMistake });

describe("the day since which an account is in a stage", () => {
  it("K8: is today, where it comes to another", () => {
    expect(entry("adoption", [])).toEqual({ since: TODAY, stage: "adoption", drop: null });
    expect(
      entry("renewal", [on("2026-11-01", "adoption"), on("2026-01-01", "onboarding")]),
    ).toEqual({ since: TODAY, stage: "renewal", drop: null });
  });

  it("K8: is the earlier one, where it goes back on the day it came", () => {
    const known = [on(TODAY, "adoption"), on("2026-01-01", "onboarding")];
    expect(entry("onboarding", known)).toEqual({
      since: "2026-01-01",
      stage: "onboarding",
      drop: TODAY,
    });
    expect(entry("renewal", known)).toEqual({ since: TODAY, stage: "renewal", drop: null });
    expect(entry(null, [on(TODAY, "adoption")])).toEqual({ since: TODAY, stage: null, drop: null });
  });

  it("K8: is today, where it goes back later", () => {
    const known = [on("2026-11-20", "adoption"), on("2026-01-01", "onboarding")];
    expect(entry("onboarding", known)).toEqual({ since: TODAY, stage: "onboarding", drop: null });
  });

  it("K16: is the earlier one whenever the change is undone, also if that was written over", () => {
    const known = [on("2026-11-20", "adoption"), on("2026-01-01", "onboarding")];
    expect(entry("onboarding", known, true)).toEqual({
      since: "2026-01-01",
      stage: "onboarding",
      drop: "2026-11-20",
    });
    expect(entry("onboarding", [on("2026-01-01", "adoption")], true)).toEqual({
      since: "2026-01-01",
      stage: "onboarding",
      drop: null,
    });
  });
});
