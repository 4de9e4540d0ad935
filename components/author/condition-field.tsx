import { Condition } from "../../lib/model/condition.ts";
import { parseJson } from "../../lib/model/parse.ts";
import { JsonField } from "./json-field.tsx";

export interface ConditionFieldProps {
  label: string;
  hint?: string;
  value: Condition | undefined;
  /** Undefined: there is none any more. */
  onChange: (value: Condition | undefined) => void;
  required?: boolean;
}

/** A condition of a guide: when it is due, who may see it, what a step waits for. */
export function ConditionField(props: ConditionFieldProps) {
  return <JsonField<Condition> {...props} read={(text) => parseJson(Condition, text)} />;
}
