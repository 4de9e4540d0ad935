import type { Anchor, Fingerprint } from "../model/anchor.ts";
import type { RecordedStep } from "../model/recording.ts";

/** What people call the things of a step; undefined where the page gives them no name. */
export interface Names {
  element: string | undefined;
  /** Where it was dragged to. */
  to: string | undefined;
  /** Title of a page that was opened, else its path. */
  page: string;
}

const LONGEST = 80;

/** A place that is larger holds things, and is not called what they say: as a share of the window. */
const LARGEST = 0.02;

export function namesIn({
  anchor,
  gesture,
  page,
  url,
}: Pick<RecordedStep, "anchor" | "gesture" | "page" | "url">): Names {
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/, "").replace(/[?#].*/s, "");
  return {
    element: nameOf(anchor),
    to: gesture.type === "drag" ? placeName(gesture.to) : undefined,
    page: clean(page) ?? clean(path) ?? "/",
  };
}

function nameOf(anchor: Anchor | undefined): string | undefined {
  return calledIn(anchor?.samples[0]?.fingerprint);
}

function placeName(place: Anchor | undefined): string | undefined {
  const print = place?.samples[0]?.fingerprint;
  if (!print?.box || !print.viewport) return calledIn(print);
  const { box, viewport } = print;
  const holds = box.width * box.height > LARGEST * viewport.width * viewport.height;
  const { text, name, ...rest } = print;
  return calledIn(holds ? { ...rest, ...(name !== text && { name }) } : print);
}

function calledIn(print: Fingerprint | undefined): string | undefined {
  if (!print) return undefined;
  const { name, label, text, placeholder, title, alt } = print;
  return clean(name ?? label ?? text ?? placeholder ?? title ?? alt);
}

/** As it can stand in a title: one line, not long, and nothing that a variable begins with. */
export function clean(text: string | undefined): string | undefined {
  const line = text
    ?.replace(/\s+/g, " ")
    .replace(/\{{2,}/g, "{")
    .trim();
  if (!line) return undefined;
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}
