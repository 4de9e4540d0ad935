import { beforeEach, describe, expect, it, vi } from "vitest";
import { CapturedEvent } from "../../model/event.ts";
import { parse } from "../../model/parse.ts";
import { createJournal } from "./journal.ts";

const place = { host: "app.test", pathname: "/orders/12345" };
beforeEach(() => vi.stubGlobal("location", place));

const use = { kind: "feature", feature: "save" } as const;

/** `storage.local` that can refuse. */
function createArea() {
  const area = {
    broken: false,
    items: {} as Record<string, CapturedEvent>,
    put: async (items: Record<string, CapturedEvent>) => {
      if (area.broken) throw new Error("QUOTA_BYTES quota exceeded");
      Object.assign(area.items, items);
    },
  };
  return area;
}

describe("journal", () => {
  it("E1, E3: writes each event under its own key, as an event of the model", async () => {
    const area = createArea();
    const journal = createJournal(area.put);
    for (let n = 0; n < 3; n++) await journal.write(undefined, journal.stamp(use));
    const events = Object.values(area.items);
    expect(Object.keys(area.items)).toEqual(events.map(({ id }) => `event:${id}`));
    expect(events.map(({ seq }) => seq)).toEqual([0, 1, 2]);
    expect(new Set(events.map(({ boot }) => boot)).size).toBe(1);
    expect(events[0]).toMatchObject({ host: "app.test", path: "/orders/:id" });
    expect(parse(CapturedEvent, events[0])).toMatchObject({ ok: true });
  });

  it("E3: time and place are those of the event, not of its writing", async () => {
    const area = createArea();
    const journal = createJournal(area.put);
    const event = journal.stamp(use);
    vi.stubGlobal("location", { ...place, pathname: "/elsewhere" });
    await journal.write(undefined, event);
    expect(Object.values(area.items)).toEqual([event]);
    expect(event.path).toBe("/orders/:id");
  });

  it("what could not be written is written with the next event", async () => {
    const area = createArea();
    const journal = createJournal(area.put);
    area.broken = true;
    await journal.write(undefined, journal.stamp(use));
    area.broken = false;
    await journal.write(undefined, journal.stamp(use));
    expect(Object.values(area.items).map(({ seq }) => seq)).toEqual([0, 1]);
  });

  it("keeps the newest 500 while nothing can be written", async () => {
    const area = createArea();
    const journal = createJournal(area.put);
    area.broken = true;
    for (let n = 0; n < 6; n++) {
      await journal.write(undefined, ...Array.from({ length: 100 }, () => journal.stamp(use)));
    }
    area.broken = false;
    await journal.write(undefined, journal.stamp(use));
    const seqs = Object.values(area.items).map(({ seq }) => seq);
    expect(seqs).toHaveLength(501);
    expect(seqs[0]).toBe(100);
  });

  it("E16: while consent is pending nothing is written; a grant writes all of it, in order", async () => {
    const area = createArea();
    const journal = createJournal(area.put);
    for (let n = 0; n < 600; n++) await journal.write("pending", journal.stamp(use));
    expect(area.items).toEqual({});
    await journal.write(undefined);
    const seqs = Object.values(area.items).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 500 }, (_, n) => n + 100));
  });

  it("E16: a refusal drops it for good, and no number tells how much there was", async () => {
    const area = createArea();
    const journal = createJournal(area.put);
    for (let n = 0; n < 3; n++) await journal.write("pending", journal.stamp(use));
    await journal.write("refused", journal.stamp(use));
    expect(area.items).toEqual({});
    await journal.write(undefined, journal.stamp(use));
    expect(Object.values(area.items).map(({ seq }) => seq)).toEqual([0]);
  });
});
