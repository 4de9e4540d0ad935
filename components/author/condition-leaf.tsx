import { useEffect, useRef, useState } from "preact/hooks";
import { formOf, type Leaf, type LeafForm, readForm } from "../../lib/draft/condition-form.ts";
import { same } from "../../lib/draft/same.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { AttributeFields } from "./condition-attribute.tsx";
import { ElementFields } from "./condition-element.tsx";
import { ChoiceField, DurationField, NumberField, options } from "./condition-fields.tsx";
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
  const { t } = useI18n();
  const { form, onChange, isWrong } = props;
  const wrong = (field: string, text: string) => (isWrong(field) ? text : undefined);
  switch (form.type) {
    case "used":
      return (
        <>
          <ChoiceField
            label={t("build.field.feature")}
            kind="features"
            value={form.feature}
            onChange={(feature) => onChange({ ...form, feature })}
          />
          <NumberField
            label={t("build.field.times")}
            placeholder="1"
            value={form.times}
            error={wrong("times", t("build.wrong.times"))}
            onChange={(times) => onChange({ ...form, times })}
          />
          {!props.result && (
            <DurationField
              label={t("build.field.within")}
              hint={t("build.hint.ever")}
              value={form.within}
              error={wrong("within", t("build.wrong.duration"))}
              onChange={(within) => onChange({ ...form, within })}
            />
          )}
        </>
      );
    case "count":
      return (
        <>
          <ChoiceField
            label={t("build.field.feature")}
            kind="features"
            value={form.feature}
            onChange={(feature) => onChange({ ...form, feature })}
          />
          <Select
            label={t("build.field.op")}
            value={form.op}
            options={options(["gte", "gt", "eq", "lte", "lt"], (op) => t(`build.count.${op}`))}
            onChange={(op) => onChange({ ...form, op })}
          />
          <NumberField
            label={t("build.field.value")}
            value={form.value}
            error={wrong("value", t("build.wrong.count"))}
            onChange={(value) => onChange({ ...form, value })}
          />
          <DurationField
            label={t("build.field.lately")}
            value={form.within}
            error={wrong("within", t("build.wrong.duration"))}
            onChange={(within) => onChange({ ...form, within })}
          />
        </>
      );
    case "absent":
      return (
        <>
          <ChoiceField
            label={t("build.field.feature")}
            kind="features"
            value={form.feature}
            onChange={(feature) => onChange({ ...form, feature })}
          />
          <DurationField
            label={t("build.field.for")}
            value={form.for}
            error={wrong("for", t("build.wrong.duration"))}
            onChange={(time) => onChange({ ...form, for: time })}
          />
          <ChoiceField
            label={t("build.field.after")}
            kind="features"
            value={form.after}
            onChange={(after) => onChange({ ...form, after })}
          />
          <Select
            label={t("build.field.from")}
            value={form.from || "newest"}
            options={options(["newest", "first"], (from) => t(`build.field.${from}`))}
            onChange={(from) => onChange({ ...form, from })}
          />
        </>
      );
    case "signal":
      return (
        <>
          <ChoiceField
            label={t("build.field.signal")}
            kind="signals"
            value={form.signal}
            onChange={(signal) => onChange({ ...form, signal })}
          />
          <Select
            label={t("build.field.is")}
            value={form.is === "false" ? "false" : "true"}
            options={options(["true", "false"], (is) => t(is === "true" ? "say.yes" : "say.no"))}
            onChange={(is) => onChange({ ...form, is })}
          />
        </>
      );
    case "segment":
      return (
        <ChoiceField
          label={t("build.field.segment")}
          kind="segments"
          value={form.segment}
          onChange={(segment) => onChange({ ...form, segment })}
        />
      );
    case "guide":
      return (
        <ChoiceField
          label={t("build.field.guide")}
          kind="guides"
          value={form.guide}
          onChange={(guide) => onChange({ ...form, guide })}
        />
      );
    case "element":
      return <ElementFields form={form} onChange={onChange} isWrong={isWrong} />;
    case "attribute":
      return <AttributeFields form={form} onChange={onChange} isWrong={isWrong} />;
    case "page":
      return <PageFields form={form} onChange={onChange} isWrong={isWrong} />;
    case "sequence":
      return <SequenceFields form={form} onChange={onChange} isWrong={isWrong} />;
  }
}
