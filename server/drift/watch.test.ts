import { describe, expect, it, vi } from "vitest";
import type { Deps } from "../deps.ts";
import type { IncomingEvent } from "../ingest/event.ts";
import { createDriftWatch } from "./watch.ts";

const seen = (guide: string, outcome: string, action = "target_missing") =>
  ({
    known: { kind: "guide", action, guide, version: 1, step: "s", target: { outcome, score: 0 } },
  }) as unknown as IncomingEvent;

/** A watch over a database whose answers come when the test says so. */
function watching() {
  const looks: PromiseWithResolvers<boolean>[] = [];
  const errors: unknown[] = [];
  const transaction = async () => {
    const look = Promise.withResolvers<boolean>();
    looks.push(look);
    return look.promise;
  };
  const watch = createDriftWatch({
    db: { transaction },
    clock: () => 0,
    log: { info: () => undefined, error: (_: string, error: unknown) => void errors.push(error) },
  } as unknown as Deps);
  return { watch, looks, errors };
}

describe("R32: misses are looked into", () => {
  it("when one arrives, and not when elements were found", () => {
    const { watch, looks } = watching();
    watch("w", [seen("a", "found", "step_shown"), seen("a", "covered", "step_shown")]);
    watch("w", [{ known: null } as unknown as IncomingEvent]);
    expect(looks).toHaveLength(0);
    watch("w", [seen("a", "absent")]);
    expect(looks).toHaveLength(1);
  });

  it("one guide of a workspace after the other, however many come meanwhile", async () => {
    const { watch, looks } = watching();
    for (let n = 0; n < 50; n += 1) watch("w", [seen("a", "absent"), seen("b", "likely")]);
    watch("other", [seen("a", "ambiguous")]);
    expect(looks).toHaveLength(2);
    looks[0]?.resolve(false);
    await vi.waitFor(() => expect(looks).toHaveLength(3));
    looks[2]?.resolve(false);
    await vi.waitFor(() => expect(looks).toHaveLength(4));
    looks[3]?.resolve(true);
    await vi.waitFor(() => {
      watch("w", [seen("c", "absent")]);
      expect(looks.length).toBeGreaterThan(4);
    });
  });

  it("and a database that fails is told to the operator and asked again with the next miss", async () => {
    const { watch, looks, errors } = watching();
    watch("w", [seen("a", "absent")]);
    looks[0]?.reject(new Error("away"));
    await vi.waitFor(() => expect(errors).toEqual([new Error("away")]));
    await vi.waitFor(() => {
      watch("w", [seen("a", "absent")]);
      expect(looks.length).toBeGreaterThan(1);
    });
  });
});
