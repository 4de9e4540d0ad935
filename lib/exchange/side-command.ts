import type { Gesture } from "../model/gesture.ts";
import type { FindingCode } from "./finding.ts";

/** What somebody does by a command, and what of it is lost; or that nothing becomes of it, and why. */
export type DoneBy = { gesture?: Gesture; code?: FindingCode } | { left: FindingCode | null };

const GESTURES: Readonly<Record<string, Gesture>> = {
  click: { type: "click" },
  clickAt: { type: "click" },
  check: { type: "click" },
  uncheck: { type: "click" },
  doubleClick: { type: "click", count: 2 },
  doubleClickAt: { type: "click", count: 2 },
  contextMenu: { type: "click", button: "right" },
  type: { type: "input" },
  editContent: { type: "input" },
  submit: { type: "key", keys: "Enter" },
  open: { type: "navigate" },
  dragAndDropToObject: { type: "drag" },
};

const TYPED = new Set(["type", "editContent", "sendKeys"]);
const CONTROL = /^(if|else|elseIf|end|while|times|do|repeatIf|forEach|run)$/;
const CODE = /^(executeScript|executeAsyncScript|runScript)$/;
const FRAME = /^(selectFrame|selectWindow)$/;
const SILENT =
  /^(assert|verify|store|waitFor|pause|echo|debugger|setSpeed|setWindowSize|close|mouseMove|mouseOut|mouseDown|mouseUp|choose|webdriver|answer)/;

/** Of a command of Selenium IDE with its value, of which only names of keys and options are kept. */
export function doneBy(command: string, value: string): DoneBy {
  if (command === "") return { left: null };
  if (command.startsWith("//")) return { left: "disabled" };
  if (command === "sendKeys") {
    const keys = keyIn(value);
    if (keys) return { gesture: { type: "key", keys } };
  }
  const known = Object.hasOwn(GESTURES, command) ? GESTURES[command] : undefined;
  if (known || TYPED.has(command)) {
    const gesture: Gesture = known ?? { type: "input" };
    if (TYPED.has(command)) return { gesture, code: "typed" };
    return command === "dragAndDropToObject" ? { gesture, code: "drag" } : { gesture };
  }
  if (command === "select" || command === "addSelection") return { gesture: chosenBy(value) };
  if (command === "mouseOver") return {};
  if (CONTROL.test(command)) return { left: "control" };
  if (CODE.test(command)) return { left: "hook" };
  if (FRAME.test(command)) return { left: "frame" };
  return { left: SILENT.test(command) ? "command" : "unknown" };
}

/** The name of an option is what the page calls it; its value or place is not. */
function chosenBy(value: string): Gesture {
  const option = /^label=(?:exact:|glob:)?(.{1,120})$/s.exec(value)?.[1];
  return option && !option.includes("${") ? { type: "choose", option } : { type: "choose" };
}

const KEYS: Readonly<Record<string, string>> = {
  ENTER: "Enter",
  RETURN: "Enter",
  TAB: "Tab",
  ESCAPE: "Escape",
  ESC: "Escape",
  SPACE: "Space",
  BACKSPACE: "Backspace",
  BKSP: "Backspace",
  DELETE: "Delete",
  DEL: "Delete",
  UP: "ArrowUp",
  DOWN: "ArrowDown",
  LEFT: "ArrowLeft",
  RIGHT: "ArrowRight",
  HOME: "Home",
  END: "End",
  PAGE_UP: "PageUp",
  PAGE_DOWN: "PageDown",
};

/** One key that says nothing of what somebody wrote, such as `${KEY_ENTER}`. */
function keyIn(value: string): string | undefined {
  const [, name = ""] = /^\$\{KEY_(\w+)\}$/.exec(value.trim()) ?? [];
  if (/^F\d{1,2}$/.test(name)) return name;
  return Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
}
