import type { Inline } from "../model/rich-text.ts";

/** White space as a browser lays it out: runs are one space, none at either end. What is empty then is left out. */
export function tidy(inlines: readonly Inline[]): Inline[] {
  return withoutLastSpace(collapse(joined(inlines), { spaced: true }));
}

/** With texts that stand beside each other as one. */
export function joined(inlines: readonly Inline[]): Inline[] {
  const whole: Inline[] = [];
  for (const inline of inlines) {
    const last = whole.at(-1);
    if (last?.type === "text" && inline.type === "text") {
      whole[whole.length - 1] = { type: "text", text: last.text + inline.text };
    } else if ("children" in inline) {
      whole.push({ ...inline, children: joined(inline.children) });
    } else whole.push(inline);
  }
  return whole;
}

function collapse(inlines: readonly Inline[], state: { spaced: boolean }): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if ("children" in inline) {
      const children = collapse(inline.children, state);
      return children.length > 0 ? [{ ...inline, children }] : [];
    }
    if (inline.type === "variable") {
      state.spaced = false;
      return [inline];
    }
    const text = inline.text.replace(/[ \t\n\r\f]+/g, " ");
    const rest = state.spaced && text.startsWith(" ") ? text.slice(1) : text;
    if (!rest) return [];
    state.spaced = rest.endsWith(" ");
    return [{ ...inline, text: rest }];
  });
}

function withoutLastSpace(inlines: readonly Inline[]): Inline[] {
  const before = inlines.slice(0, -1);
  const last = inlines.at(-1);
  if (!last || last.type === "variable") return [...inlines];
  if ("children" in last) {
    const children = withoutLastSpace(last.children);
    return children.length > 0 ? [...before, { ...last, children }] : withoutLastSpace(before);
  }
  const text = last.text.endsWith(" ") ? last.text.slice(0, -1) : last.text;
  return text ? [...before, { ...last, text }] : withoutLastSpace(before);
}
