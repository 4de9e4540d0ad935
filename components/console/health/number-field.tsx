import { useState } from "preact/hooks";
import { Field } from "../../ui/field.tsx";
import { useI18n } from "../../ui/i18n.tsx";

/** A number; what is none is kept in the field, said to be none, and changes nothing. */
export function NumberField(props: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
}) {
  const { t } = useI18n();
  const [typed, setTyped] = useState<string | null>(null);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = props;
  const read = (text: string) => {
    const value = Number(text.trim().replace(",", "."));
    return text.trim() !== "" && value >= min && value <= max ? value : null;
  };
  // "0," is on its way to "0,5"; once the value is another one, what was typed is over.
  const isTyping = typed !== null && (read(typed) === null || read(typed) === props.value);
  const isWrong = typed !== null && read(typed) === null;
  return (
    <Field
      label={props.label}
      value={isTyping ? (typed ?? "") : String(props.value)}
      onInput={(text) => {
        const value = read(text);
        setTyped(text);
        if (value !== null && value !== props.value) props.onChange(value);
      }}
      error={isWrong ? t("health.numberError") : undefined}
    />
  );
}
