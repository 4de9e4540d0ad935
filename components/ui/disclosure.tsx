import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A heading that opens and closes what stands below it. */
export function Disclosure(props: {
  title: ComponentChildren;
  open: boolean;
  onToggle: () => void;
  /** Stands between heading and content, open or not. */
  note?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  const { open } = props;
  return (
    <>
      <h3 class="disclosure-head">
        <button
          type="button"
          class="disclosure"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={props.onToggle}
        >
          <span>{props.title}</span>
          <svg
            class="disclosure-mark"
            viewBox="0 0 16 16"
            width="16"
            height="16"
            aria-hidden="true"
          >
            <path d="m4 6 4 4 4-4" />
          </svg>
        </button>
      </h3>
      {props.note}
      {open && <div id={id}>{props.children}</div>}
    </>
  );
}
