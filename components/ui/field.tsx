import { useId } from "preact/hooks";

export interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  /** What is wrong and how to mend it. */
  error?: string | undefined;
  /** Which keys an on-screen keyboard offers. */
  mode?: "text" | "url" | "search";
  /** Not shown as it is typed. */
  secret?: boolean;
  required?: boolean;
  /** The label is there for assistive technology only. */
  labelHidden?: boolean;
  placeholder?: string;
}

/** A labelled line of text. Never filled in or corrected by the browser: these are keys, ids and addresses. */
export function Field(props: FieldProps) {
  const id = useId();
  const described = [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean);
  const input = {
    id,
    class: "input",
    value: props.value,
    placeholder: props.placeholder,
    required: props.required,
    inputMode: props.mode,
    "aria-invalid": props.error ? true : undefined,
    "aria-describedby": described.join(" ") || undefined,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: false,
    onInput: (event: { currentTarget: HTMLInputElement }) =>
      props.onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label class={props.labelHidden ? "visually-hidden" : "field-label"} for={id}>
        {props.label}
      </label>
      {props.secret ? <input {...input} type="password" /> : <input {...input} type="text" />}
      {props.error && (
        <p class="field-error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      {props.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
