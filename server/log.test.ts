import { describe, expect, it } from "vitest";
import { createLog } from "./log.ts";

describe("log", () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => 0,
  );
  const last = () => JSON.parse(lines.at(-1) ?? "");

  it("writes one line of JSON an entry", () => {
    log.info("two\nlines", { status: 200 });
    expect(lines.at(-1)).not.toContain("\n");
    expect(last()).toEqual({
      time: "1970-01-01T00:00:00.000Z",
      level: "info",
      message: "two\nlines",
      status: 200,
    });
  });

  it("R26: says where a fault was, and of a database's fault not what the row was", () => {
    const fault = Object.assign(new Error('duplicate key (person)=("ann@example.com")'), {
      code: "23505",
      detail: "Key (person)=(ann@example.com) already exists.",
      table: "users",
    });
    log.error("request failed", fault);
    expect(last()).toMatchObject({ error: "Error", code: "23505", table: "users" });
    expect(last().stack).toContain("log.test.ts");
    expect(lines.at(-1)).not.toContain("ann@");
    log.error("failed", new TypeError("x is not a function"));
    expect(last()).toMatchObject({ error: "TypeError", detail: "x is not a function" });
    log.error("failed", "a string");
    expect(last()).toMatchObject({ error: "string" });
  });
});
