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
