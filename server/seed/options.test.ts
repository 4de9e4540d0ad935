import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

const TODAY = "2026-11-22";

describe("options of the seed", () => {
  it("are those of a small company unless others are named", () => {
    expect(readOptions([], TODAY)).toMatchObject({
      accounts: 100,
      users: 20,
      days: 90,
      today: TODAY,
    });
    const words = "--accounts 1000 --users 200 --days 30 --seed 7 --today 2026-01-31 --raw-events";
    expect(readOptions(words.split(" "), TODAY)).toEqual({
      accounts: 1000,
      users: 200,
      days: 30,
      seed: 7,
      today: "2026-01-31",
      rawEvents: true,
    });
  });

  it.each([
    ["--accounts 0", "--accounts"],
    ["--accounts", "--accounts"],
    ["--users many", "--users"],
    ["--today 31.01.2026", "--today"],
    ["accounts 5", "accounts"],
    ["--colour red", "--colour"],
  ])("%s is refused by name", (words, name) => {
    expect(() => readOptions(words.split(" "), TODAY)).toThrow(name);
  });
});
