import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { LeafType } from "../../lib/draft/condition-form.ts";
import { addAt, removeAt } from "../../lib/draft/condition-tree.ts";
import { LEAF_TYPES, newLeaf, RESULT_TYPES } from "../../lib/draft/new-leaf.ts";
import type { Condition } from "../../lib/model/condition.ts";
import { useI18n } from "../ui/i18n.tsx";
import { AddCondition } from "./condition-add.tsx";
import { type Building, keyOf } from "./condition-building.ts";
import { useChoices } from "./condition-names.ts";
import { ConditionNode } from "./condition-node.tsx";
import { sentenceOf } from "./condition-sentence.ts";

export interface ConditionBuilderProps {
  label: string;
  hint?: string | undefined;
  value: Condition | undefined;
  /** Undefined: there is none any more. */
  onChange: (value: Condition | undefined) => void;
  /** It may not be taken away. */
  required?: boolean | undefined;
  /** Only what a running step can see. */
  result?: boolean | undefined;
  /** Only these kinds of conditions; default: all, or what a running step can see. */
  types?: readonly LeafType[] | undefined;
}

/** Builds any condition in plain sentences (Y1 to Y3 of docs/spec/preview.md). Undo is the owner's. */
export function ConditionBuilder(props: ConditionBuilderProps) {
  const { t, language } = useI18n();
  const choices = useChoices();
  const { value } = props;
  const id = useId();
  const frame = useRef<HTMLFieldSetElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const wanted = useRef<string | null>(null);

  // What was moved or added is drawn elsewhere: the focus follows it.
  useEffect(() => {
    if (wanted.current === null) return;
    frame.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  });

  const place: Building["place"] = (placed, tool) => {
    if (!placed) return;
    const at = keyOf(placed.path);
    setOpen(at);
    if (tool) setSaid(t("build.moved"));
    wanted.current = `[data-tool="${at} ${tool ?? "head"}"]`;
    props.onChange(placed.condition);
  };
  const add: Building["add"] = (path, type) =>
    place(addAt(value ?? null, path, newLeaf(type, choices)));
  const types = props.types ?? (props.result ? RESULT_TYPES : LEAF_TYPES);
  const building: Building | undefined = value && {
    types,
    result: props.result ?? false,
    root: value,
    required: props.required ?? false,
    open,
    toggle: (path) => setOpen(open === keyOf(path) ? null : keyOf(path)),
    change: props.onChange,
    place,
    remove(path) {
      setOpen(null);
      setSaid(t("build.removed"));
      wanted.current = `[data-tool="${keyOf([])} add"]`;
      props.onChange(removeAt(value, path) ?? undefined);
    },
    add,
  };
  return (
    <fieldset class="builder" ref={frame} aria-describedby={props.hint ? `${id}-hint` : undefined}>
      <legend class="field-label">{props.label}</legend>
      <p class="builder-whole">
        {value ? sentenceOf(value, choices, { t, language }) : t("build.everybody")}
      </p>
      {building && (
        <ul class="builder-list">
          <ConditionNode building={building} condition={building.root} path={[]} />
        </ul>
      )}
      <AddCondition path={[]} types={types} onAdd={(type) => add([], type)} full={isFull(value)} />
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {props.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </fieldset>
  );
}

function isFull(condition: Condition | undefined): boolean {
  return (condition?.type === "all" || condition?.type === "any") && condition.of.length >= 20;
}
