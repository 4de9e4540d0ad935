import { holdsInput } from "../../anchor/dom/control.ts";
import { localName, matches } from "../../anchor/dom/safe.ts";
import { editorAround, isOptedOut, meantAt, targetOf } from "./meant.ts";
import type { Recorder } from "./recorder.ts";

const MODIFIERS = new Set(["Control", "Alt", "Shift", "Meta", "AltGraph", "CapsLock", "Dead"]);
/** Alone they do something wherever nothing is typed. */
const ACTING = /^(Escape|Delete|Backspace|F\d{1,2}|ContextMenu)$/;
/** Within a field they edit what stands there. */
const EDITING =
  /^([acvxyz]|Arrow\w+|Home|End|PageUp|PageDown|Backspace|Delete|Insert|Enter|Tab| )$/i;
/** Enter presses them, which is told as a click. */
const PRESSED = [
  "button, summary, a[href], [role=button], [role=link], [role=tab]",
  "[type=button], [type=submit], [type=reset], [type=image], [type=checkbox], [type=radio]",
  "[type=file], [type=color]",
].join();

/** Key shortcuts, and Enter and Escape where they mean something. What is typed is never told. */
export function recordKeys(recorder: Recorder, signal: AbortSignal): void {
  addEventListener(
    "keydown",
    (event) => {
      recorder.begins("key");
      const keys = event.isTrusted && !event.repeat ? shortcutOf(event) : undefined;
      const target = keys && targetOf(event);
      if (!keys || !target) return;
      const field = event.key === "Enter" && holdsInput(target) ? meantAt(target) : undefined;
      const taken = field && !isOptedOut(field) ? recorder.take(field) : undefined;
      recorder.add({ gesture: { type: "key", keys }, taken });
    },
    { capture: true, passive: true, signal },
  );
}

/** As of `Gesture`; undefined for what types, edits or moves. */
export function shortcutOf(event: KeyboardEvent): string | undefined {
  const { key, ctrlKey, altKey, shiftKey, metaKey, isComposing } = event;
  if (isComposing || !key || MODIFIERS.has(key) || event.getModifierState("AltGraph")) {
    return undefined;
  }
  const [target] = event.composedPath();
  const element = target instanceof Element ? target : undefined;
  const typing = element !== undefined && (holdsInput(element) || editorAround(element));
  const commands = ctrlKey || metaKey || altKey;
  if (commands) {
    // Alt alone writes letters on some keyboards.
    if (typing && (EDITING.test(key) || (!ctrlKey && !metaKey))) return undefined;
  } else if (key === "Enter") {
    if (element && !meansSomething(element, Boolean(typing))) return undefined;
  } else if (!ACTING.test(key) || (typing && EDITING.test(key))) return undefined;
  const name =
    key === "+" ? "Plus" : key === " " ? "Space" : key.length === 1 ? key.toUpperCase() : key;
  const held = [ctrlKey && "Control", altKey && "Alt", shiftKey && "Shift", metaKey && "Meta"];
  return [...held.filter(Boolean), name].join("+");
}

/** Enter in a line of text sends it; in a longer text it begins a line, and on a control it is a click. */
function meansSomething(element: Element, typing: boolean): boolean {
  if (matches(element, PRESSED)) return false;
  return !typing || localName(element) === "input";
}
