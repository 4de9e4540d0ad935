import type { Leaf, LeafType } from "./condition-form.ts";
import { UNCHOSEN } from "./convert.ts";

export const LEAF_TYPES: readonly LeafType[] = [
  "used",
  "sequence",
  "count",
  "absent",
  "signal",
  "segment",
  "attribute",
  "guide",
  "page",
  "element",
];

/** What a running step can wait for, as `ResultCondition` says. */
export const RESULT_TYPES: readonly LeafType[] = ["element", "page", "used", "signal"];

/** What is published, best first: a new condition begins with it. */
export interface Published {
  features: readonly { id: string }[];
  signals: readonly { id: string }[];
  segments: readonly { id: string }[];
  guides: readonly { id: string }[];
}

/** A condition of that kind to begin with. Where nothing can be chosen yet a placeholder stands, as in B4. */
export function newLeaf(type: LeafType, published: Published): Leaf {
  const first = (kind: keyof Published, at = 0) => published[kind][at]?.id ?? UNCHOSEN;
  const feature = first("features");
  const second = published.features.length > 1 ? first("features", 1) : feature;
  switch (type) {
    case "used":
      return { type, feature };
    case "sequence":
      return { type, sequence: { steps: [{ feature }, { feature: second }] } };
    case "count":
      return { type, feature, op: "gte", value: 1, within: "7d" };
    case "absent":
      return { type, feature, after: second, for: "7d" };
    case "signal":
      return { type, signal: first("signals") };
    case "segment":
      return { type, segment: first("segments") };
    case "guide":
      return { type, guide: first("guides") };
    case "attribute":
      return { type, of: "account", name: "plan", op: "eq", value: "free" };
    case "page":
      return { type, url: { path: "/**" } };
    case "element":
      return { type, selector: "main", state: "present" };
  }
}
