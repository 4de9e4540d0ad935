/** Any of a few choices. */
export function Checks<V extends string>(props: {
  label: string;
  options: readonly { value: V; label: string }[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
}) {
  const { label, options, chosen } = props;
  return (
    <fieldset class="destination-checks">
      <legend class="field-label">{label}</legend>
      {options.map(({ value, label: name }) => (
        <label key={value} class="destination-check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              props.onChange(
                options
                  .map((one) => one.value)
                  .filter((one) => (one === value ? checked : chosen.includes(one))),
              );
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
