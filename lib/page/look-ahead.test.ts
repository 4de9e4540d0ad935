import { beforeEach, expect, it, vi } from "vitest";
import type { Anchor } from "../model/anchor.ts";
import { lookAhead } from "./look-ahead.ts";
import type { PageObserver } from "./observe.ts";
import type { Miss } from "./seek.ts";

const next: Anchor = { samples: [{ fingerprint: { tag: "button", name: "Next" } }] };
const other: Anchor = { samples: [{ fingerprint: { tag: "button", name: "Other" } }] };

beforeEach(() => {
  vi.stubGlobal("requestIdleCallback", (task: () => void) => setTimeout(task));
});

function setUp() {
  const listeners = new Set<() => void>();
  const page: PageObserver = {
    onChange(listener, signal) {
      listeners.add(listener);
      signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
    stir: () => undefined,
    roots: () => [],
  };
  const searched: Anchor[] = [];
  const search = async (anchor: Anchor): Promise<Miss> => {
    searched.push(anchor);
    return { outcome: "absent", reason: `search ${searched.length}` };
  };
  const life = new AbortController();
  const change = () => {
    for (const listener of [...listeners]) listener();
  };
  return { ...lookAhead(search, page, life.signal), searched, change, listeners, life };
}

const prepared = (searched: readonly unknown[]) =>
  vi.waitFor(() => expect(searched).toHaveLength(1));

it("T54: what was looked for ahead is there when it is asked for, once", async () => {
  const { prepare, search, searched, life } = setUp();
  prepare(next);
  await prepared(searched);
  expect((await search(next, life.signal)).reason).toBe("search 1");
  expect((await search(next, life.signal)).reason).toBe("search 2");
});

it("T54: after any change of the page it is looked for anew, and nobody watches any more", async () => {
  const { prepare, search, searched, change, listeners, life } = setUp();
  prepare(next);
  await prepared(searched);
  change();
  expect(listeners.size).toBe(0);
  expect((await search(next, life.signal)).reason).toBe("search 2");
});

it("T54: another question does not get its answer", async () => {
  const { prepare, search, searched, life } = setUp();
  prepare(next);
  await prepared(searched);
  expect((await search(other, life.signal)).reason).toBe("search 2");
  expect(searched).toEqual([next, other]);
});
