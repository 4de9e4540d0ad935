import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A plot of rows under each other: one picture for assistive technology, told by its title and description. */
export function BarsFrame(props: {
  title: string;
  description: string;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <div role="img" aria-label={props.title} aria-describedby={id}>
      <p class="visually-hidden" id={id}>
        {props.description}
      </p>
      {props.children}
    </div>
  );
}

/** Beside and over a bar: what it is of, and its figure. */
export function BarHead({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <>
      <p class="funnel-title">{title}</p>
      <p class="funnel-figure numeric">{children}</p>
    </>
  );
}

/** A remark under a bar; a warning is set apart. */
export interface BarNote {
  text: string;
  warning?: boolean;
}

export function BarNotes({ notes }: { notes: readonly BarNote[] }) {
  if (notes.length === 0) return null;
  return (
    <p class="funnel-notes">
      {notes.map((note) => (
        <span key={note.text} class={note.warning ? "warn" : "muted"}>
          {note.text}
        </span>
      ))}
    </p>
  );
}
