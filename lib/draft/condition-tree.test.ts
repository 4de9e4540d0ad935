import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryCondition } from "../../test/support/arbitrary-condition.ts";
import { Condition } from "../model/condition.ts";
import {
  addAt,
  conditionAt,
  moveAt,
  type Path,
  partsOf,
  removeAt,
  replaceAt,
  unwrapAt,
  wrapAt,
} from "./condition-tree.ts";

const signal = (name: string): Condition => ({ type: "signal", signal: name });
const all = (...of: Condition[]): Condition => ({ type: "all", of });
const [a, b, c] = [signal("a"), signal("b"), signal("c")];

function pathsOf(root: Condition, path: Path = []): Path[] {
  return [path, ...partsOf(root).flatMap((part, at) => pathsOf(part, [...path, at]))];
}

function leavesOf(root: Condition): string[] {
  const parts = partsOf(root);
  return parts.length === 0 ? [JSON.stringify(root)] : parts.flatMap(leavesOf);
}

const placed = arbitraryCondition.chain((root) =>
  fc.record({ root: fc.constant(root), path: fc.constantFrom(...pathsOf(root)) }),
);

describe("a condition that is built", () => {
  it("Y3: whatever is done to it, it stays one that the schema accepts", () => {
    fc.assert(
      fc.property(placed, ({ root, path }) => {
        const made = [
          removeAt(root, path),
          replaceAt(root, path, a),
          addAt(root, path, a)?.condition,
          wrapAt(root, path, "not"),
          wrapAt(root, path, "any"),
          unwrapAt(root, path),
          moveAt(root, path, "up")?.condition,
          moveAt(root, path, "down")?.condition,
        ];
        for (const one of made) if (one) expect(Condition.safeParse(one).success).toBe(true);
      }),
    );
  });

  it("Y3: moving loses nothing and says where it is", () => {
    fc.assert(
      fc.property(placed, fc.constantFrom("up" as const, "down" as const), ({ root, path }, to) => {
        const moved = moveAt(root, path, to);
        if (!moved) return;
        expect(conditionAt(moved.condition, moved.path)).toEqual(conditionAt(root, path));
        expect(leavesOf(moved.condition).sort()).toEqual(leavesOf(root).sort());
      }),
    );
  });

  it("goes up and down past its neighbours, into groups and out of them", () => {
    const root = all(a, all(b), c);
    const into = moveAt(root, [0], "down");
    expect(into).toEqual({ condition: all(all(a, b), c), path: [0, 0] });
    expect(moveAt(all(all(a, b), c), [0, 0], "up")).toEqual({ condition: root, path: [0] });
    expect(moveAt(root, [1, 0], "down")).toEqual({ condition: all(a, b, c), path: [1] });
    expect(moveAt(root, [2], "down")).toBeNull();
    const not: Condition = { type: "not", of: all(a, b) };
    expect(moveAt(all(not, c), [0, 0, 1], "down")).toEqual({
      condition: all({ type: "not", of: all(a) }, b, c),
      path: [1],
    });
  });

  it("is nothing any more when its last condition goes", () => {
    expect(removeAt({ type: "not", of: all(a) }, [0, 0])).toBeNull();
    expect(removeAt(all(a, { type: "not", of: b }), [1, 0])).toEqual(all(a));
  });

  it("gets one more in a group, or beside a single one", () => {
    expect(addAt(null, [], a)).toEqual({ condition: a, path: [] });
    expect(addAt(a, [], b)).toEqual({ condition: all(a, b), path: [1] });
    const full = all(...Array.from({ length: 20 }, () => a));
    expect(addAt(full, [], b)).toBeNull();
  });

  it("gives the parts of a group to the one around it only if that means the same", () => {
    expect(unwrapAt(all(a, all(b, c)), [1])).toEqual(all(a, b, c));
    expect(unwrapAt(all(a, { type: "any", of: [b, c] }), [1])).toBeNull();
    expect(unwrapAt({ type: "not", of: a }, [])).toEqual(a);
  });
});
