import type { LeafForm } from "../../lib/draft/condition-form.ts";
import type { PlainKey } from "../../lib/i18n/messages.ts";
import type { ChoiceKind } from "./condition-names.ts";

/** One field of a condition; `wrong` says what it takes. */
export type LeafField<N extends string = string> = { name: N; label: PlainKey } & (
  | { as: "choice"; of: ChoiceKind }
  | { as: "number"; wrong: PlainKey; placeholder?: string }
  /** `ever`: empty is for ever, which a running step cannot look back to. */
  | { as: "duration"; ever?: boolean }
  /** The first is what holds where nothing is said. */
  | { as: "select"; of: Readonly<Record<string, PlainKey>> }
);

/** Kinds of conditions whose fields stand one below the other; others have a form of their own. */
export type ListedForm = Extract<
  LeafForm,
  { type: "used" | "count" | "absent" | "signal" | "segment" | "guide" }
>;

type FieldsByType = {
  readonly [F in ListedForm as F["type"]]: readonly LeafField<Exclude<keyof F & string, "type">>[];
};

const FEATURE = {
  name: "feature",
  label: "build.field.feature",
  as: "choice",
  of: "features",
} as const;

export const LEAF_FIELDS: FieldsByType = {
  used: [
    FEATURE,
    {
      name: "times",
      label: "build.field.times",
      as: "number",
      wrong: "build.wrong.times",
      placeholder: "1",
    },
    { name: "within", label: "build.field.within", as: "duration", ever: true },
  ],
  count: [
    FEATURE,
    {
      name: "op",
      label: "build.field.op",
      as: "select",
      of: {
        gte: "build.count.gte",
        gt: "build.count.gt",
        eq: "build.count.eq",
        lte: "build.count.lte",
        lt: "build.count.lt",
      },
    },
    { name: "value", label: "build.field.value", as: "number", wrong: "build.wrong.count" },
    { name: "within", label: "build.field.lately", as: "duration" },
  ],
  absent: [
    FEATURE,
    { name: "for", label: "build.field.for", as: "duration" },
    { name: "after", label: "build.field.after", as: "choice", of: "features" },
    {
      name: "from",
      label: "build.field.from",
      as: "select",
      of: { newest: "build.field.newest", first: "build.field.first" },
    },
  ],
  signal: [
    { name: "signal", label: "build.field.signal", as: "choice", of: "signals" },
    {
      name: "is",
      label: "build.field.is",
      as: "select",
      of: { true: "say.yes", false: "say.no" },
    },
  ],
  segment: [{ name: "segment", label: "build.field.segment", as: "choice", of: "segments" }],
  guide: [{ name: "guide", label: "build.field.guide", as: "choice", of: "guides" }],
};
