import { useId } from "preact/hooks";

export interface Option<V extends string> {
  value: V;
  label: string;
}

export function Select<V extends string>(props: {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  /** The label is there for assistive technology only. */
  labelHidden?: boolean;
  describedBy?: string;
  /** What is wrong and how to mend it. */
  error?: string | undefined;
}) {
  const id = useId();
  const described = [props.error && `${id}-error`, props.describedBy].filter(Boolean);
  return (
    <div class="field">
      <label class={props.labelHidden ? "visually-hidden" : "field-label"} for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class="input select"
        aria-invalid={props.error ? true : undefined}
        aria-describedby={described.join(" ") || undefined}
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find((one) => one.value === event.currentTarget.value);
          if (chosen) props.onChange(chosen.value);
        }}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
      {props.error && (
        <p class="field-error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
    </div>
  );
}
