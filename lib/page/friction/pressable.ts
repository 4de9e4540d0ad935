import { FIELDS, holdsInput, isControl } from "../../anchor/dom/control.ts";
import { attribute, localName } from "../../anchor/dom/safe.ts";

/** Whether a person types, chooses or selects text here, so that several clicks are nothing special. */
export function isForInput(path: readonly Element[]): boolean {
  return path.some((one) => holdsInput(one)) || getSelection()?.type === "Range";
}

/**
 * Whether a click on the innermost of these elements should do something in this page. Elements innermost first; what a
 * field or a link to elsewhere does is not seen from here, and a disabled control does not look as if it did anything.
 */
export function looksPressable(path: readonly Element[]): boolean {
  const [innermost] = path;
  if (!innermost || path.some(isOut)) return false;
  return path.some((one) => isControl(one)) || getComputedStyle(innermost).cursor === "pointer";
}

function isOut(element: Element): boolean {
  const tag = localName(element);
  if (FIELDS.has(tag) || tag === "video" || tag === "audio" || tag === "label") return true;
  if (holdsInput(element) || attribute(element, "aria-disabled") === "true") return true;
  return tag === "a" && leadsElsewhere(element);
}

function leadsElsewhere(link: Element): boolean {
  const target = attribute(link, "target") ?? "";
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(attribute(link, "href") ?? "")?.[1];
  return (
    !["", "_self", "_top", "_parent"].includes(target.toLowerCase()) ||
    attribute(link, "download") !== undefined ||
    (scheme !== undefined && !/^(https?|javascript)$/i.test(scheme))
  );
}
