import type { ComponentChildren } from "preact";
import { Logo } from "./logo.tsx";

/** The top of a page: brand, title, what can be done. */
export function PageHead(props: { title: string; lead?: string; children?: ComponentChildren }) {
  return (
    <header class="page-head">
      <Logo size={28} />
      <div class="page-titles">
        <h1>{props.title}</h1>
        {props.lead && <p class="muted">{props.lead}</p>}
      </div>
      {props.children && <div class="page-actions">{props.children}</div>}
    </header>
  );
}
