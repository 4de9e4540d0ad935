import { Icon, type IconName } from "./icon.tsx";

export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";

export function Badge(props: { tone?: Tone; icon?: IconName; children: string }) {
  return (
    <span class={`badge badge-${props.tone ?? "neutral"}`}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </span>
  );
}
