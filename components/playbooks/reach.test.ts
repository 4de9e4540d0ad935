import fc from "fast-check";
import { expect, it } from "vitest";
import type { Condition } from "../../lib/model/condition.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { arbitraryCondition } from "../../test/support/arbitrary-condition.ts";
import { askedOf, shownValue, withAttribute } from "./reach.ts";

const own = (name: string, value: string | number | boolean): Condition => ({
  type: "attribute",
  of: "account",
  name,
  op: "eq",
  value,
});
const guideFor = (audience?: Condition) => ({ id: "tour", ...(audience && { audience }) }) as Guide;

it("J13: an audience asks for what everybody in it must have, wherever that stands among what all must", () => {
  const german: Condition = { type: "attribute", of: "user", name: "lang", op: "eq", value: "de" };
  expect(askedOf(own("upsell", true))).toEqual({ name: "upsell", value: true });
  const deep: Condition = { type: "all", of: [german, { type: "all", of: [own("tier", "gold")] }] };
  expect(askedOf(deep)).toEqual({ name: "tier", value: "gold" });
});

it.each<[string, Condition | undefined]>([
  ["nobody is asked", undefined],
  ["one of several is enough", { type: "any", of: [own("upsell", true), own("vip", true)] }],
  ["it must not be so", { type: "not", of: own("upsell", true) }],
  ["it is the person's", { type: "attribute", of: "user", name: "upsell", op: "eq", value: true }],
  ["any value will do", { type: "attribute", of: "account", name: "upsell", op: "exists" }],
  ["every account has one by itself", own("plan", "pro")],
  ["it is another than this", { ...own("tier", "gold"), op: "ne" } as Condition],
])("J13: nothing can be set for an audience where %s", (_, audience) => {
  expect(askedOf(audience)).toBeNull();
});

it("J13: whatever the audience was, afterwards it also asks for the attribute", () => {
  const asked = { name: "show-tour", value: true };
  fc.assert(
    fc.property(fc.option(arbitraryCondition, { nil: undefined }), (audience) => {
      const { audience: after } = withAttribute(guideFor(audience), asked);
      const parts = after?.type === "all" && audience ? after.of : [after];
      expect(parts.at(-1)).toEqual(own("show-tour", true));
      const before = audience?.type === "all" ? audience.of : audience ? [audience] : [];
      expect(parts.slice(0, -1)).toEqual(before);
      expect(askedOf(after)).toEqual(askedOf(audience) ?? asked);
    }),
  );
});

it("what is set for those who are to see a guide is what was written, and never nothing", () => {
  expect(shownValue({ kind: "number", text: "2" })).toBe(2);
  expect(shownValue({ kind: "boolean", text: "false" })).toBe(false);
  expect(shownValue({ kind: "text", text: "gold" })).toBe("gold");
  expect(shownValue({ kind: "text", text: " " })).toBe(true);
  expect(shownValue({ kind: "number", text: "two" })).toBe(true);
});
