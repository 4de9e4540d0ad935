import type { Phrases } from "./phrase-book.ts";

const quoted = (text: string) => `“${text}”`;
const CLICKS = { left: "Click", middle: "Click with the wheel", right: "Right-click" } as const;

export const en: Phrases = {
  click({ button, double }, name) {
    const verb = double ? "Double-click" : CLICKS[button];
    return name ? `${verb} ${quoted(name)}` : `${verb} here`;
  },
  input: (name) => (name ? `Fill in ${quoted(name)}` : "Fill in this field"),
  choose(option, name) {
    if (!option) return "Choose a value";
    return name ? `Choose ${quoted(option)} in ${quoted(name)}` : `Choose ${quoted(option)}`;
  },
  key: (keys, name) => (name ? `Press ${keys} in ${quoted(name)}` : `Press ${keys}`),
  drag(name, to) {
    const what = name ? quoted(name) : "this";
    return to ? `Drag ${what} to ${quoted(to)}` : `Drag ${what} to its place`;
  },
  navigate: (page, newTab) =>
    newTab ? `Go on in the new tab ${quoted(page)}` : `Open ${quoted(page)}`,
  enter: "Enter:",
  value: "your value",
  guide: "How-to",
};
