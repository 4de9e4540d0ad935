import type { ComponentChildren } from "preact";

/** Submits in the page by Enter or its submit button; errors are shown by its fields, not by the browser. */
export function Form(props: { onSubmit: () => void; label?: string; children: ComponentChildren }) {
  return (
    <form
      class="form"
      noValidate
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.children}
    </form>
  );
}
