import type { ComponentChildren } from "preact";

/** The few figures that matter most, side by side. */
export function Stats({ children }: { children: ComponentChildren }) {
  return <div class="stats">{children}</div>;
}

/** `label` names what `value` counts. */
export function Stat(props: { value: string; label: string; tone?: "warning" }) {
  return (
    <p class={props.tone ? "stat stat-warning" : "stat"}>
      <span class="stat-value">{props.value}</span> <span class="stat-label">{props.label}</span>
    </p>
  );
}
