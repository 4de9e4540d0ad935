import type { ComponentChildren } from "preact";

/** Nothing is there: says so, and what to do next. */
export function EmptyState(props: { title: string; hint?: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{props.title}</p>
      {props.hint && <p class="muted">{props.hint}</p>}
      {props.children && <div class="actions actions-center">{props.children}</div>}
    </div>
  );
}
