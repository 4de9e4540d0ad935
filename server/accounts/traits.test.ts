import { describe, expect, it } from "vitest";
import { valuesOfTraits } from "./traits.ts";

const DAY = "2026-03-10";

describe("K1: what clients of Segment say of an account", () => {
  it("the example of Segment's own documentation, as analytics.js sends it", () => {
    const traits = {
      name: "Initech",
      industry: "Technology",
      employees: 329,
      plan: "enterprise",
      "total billed": 830,
      website: "https://example.com",
      createdAt: "2014-05-21T15:28:32.000Z",
    };
    expect(valuesOfTraits(traits, DAY)).toEqual({
      name: "Initech",
      vertical: "Technology",
      plan: "enterprise",
      size: "201-500",
      customerSince: "2014-05-21",
    });
  });

  it("numbers as texts, as the documentation types them and tag managers send them", () => {
    const traits = { employees: "1,200", mrr: "1 250.50", currency: "eur", seats: "25" };
    expect(valuesOfTraits(traits, DAY)).toEqual({
      size: "1001-5000",
      seats: 25,
      mrr: { minor: 125_050, currency: "EUR", since: DAY },
    });
    const zero = { employees: "0", mrr: 0 };
    expect(valuesOfTraits(zero, DAY)).toEqual({ mrr: { minor: 0, currency: "USD", since: DAY } });
  });

  it.each([
    [1_400_686_112, "seconds"],
    [1_400_686_112_000, "milliseconds"],
    ["1400686112", "seconds in a text"],
    ["2014-05-21", "a day"],
    ["2014-05-21T15:28:32+00:00", "ISO 8601 with an offset"],
  ])("createdAt %j: %s", (createdAt, _) => {
    expect(valuesOfTraits({ createdAt }, DAY)).toEqual({ customerSince: "2014-05-21" });
  });

  it("what cannot be read says nothing", () => {
    const traits = {
      createdAt: "last year",
      renewal: "",
      employees: "many",
      seats: "1.5",
      mrr: "12,5",
      currency: 7,
      plan: "x".repeat(100),
    };
    expect(valuesOfTraits(traits, DAY)).toEqual({});
  });
});
