import { accessibleName, labelText } from "../../anchor/dom/content.ts";
import { attribute, localName } from "../../anchor/dom/safe.ts";
import type { Gesture } from "../../model/gesture.ts";
import { createTrust } from "../../page/capture/trust.ts";
import { namesPerson } from "../sensitive/name-rules.ts";
import { discreet } from "./discreet-text.ts";
import { editorAround, targetOf } from "./meant.ts";
import type { Recorder } from "./recorder.ts";

const LONGEST = 120;
const TICKED = new Set(["checkbox", "radio"]);

/** Values that are entered, of which only that they are is told, and choices, by the names that the page gives them. */
export function recordEntries(recorder: Recorder, signal: AbortSignal): void {
  const trust = createTrust();
  const options = { capture: true, passive: true, signal };

  const enter = (element: Element) => {
    const taken = recorder.take(element);
    if (recorder.isLast("input", taken.mark)) return;
    recorder.add({ gesture: { type: "input" }, taken, id: recorder.look(element) });
  };
  const onInput = (event: Event) => {
    // Browsers fill fields in before anybody has done anything.
    const isTheirs = event.isTrusted && navigator.userActivation.hasBeenActive;
    const target = isTheirs ? targetOf(event) : undefined;
    if (!target) return;
    const element = editorAround(target) ?? target;
    // What is chosen tells of itself by "change".
    if (localName(element) === "select" || TICKED.has(typeOf(element))) return;
    enter(element);
  };
  const onChange = (event: Event) => {
    const target = trust.trusts(event) ? targetOf(event) : undefined;
    if (!target) return;
    const gesture = choiceOf(target);
    if (gesture) recorder.add({ gesture, taken: recorder.take(target) });
    else enter(target);
  };
  addEventListener("click", (event) => trust.sawClick(event), options);
  addEventListener("input", onInput, options);
  addEventListener("change", onChange, options);
}

function choiceOf(element: Element): Gesture | undefined {
  const isSelect = localName(element) === "select";
  if (!isSelect && !TICKED.has(typeOf(element))) return undefined;
  const option = isSelect ? chosenIn(element as HTMLSelectElement) : nameOf(element);
  return { type: "choose", ...(option && { option }) };
}

/** What somebody is or has is theirs, also where it is only chosen. */
function chosenIn(select: HTMLSelectElement): string | undefined {
  const said = [nameOf(select), attribute(select, "name"), attribute(select, "id")];
  if (namesPerson(said.join(" "))) return undefined;
  const texts = [...select.selectedOptions].map((option) => option.label || option.text);
  return short(texts.join(", "));
}

/** As the page calls it. */
function nameOf(element: Element): string | undefined {
  return short(accessibleName(element, labelText(element)));
}

function typeOf(element: Element): string {
  return localName(element) === "input" ? (attribute(element, "type") ?? "").toLowerCase() : "";
}

function short(text: string | undefined): string | undefined {
  return discreet(text)?.slice(0, LONGEST).trim() || undefined;
}
