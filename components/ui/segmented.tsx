import { useId } from "preact/hooks";
import type { Option } from "./select.tsx";

/** One of a few choices, all of them in sight. */
export function Segmented<V extends string>(props: {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  labelHidden?: boolean;
}) {
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class={props.labelHidden ? "visually-hidden" : "field-label"}>{props.label}</legend>
      <div class="segmented-track">
        {props.options.map(({ value, label }) => (
          <label key={value} class="segmented-option">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
