import type { Ref } from "preact";
import { useId } from "preact/hooks";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** A line to search with. Escape empties it, and so does the button that comes with the first letter. */
export function SearchField(props: {
  label: string;
  value: string;
  onInput: (value: string) => void;
  onFocus?: () => void;
  /** What the button is called. */
  clear: string;
  field: Ref<HTMLInputElement>;
  /** The key that leads here. */
  shortcut: string;
}) {
  const id = useId();
  const { value, onInput } = props;
  return (
    <div class="search">
      <label class="visually-hidden" for={id}>
        {props.label}
      </label>
      <Icon name="search" />
      <input
        id={id}
        ref={props.field}
        class="input"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        value={value}
        placeholder={props.label}
        aria-keyshortcuts={props.shortcut}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onFocus={props.onFocus}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || value === "") return;
          event.preventDefault();
          onInput("");
        }}
      />
      {value === "" ? (
        <span class="search-key" aria-hidden="true">
          {props.shortcut}
        </span>
      ) : (
        <Button
          kind="quiet"
          icon="close"
          iconOnly
          onClick={() => {
            onInput("");
            document.getElementById(id)?.focus();
          }}
        >
          {props.clear}
        </Button>
      )}
    </div>
  );
}
