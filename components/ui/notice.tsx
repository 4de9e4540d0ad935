import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

/** A message that stays on the screen beside what it is about. */
export function Notice(props: {
  tone: "neutral" | "warning" | "danger";
  title?: string;
  children?: ComponentChildren;
  /** Read out when it appears. */
  live?: boolean;
}) {
  return (
    <div class={`notice notice-${props.tone}`} role={props.live ? "alert" : undefined}>
      {props.tone !== "neutral" && <Icon name="warning" />}
      <div class="notice-body">
        {props.title && <p class="notice-title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}
