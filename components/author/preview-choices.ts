import { type AttributeForm, readValue } from "../../lib/draft/condition-value.ts";
import type { Definitions } from "../../lib/message/protocol.ts";
import type { Condition } from "../../lib/model/condition.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { localize } from "../../lib/model/locale.ts";
import type { Scalar } from "../../lib/model/primitives.ts";
import type { Segment } from "../../lib/model/segment.ts";
import { type Choices, NO_CHOICES } from "./condition-names.ts";
import type { PreviewModel } from "./preview-model.ts";

/** What conditions may name, in the reader's language. */
export function choicesOf(published: Definitions | null, wanted: readonly string[]): Choices {
  if (!published) return NO_CHOICES;
  const { features, signals, segments, guides, experiments } = published;
  const named = ({ body }: { body: { id: string; name: string } }) => ({
    id: body.id,
    name: body.name,
  });
  return {
    features: features.map(named),
    signals: signals.map(named),
    segments: segments.map(named),
    experiments: experiments.map(named),
    guides: guides.map(({ body }) => ({ id: body.id, name: localize(body.name, wanted) })),
  };
}

/**
 * What was written for an attribute, as a value of the kind that the guide compares it with: "5" and 5 are not equal.
 * Undefined: nothing was written.
 */
export function readAs(
  text: string,
  attribute: { of: "user" | "account"; name: string },
  model: Pick<PreviewModel, "guide" | "definitions">,
): Scalar | undefined {
  if (text.trim() === "") return undefined;
  const guide = model.guide.peek();
  const segments = (model.definitions.peek()?.segments ?? []).map(({ body }) => body);
  for (const kind of guide ? kindsOf(attribute, guide, segments) : []) {
    const value = readValue({ kind, text: text.trim() });
    if (value !== undefined) return value;
  }
  return text;
}

type Kind = AttributeForm["values"][number]["kind"];

/** The kinds of values that an attribute is compared with. */
function kindsOf(
  { of, name }: { of: string; name: string },
  guide: Guide,
  segments: readonly Segment[],
): Kind[] {
  const kinds = new Set<Kind>();
  const visit = (condition: Condition | undefined): void => {
    if (!condition) return;
    if (condition.type === "all" || condition.type === "any") condition.of.forEach(visit);
    if (condition.type === "not") visit(condition.of);
    if (condition.type !== "attribute" || condition.of !== of || condition.name !== name) return;
    for (const value of [condition.value ?? []].flat()) {
      if (typeof value === "number") kinds.add("number");
      if (typeof value === "boolean") kinds.add("boolean");
    }
  };
  visit(guide.audience);
  visit(guide.trigger.when);
  for (const { when } of segments) visit(when);
  return [...kinds];
}
