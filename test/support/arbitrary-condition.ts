import fc from "fast-check";
import type { Condition } from "../../lib/model/condition.ts";

const id = fc.constantFrom("deploy", "search", "add-node", "import_flow", "x.1");
const duration = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom("ms", "s", "m", "h", "d", "w"))
  .map(([count, unit]) => `${count}${unit}`);
const text = fc.string({ minLength: 1, maxLength: 30 });
const scalar = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const sequence = fc
  .array(
    fc.record({
      feature: fc.oneof(id, fc.array(id, { minLength: 1, maxLength: 3 })),
      times: maybe(fc.integer({ min: 1, max: 3 })),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .chain((steps) =>
    fc.record({
      steps: fc.constant(steps),
      within: maybe(duration),
      order: maybe(fc.constantFrom("loose" as const, "strict" as const)),
      without: maybe(
        fc.array(
          fc.oneof(
            id,
            fc.record({
              features: fc.array(id, { minLength: 1, maxLength: 2 }),
              between: fc.constant<[number, number]>([1, steps.length]),
            }),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      ),
    }),
  );

const attribute = fc
  .record({
    type: fc.constant("attribute" as const),
    of: fc.constantFrom("user" as const, "account" as const),
    name: text,
    op: fc.constantFrom("eq", "ne", "gt", "gte", "lt", "lte", "in", "exists"),
    value: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
  })
  .map(({ value, ...rest }) =>
    rest.op === "exists" ? rest : { ...rest, value },
  ) as fc.Arbitrary<Condition>;

const url = fc
  .record({
    host: maybe(text),
    path: maybe(text),
    query: maybe(
      fc.dictionary(fc.string({ maxLength: 8 }), text, { maxKeys: 3, noNullPrototype: true }),
    ),
    hash: maybe(text),
  })
  .filter((pattern) => Object.values(pattern).some((part) => part !== undefined));

/** Every kind of single condition that the schema knows, with and without what may be left out. */
export const arbitraryLeaf: fc.Arbitrary<Condition> = fc
  .oneof(
    fc.record({
      type: fc.constant("used" as const),
      feature: id,
      times: maybe(fc.integer({ min: 1, max: 10_000 })),
      within: maybe(duration),
    }),
    fc.record({ type: fc.constant("sequence" as const), sequence }),
    fc.record({
      type: fc.constant("count" as const),
      feature: id,
      op: fc.constantFrom(
        "eq" as const,
        "gt" as const,
        "gte" as const,
        "lt" as const,
        "lte" as const,
      ),
      value: fc.integer({ min: 0, max: 1_000 }),
      within: duration,
    }),
    fc.record({
      type: fc.constant("absent" as const),
      feature: id,
      after: id,
      for: duration,
      from: maybe(fc.constantFrom("newest" as const, "first" as const)),
    }),
    fc.record({ type: fc.constant("signal" as const), signal: id, is: maybe(fc.boolean()) }),
    fc.record({ type: fc.constant("segment" as const), segment: id }),
    fc.record({ type: fc.constant("guide" as const), guide: id }),
    attribute,
    fc.record({ type: fc.constant("page" as const), url }),
    fc.record({
      type: fc.constant("element" as const),
      selector: text,
      state: fc.constantFrom("present" as const, "absent" as const, "more" as const),
      min: maybe(fc.integer({ min: 1, max: 10_000 })),
    }),
  )
  .map(dense);

/** Conditions of any kind, nested as authors nest them and deeper. */
export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>(
  (tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      arbitraryLeaf,
      fc.record({
        type: fc.constantFrom("all" as const, "any" as const),
        of: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
      }),
      fc.record({ type: fc.constant("not" as const), of: tie("node") }),
    ),
  }),
).node;

/** Without the keys that hold nothing. */
function dense<T>(value: T): T {
  if (Array.isArray(value)) return value.map(dense) as T;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(kept.map(([key, one]) => [key, dense(one)])) as T;
}
