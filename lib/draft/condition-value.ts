import type { Condition } from "../model/condition.ts";
import type { Scalar } from "../model/primitives.ts";
import type { Candidate } from "./condition-form.ts";
import { numberOf, writeNumber } from "./written.ts";

type AttributeCondition = Extract<Condition, { type: "attribute" }>;

/** A value with its kind: "5" and 5 are not equal, so an author says which is meant. */
export interface ValueForm {
  kind: "text" | "number" | "boolean";
  text: string;
}

export interface AttributeForm {
  type: "attribute";
  of: AttributeCondition["of"];
  name: string;
  op: AttributeCondition["op"];
  /** One, unless `list`. Not looked at with "exists". */
  values: ValueForm[];
  list: boolean;
}

export function valueForm(value: Scalar): ValueForm {
  switch (typeof value) {
    case "number":
      return { kind: "number", text: writeNumber(value) };
    case "boolean":
      return { kind: "boolean", text: String(value) };
    default:
      return { kind: "text", text: String(value) };
  }
}

/** Undefined where the text is no value of that kind. */
export function readValue({ kind, text }: ValueForm): Scalar | undefined {
  switch (kind) {
    case "text":
      return text;
    case "boolean":
      return text === "true" || text === "false" ? text === "true" : undefined;
    case "number": {
      const { value } = numberOf({ value: text });
      return Number.isFinite(value) ? value : undefined;
    }
  }
}

export function attributeForm({ value, ...rest }: AttributeCondition): AttributeForm {
  const list = Array.isArray(value);
  const values = value === undefined ? [] : [value].flat().map(valueForm);
  return { ...rest, values, list };
}

/** One value or several, as the comparison takes them. */
export function withOperator(form: AttributeForm, op: AttributeCondition["op"]): AttributeForm {
  const [first = { kind: "text", text: "" } as const] = form.values;
  const list = op === "in";
  return { ...form, op, list, values: list ? form.values : [first] };
}

/** One more of their kind; of known words the first that is not there yet. */
export function withAnother(
  values: readonly ValueForm[],
  words: readonly string[] | null,
): ValueForm[] {
  const free = words?.find((word) => !values.some(({ text }) => text === word)) ?? words?.[0];
  if (words) return [...values, { kind: "text", text: free ?? "" }];
  const kind = values.at(-1)?.kind ?? "text";
  return [...values, { kind, text: kind === "boolean" ? "true" : "" }];
}

export function readAttribute({ values, list, ...rest }: AttributeForm): Candidate {
  if (rest.op === "exists") return { value: rest };
  const read = values.map(readValue);
  const fields = read.flatMap((value, at) => (value === undefined ? [`values[${at}]`] : []));
  return { value: { ...rest, value: list ? read : read[0] }, fields };
}
