import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryLeaf } from "../../test/support/arbitrary-condition.ts";
import { Condition } from "../model/condition.ts";
import { formOf, type Leaf, readForm } from "./condition-form.ts";
import { withAnother, withOperator } from "./condition-value.ts";

describe("single conditions as their author writes them", () => {
  it("Y1: any that the schema allows is read again as it was", () => {
    fc.assert(
      fc.property(arbitraryLeaf, (condition) => {
        expect(Condition.safeParse(condition).success).toBe(true);
        expect(readForm(formOf(condition as Leaf))).toEqual({ ok: true, leaf: condition });
      }),
      { numRuns: 2_000 },
    );
  });

  const wrong = (form: Parameters<typeof readForm>[0]) => {
    const read = readForm(form);
    return read.ok ? [] : read.fields;
  };

  it("Y2: what cannot be read is named by its field", () => {
    expect(wrong({ type: "used", feature: "", times: "often", within: "7 days" })).toEqual([
      "feature",
      "times",
      "within",
    ]);
    expect(wrong({ type: "count", feature: "a", op: "lt", value: "", within: "" })).toEqual([
      "value",
      "within",
    ]);
    expect(wrong({ type: "element", selector: "", state: "present", min: "0" })).toEqual([
      "selector",
      "min",
    ]);
    expect(wrong({ type: "page", host: "", path: "", hash: "", query: null })).toEqual(["url"]);
    const twice = [
      { name: "tab", value: "1" },
      { name: "tab", value: "2" },
    ];
    expect(wrong({ type: "page", host: "", path: "", hash: "", query: twice })).toEqual([
      "url.query[1]",
    ]);
    const number = { kind: "number", text: "five" } as const;
    const attribute = { type: "attribute", of: "user", name: "seats", list: false } as const;
    expect(wrong({ ...attribute, op: "gt", values: [number] })).toContain("values[0]");
    const steps = [{ features: [], list: true, times: "" }];
    expect(wrong({ type: "sequence", steps, within: "", order: "", without: null })).toEqual([
      "sequence.steps[0].feature",
    ]);
  });

  it("an attribute takes one value or several, as its comparison does", () => {
    const one = formOf({ type: "attribute", of: "user", name: "role", op: "eq", value: "admin" });
    if (one.type !== "attribute") throw new Error("another form");
    const several = withOperator(one, "in");
    expect(readForm(several)).toMatchObject({ leaf: { op: "in", value: ["admin"] } });
    expect(readForm(withOperator(several, "ne"))).toMatchObject({ leaf: { value: "admin" } });
    const known = readForm(withOperator(several, "exists"));
    expect(known).toEqual({
      ok: true,
      leaf: { type: "attribute", of: "user", name: "role", op: "exists" },
    });
  });

  it("a list takes another value of its kind, and of known words one that is not there", () => {
    const risk = formOf({
      type: "attribute",
      of: "account",
      name: "risk",
      op: "in",
      value: ["low"],
    });
    if (risk.type !== "attribute") throw new Error("another form");
    const values = withAnother(risk.values, ["low", "medium", "high"]);
    expect(readForm({ ...risk, values })).toMatchObject({ leaf: { value: ["low", "medium"] } });
    const seats = withAnother([{ kind: "number", text: "5" }], null);
    expect(seats).toEqual([
      { kind: "number", text: "5" },
      { kind: "number", text: "" },
    ]);
  });
});
