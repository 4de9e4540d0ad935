import { sensitiveSpans } from "../sensitive/text-rules.ts";

/** An e-mail address, or digits as in numbers of telephones, cards and orders: whose it is, not what the element is. */
const PERSONAL = /\S+@\S+|\+?\d(?:[\d\s().-]*\d){3,}/g;

/** A text without what names a person or a record, or gives access; undefined if nothing else is in it. */
export function discreet(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const spans = sensitiveSpans(text);
  const isHidden = (at: number) => spans.some(({ start, end }) => at >= start && at < end);
  const open = text.split("").map((char, at) => (isHidden(at) ? " " : char));
  return open.join("").replace(PERSONAL, " ").replace(/\s+/g, " ").trim() || undefined;
}
