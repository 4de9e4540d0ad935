import { readValue, type ValueForm } from "../../lib/draft/condition-value.ts";
import { isAccountFact } from "../../lib/model/account-fact.ts";
import type { Condition } from "../../lib/model/condition.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { Scalar } from "../../lib/model/primitives.ts";

export interface AskedAttribute {
  name: string;
  value: Scalar;
}

/**
 * The first attribute of the account that everybody of an audience must have; null: it asks for none. Not what every
 * account has by itself, such as its plan: that is no playbook's to set.
 */
export function askedOf(audience: Condition | undefined): AskedAttribute | null {
  if (!audience) return null;
  if (audience.type === "all") {
    for (const part of audience.of) {
      const asked = askedOf(part);
      if (asked) return asked;
    }
    return null;
  }
  if (audience.type !== "attribute" || audience.of !== "account" || audience.op !== "eq")
    return null;
  const { name, value } = audience;
  if (value === undefined || Array.isArray(value) || isAccountFact(name)) return null;
  return { name, value };
}

/** What a playbook that has `value` in its form sets for those who are to see a guide: never nothing. */
export function shownValue(value: ValueForm): Scalar {
  const read = readValue(value);
  return read === undefined || String(read).trim() === "" ? true : read;
}

/** The guide for those only whose account has the attribute. */
export function withAttribute(guide: Guide, { name, value }: AskedAttribute): Guide {
  const asked: Condition = { type: "attribute", of: "account", name, op: "eq", value };
  const { audience } = guide;
  if (!audience) return { ...guide, audience: asked };
  const parts = audience.type === "all" ? audience.of : [audience];
  return { ...guide, audience: { type: "all", of: [...parts, asked] } };
}
