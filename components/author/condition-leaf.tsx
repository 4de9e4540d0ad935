import { useEffect, useRef, useState } from "preact/hooks";
import { formOf, type Leaf, type LeafForm, readForm } from "../../lib/draft/condition-form.ts";
import { same } from "../../lib/draft/same.ts";
import { AttributeFields } from "./condition-attribute.tsx";
import { ElementFields } from "./condition-element.tsx";
import { FactFields } from "./condition-fact.tsx";
import { ListedFields } from "./condition-listed.tsx";
import { useChoices } from "./condition-names.ts";
import { PageFields } from "./condition-page.tsx";
import { SequenceFields } from "./condition-sequence.tsx";

/** A single condition as fields. It is taken whenever all of them can be read: Y2 of docs/spec/preview.md. */
export function LeafFields(props: { leaf: Leaf; result: boolean; onChange: (leaf: Leaf) => void }) {
  const { leaf } = props;
  const [form, setForm] = useState(() => formOf(leaf));
  /** What the fields themselves said last. */
  const told = useRef(leaf);

  useEffect(() => {
    if (same(leaf, told.current)) return;
    told.current = leaf;
    setForm(formOf(leaf));
  }, [leaf]);

  const read = readForm(form);
  const isWrong = (field: string) =>
    !read.ok &&
    read.fields.some(
      (wrong) => wrong === field || wrong.startsWith(`${field}[`) || wrong.startsWith(`${field}.`),
    );
  const onChange = (next: LeafForm) => {
    setForm(next);
    const now = readForm(next);
    if (!now.ok) return;
    told.current = now.leaf;
    props.onChange(now.leaf);
  };
  return <Fields form={form} onChange={onChange} isWrong={isWrong} result={props.result} />;
}

function Fields(props: {
  form: LeafForm;
  onChange: (form: LeafForm) => void;
  isWrong: (field: string) => boolean;
  result: boolean;
}) {
  const { form, onChange, isWrong } = props;
  const isOfAccounts = useChoices().facts !== undefined;
  switch (form.type) {
    case "element":
      return <ElementFields form={form} onChange={onChange} isWrong={isWrong} />;
    case "attribute":
      if (isOfAccounts) return <FactFields form={form} onChange={onChange} isWrong={isWrong} />;
      return <AttributeFields form={form} onChange={onChange} isWrong={isWrong} />;
    case "page":
      return <PageFields form={form} onChange={onChange} isWrong={isWrong} />;
    case "sequence":
      return <SequenceFields form={form} onChange={onChange} isWrong={isWrong} />;
    default:
      return <ListedFields {...props} form={form} />;
  }
}
