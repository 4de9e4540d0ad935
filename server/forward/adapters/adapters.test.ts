import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Packed, Queued } from "./adapter.ts";
import { packCloudEvents } from "./cloud-events.ts";
import { packPostHog } from "./posthog.ts";
import { packSegment } from "./segment.ts";

const target = { workspace: "w", secret: "ключ", batch: true };
const SENT_AT = "2026-11-22T12:00:00.000Z";

const queued: fc.Arbitrary<Queued> = fc
  .record({ id: fc.uuid(), text: fc.string({ unit: "grapheme" }), size: fc.nat({ max: 30_000 }) })
  .map(({ id, text, size }) => ({
    id,
    message: {
      type: "track",
      event: "e",
      messageId: id,
      timestamp: SENT_AT,
      properties: { text: text + "ы".repeat(size / 2) },
    },
  }));
const waiting = fc.array(queued, { minLength: 1, maxLength: 60 });

const partsOf: Record<string, (packed: Packed) => unknown[]> = {
  segment: ({ body }) => JSON.parse(body).batch,
  posthog: ({ body }) => JSON.parse(body).batch,
  cloudevents: ({ body }) => JSON.parse(body),
};
const packs = { segment: packSegment, posthog: packPostHog, cloudevents: packCloudEvents };

describe.each(Object.entries(packs))("R58: %s", (name, pack) => {
  it("takes from the front what fits 450 KB, names what it took, and leaves nothing that would have fitted", () => {
    fc.assert(
      fc.property(waiting, (items) => {
        const packed = pack(target, items, SENT_AT);
        expect(packed.items).toEqual(items.slice(0, packed.items.length));
        expect(partsOf[name]?.(packed)).toHaveLength(packed.items.length);
        expect(Buffer.byteLength(packed.body)).toBeLessThanOrEqual(450_000);
        const next = items[packed.items.length];
        if (!next) return;
        const more = Buffer.byteLength(pack(target, [next], SENT_AT).body);
        expect(Buffer.byteLength(packed.body) + more).toBeGreaterThan(450_000);
      }),
      { numRuns: 30 },
    );
  });

  it("writes the same message the same way, whatever goes with it", () => {
    fc.assert(
      fc.property(queued, queued, (one, other) => {
        const alone = partsOf[name]?.(pack(target, [one], SENT_AT))[0];
        const second = partsOf[name]?.(pack(target, [other, one], SENT_AT))[1];
        expect(JSON.stringify(second)).toBe(JSON.stringify(alone));
      }),
    );
  });
});

it("R58: no more than 500 messages go into one request", () => {
  const message = { type: "page", messageId: "m", timestamp: SENT_AT } as const;
  const many = Array.from({ length: 600 }, (_, n) => ({ id: `${n}`, message }));
  expect(packSegment(target, many, SENT_AT).items).toHaveLength(500);
  expect(packCloudEvents({ ...target, batch: false }, many, SENT_AT).items).toHaveLength(1);
});
