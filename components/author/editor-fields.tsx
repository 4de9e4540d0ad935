import { useState } from "preact/hooks";
import { changeGuide } from "../../lib/draft/steps.ts";
import { Id } from "../../lib/model/primitives.ts";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { EditorState } from "./editor-state.ts";

type Change = Parameters<typeof changeGuide>[1];

export function changer(state: EditorState): (change: Change, place?: string) => boolean {
  return (change, place) => state.edit((guide) => changeGuide(guide, change), place);
}

/** A text that the guide takes once it is what it must be; until then it stays in the field. */
export function DraftField<T>(props: {
  label: string;
  hint: string;
  value: T | undefined;
  read: (text: string) => T | null;
  wrong: string;
  onChange: (value: T | undefined) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? String(props.value ?? "");
  return (
    <Field
      label={props.label}
      hint={props.hint}
      value={shown}
      error={text === null ? undefined : props.wrong}
      onInput={(next) => {
        const value = next.trim() === "" ? undefined : props.read(next.trim());
        setText(value === null ? next : null);
        if (value !== null) props.onChange(value);
      }}
    />
  );
}

export function NumberField(props: {
  label: string;
  hint: string;
  bounds: readonly [number, number];
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const { t } = useI18n();
  const [least, most] = props.bounds;
  const read = (text: string) => {
    const value = /^-?\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : null;
  };
  return <DraftField {...props} read={read} wrong={t("editor.settings.number")} />;
}

export function IdField(props: {
  label: string;
  hint: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { t } = useI18n();
  const read = (text: string) => (Id.safeParse(text).success ? text : null);
  return <DraftField {...props} read={read} wrong={t("editor.settings.id")} />;
}
