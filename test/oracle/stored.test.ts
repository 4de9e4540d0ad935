import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/build.ts";
import { MODES } from "./modes.ts";
import { STORED, type Stored } from "./stored.ts";

const { cases, clickhouse } = JSON.parse(await readFile(join(ROOT, STORED), "utf8")) as Stored;

describe(`S2 to S9, S12 to S14, S16: as ClickHouse ${clickhouse.join(" and ")} answered`, () => {
  it.each(MODES)("$name", (mode) => {
    const mine = cases.filter((one) => one.mode === mode.name);
    for (const { definition, answers } of mine) {
      for (const [log, theirs] of Object.entries(answers)) {
        expect(mode.ours(definition, log), `${JSON.stringify(definition)} ${log}`).toBe(theirs);
      }
    }
    const asked = mine.flatMap(({ answers }) => Object.values(answers));
    expect(asked.length).toBeGreaterThan(100);
    expect(new Set(asked).size).toBeGreaterThan(1);
  });
});
