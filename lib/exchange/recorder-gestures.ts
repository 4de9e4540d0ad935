import type { Gesture } from "../model/gesture.ts";
import type { FindingCode } from "./finding.ts";

/** A step of a flow, as far as it is looked at. */
export interface PlayedStep {
  type: string;
  key?: string | undefined;
  button?: string | undefined;
}

/** What somebody did by a step, and what of it is lost; or that nothing becomes of it, and why. */
export type PlayedBy = { gesture?: Gesture; code?: FindingCode } | { left: FindingCode | null };

const BUTTONS: Readonly<Record<string, "left" | "middle" | "right">> = {
  primary: "left",
  auxiliary: "middle",
  secondary: "right",
};
const MODIFIERS: readonly string[] = ["Control", "Alt", "Shift", "Meta"];
/** They change the look of things, check or wait. */
const SILENT = new Set(
  "close emulateNetworkConditions hover scroll setViewport waitForElement waitForExpression".split(
    " ",
  ),
);

/** Reads steps in their order, since a key says something only together with those that are held. */
export function createGestureReader(): (step: PlayedStep) => PlayedBy {
  const held = new Set<string>();
  const down = (key: string): PlayedBy => {
    if (MODIFIERS.includes(key)) {
      held.add(key);
      return { left: null };
    }
    const with_ = MODIFIERS.filter((one) => held.has(one));
    const isShortcut = with_.some((one) => one !== "Shift");
    // A single letter is something that was typed.
    if (!isShortcut && Array.from(key).length === 1) return { left: "typed" };
    const keys = [...with_, key].join("+");
    return keys.length > 0 && keys.length <= 120
      ? { gesture: { type: "key", keys } }
      : { left: "unknown" };
  };
  return ({ type, key = "", button }) => {
    switch (type) {
      case "click":
      case "doubleClick": {
        const which = BUTTONS[button ?? "primary"];
        const count = type === "doubleClick" ? { count: 2 } : {};
        const other = which && which !== "left" ? { button: which } : {};
        return { gesture: { type: "click", ...other, ...count } };
      }
      case "change":
        return { gesture: { type: "input" }, code: "typed" };
      case "navigate":
        return { gesture: { type: "navigate" } };
      case "keyDown":
        return down(key);
      case "keyUp":
        held.delete(key);
        return { left: null };
      default:
        return { left: SILENT.has(type) ? "command" : "unknown" };
    }
  };
}
