import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A titled part of a screen, a region of its own for assistive technology. */
export function Card(props: {
  title: string;
  lead?: string;
  /** Stands at the end of the title's line. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <header class="card-head">
        <div class="card-titles">
          <h2 id={id}>{props.title}</h2>
          {props.lead && <p class="muted">{props.lead}</p>}
        </div>
        {props.aside && <div class="card-aside">{props.aside}</div>}
      </header>
      {props.children}
    </section>
  );
}
