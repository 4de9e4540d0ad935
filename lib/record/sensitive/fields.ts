import { fieldLabel } from "../../anchor/dom/content.ts";
import { attribute, localName, matches, textContent } from "../../anchor/dom/safe.ts";
import { namesPerson } from "./name-rules.ts";
import { sensitiveSpans } from "./text-rules.ts";

export const FIELDS = [
  "input, textarea, select, [contenteditable]",
  "[role=textbox], [role=searchbox], [role=spinbutton], [role=combobox]",
].join(", ");

/** Nobody types these: what they show is the app's, or no text. */
const UNTYPED = new Set(["checkbox", "radio", "range", "color", "hidden", "image"]);
const CAPTIONED = new Set(["button", "submit", "reset"]);

/**
 * Whether a field shows what somebody entered. Everything that is typed counts, whatever it is; of what is chosen, what
 * is somebody's by its name. Values are looked at here and go nowhere.
 */
export function showsEntry(field: Element): boolean {
  switch (localName(field)) {
    case "input":
      return showsInput(field as HTMLInputElement);
    case "textarea":
      return holdsText(field as HTMLTextAreaElement);
    case "select":
      return showsChoice(field as HTMLSelectElement);
    default:
      return showsWritten(field);
  }
}

function showsInput(field: HTMLInputElement): boolean {
  if (UNTYPED.has(field.type)) return false;
  if (CAPTIONED.has(field.type)) return sensitiveSpans(field.value).length > 0;
  return holdsText(field);
}

/** What a browser fills in by itself is on the screen before scripts are told of it. */
function holdsText(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  if (field.value !== "" || field.validity.badInput || matches(field, ":autofill")) return true;
  return sensitiveSpans(field.placeholder).length > 0;
}

function showsChoice(field: HTMLSelectElement): boolean {
  const isList = field.multiple || field.size > 1;
  const shown = [...(isList ? field.options : field.selectedOptions)].map(({ text }) => text);
  if (shown.some((text) => sensitiveSpans(text).length > 0)) return true;
  return field.selectedOptions.length > 0 && namesPerson(saidOf(field));
}

function showsWritten(field: Element): boolean {
  if (attribute(field, "contenteditable") === "false") return false;
  if (textContent(field)?.trim() === "" && !field.querySelector("img, canvas, svg, video")) {
    return false;
  }
  const isChoice = attribute(field, "role") === "combobox" && !matches(field, "[contenteditable]");
  return !isChoice || namesPerson(saidOf(field));
}

const SAYING = ["name", "id", "autocomplete", "aria-label", "placeholder", "title"];

function saidOf(field: Element): string {
  const said = SAYING.map((name) => attribute(field, name));
  return [...said, fieldLabel(field)].filter(Boolean).join(" ");
}
