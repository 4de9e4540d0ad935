import { describe, expect, test } from "vitest";
import type { Input, JournalEntry, MessageName, Reply } from "../../lib/message/protocol.ts";
import { consentHere } from "../consent/state.ts";
import { createOwnDataModel } from "./own-data-model.ts";

const entry = (id: string) => ({ id, name: "Feature Used", state: "accepted" }) as JournalEntry;
const NEXT = { sentAt: 5, id: "b" };

function screen() {
  const asked: [MessageName, unknown][] = [];
  const saved: string[] = [];
  let failing = false;
  const model = createOwnDataModel({
    now: () => Date.UTC(2026, 10, 22),
    save: (name, json) => saved.push(`${name}: ${json}`),
    ask: async <N extends MessageName>(name: N, input: Input<N>) => {
      asked.push([name, input]);
      const error = { code: "failed", message: "no" } as const;
      const { before } = input as { before?: unknown };
      const page = before
        ? { entries: [entry("c")], next: null }
        : { entries: [entry("a"), entry("b")], next: NEXT };
      const value = name === "data.export" ? { json: "{}" } : page;
      return (failing ? { ok: false, error } : { ok: true, value }) as Reply<N>;
    },
  });
  return { model, asked, saved, fail: () => (failing = true) };
}

describe("my data", () => {
  test("what left is asked for only while somebody looks", async () => {
    const { model, asked } = screen();
    model.refresh();
    expect(asked).toEqual([]);
    model.toggle();
    model.refresh();
    expect(asked).toHaveLength(2);
  });

  test("more of it is added below", async () => {
    const { model, asked } = screen();
    await model.journal.load();
    await model.more();
    await model.more();
    expect(model.journal.value.value?.entries.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(asked).toEqual([
      ["data.journal", {}],
      ["data.journal", { before: NEXT }],
    ]);
  });

  test("a copy is saved by the day, and what went wrong is told", async () => {
    const { model, saved, fail } = screen();
    await model.exportAll();
    expect(saved).toEqual(["waymark-2026-11-22.json: {}"]);
    fail();
    await model.exportAll();
    expect(saved).toHaveLength(1);
    expect(model.problem.value).toMatchObject({ message: "no" });
  });
});

test("E17: in each tab the answer that holds there is shown", () => {
  const hosts = [
    { host: "yes.test", answer: "granted" as const },
    { host: "no.test:8080", answer: "refused" as const },
  ];
  const at = (state: "granted" | "refused" | "pending", url?: string) =>
    consentHere({ policy: "required", state, hosts }, url);
  expect(at("pending")).toBe("pending");
  expect(at("pending", "https://yes.test/a")).toBe("granted");
  expect(at("granted", "http://no.test:8080/")).toBe("refused");
  expect(at("refused", "https://yes.test/a")).toBe("refused");
  expect(at("granted", "https://other.test/")).toBe("granted");
});
