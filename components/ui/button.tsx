import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  kind?: "primary" | "secondary" | "quiet" | "danger";
  icon?: IconName;
  /** Only the icon is seen; `children` is its name. */
  iconOnly?: boolean;
  /** Replaces the visible text for assistive technology, and begins with it. */
  label?: string;
  submit?: boolean;
  /** Under way: keeps its place and focus, and does nothing. */
  busy?: boolean;
  disabled?: boolean;
  describedBy?: string;
  /** Of a button that opens and closes something: whether that is open, and its id. */
  expanded?: boolean;
  controls?: string | undefined;
}

export function Button(props: ButtonProps) {
  const { kind = "secondary", busy = false } = props;
  return (
    <button
      type={props.submit ? "submit" : "button"}
      class={`button button-${kind}${props.iconOnly ? " button-icon" : ""}`}
      aria-label={props.label}
      aria-busy={busy}
      aria-disabled={busy || undefined}
      aria-describedby={props.describedBy}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      disabled={props.disabled}
      title={props.iconOnly && typeof props.children === "string" ? props.children : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {props.icon && <Icon name={props.icon} />}
      <span class={props.iconOnly ? "visually-hidden" : undefined}>{props.children}</span>
    </button>
  );
}
