import { Condition } from "../model/condition.ts";
import { parse } from "../model/parse.ts";
import { type AttributeForm, attributeForm, readAttribute } from "./condition-value.ts";
import { type PageForm, pageForm, readPage } from "./page-form.ts";
import { readSequence, type SequenceForm, sequenceForm } from "./sequence-form.ts";
import { absentIfEmpty, numberOf } from "./written.ts";

export type Leaf = Exclude<Condition, { type: "all" | "any" | "not" }>;
export type LeafType = Leaf["type"];

/** A single condition as its author writes it: texts, an empty one for what is left out. */
export type LeafForm =
  | { type: "used"; feature: string; times: string; within: string }
  | { type: "count"; feature: string; op: string; value: string; within: string }
  | { type: "absent"; feature: string; after: string; for: string; from: string }
  | { type: "signal"; signal: string; is: string }
  | { type: "segment"; segment: string }
  | { type: "guide"; guide: string }
  | { type: "element"; selector: string; state: string; min: string }
  | SequenceForm
  | AttributeForm
  | PageForm;

/** What was written, or the fields that cannot be read, such as "times" or "sequence.steps[1].feature". */
export type ReadLeaf = { ok: true; leaf: Leaf } | { ok: false; fields: string[] };

export function formOf(leaf: Leaf): LeafForm {
  switch (leaf.type) {
    case "used": {
      const { type, feature, times, within = "" } = leaf;
      return { type, feature, times: String(times ?? ""), within };
    }
    case "count":
      return { ...leaf, value: String(leaf.value) };
    case "absent":
      return { ...leaf, from: leaf.from ?? "" };
    case "signal":
      return { ...leaf, is: String(leaf.is ?? "") };
    case "element":
      return { ...leaf, min: String(leaf.min ?? "") };
    case "sequence":
      return sequenceForm(leaf);
    case "attribute":
      return attributeForm(leaf);
    case "page":
      return pageForm(leaf);
    case "segment":
    case "guide":
      return leaf;
  }
}

/** Reading what `formOf` wrote gives the same condition. */
export function readForm(form: LeafForm): ReadLeaf {
  const { value, fields = [] } = candidateOf(form);
  const parsed = parse(Condition, value);
  const found = parsed.ok ? fields : [...fields, ...parsed.error.map(({ path }) => path)];
  if (found.length > 0 || !parsed.ok) return { ok: false, fields: [...new Set(found)] };
  return { ok: true, leaf: parsed.value as Leaf };
}

/** What a form says, right or wrong; `fields` are wrong beyond what the schema of conditions knows. */
export interface Candidate {
  value: unknown;
  fields?: string[];
}

function candidateOf(form: LeafForm): Candidate {
  switch (form.type) {
    case "used": {
      const { type, feature, times, within } = form;
      return { value: { type, feature, ...numberOf({ times }), ...absentIfEmpty({ within }) } };
    }
    case "count":
      return { value: { ...form, ...{ value: undefined, ...numberOf({ value: form.value }) } } };
    case "absent": {
      const { from, ...rest } = form;
      return { value: { ...rest, ...absentIfEmpty({ from }) } };
    }
    case "signal": {
      const { type, signal, is } = form;
      return { value: { type, signal, ...(is !== "" && { is: is === "true" }) } };
    }
    case "element": {
      const { min, ...rest } = form;
      return { value: { ...rest, ...numberOf({ min }) } };
    }
    case "sequence":
      return readSequence(form);
    case "attribute":
      return readAttribute(form);
    case "page":
      return readPage(form);
    case "segment":
    case "guide":
      return { value: form };
  }
}
