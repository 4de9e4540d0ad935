import type { JSX } from "preact";

/** What JSX in this folder becomes (docs/adr/0014-jsx-without-preact.md): a description, drawn by `draw.ts`. */
export interface Drawing {
  tag: string;
  key: unknown;
  props: Record<string, unknown>;
}

export type { JSX } from "preact";

type Component = (props: Record<string, unknown>) => JSX.Element;

/** Components have no state: they are called at once, and what they draw takes their place. */
export function jsx(
  type: string | Component,
  props: Record<string, unknown>,
  key?: unknown,
): JSX.Element {
  if (typeof type !== "string") return type(props);
  const drawing: Drawing = { tag: type, key, props };
  // The types are Preact's, which know every attribute of every element.
  return drawing as unknown as JSX.Element;
}

export const jsxs = jsx;

export function Fragment({ children }: { children?: unknown }): unknown {
  return children;
}
