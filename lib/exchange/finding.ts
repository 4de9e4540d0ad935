/** Something of a foreign guide that could not be carried over as it was. */
export interface Finding {
  /** Where in the source, such as `steps[3].prepare`. */
  path: string;
  code: FindingCode;
  /** What was found there, shortened: an address, a selector, a tag. Empty where the path says it all. */
  what: string;
  /** In the file, from 1, where it is known. */
  line?: number;
}

/** `lost`: it is not there any more. `changed`: something else stands for it. `confirm`: an author has to look at it. */
export type FindingGroup = "lost" | "changed" | "confirm";

interface Meaning {
  group: FindingGroup;
  /** An author should do something about it; how, the interface says. */
  mend: boolean;
}

const lost = { group: "lost", mend: false } as const;
const lostToMend = { group: "lost", mend: true } as const;
const changed = { group: "changed", mend: false } as const;
const changedToMend = { group: "changed", mend: true } as const;
const confirm = { group: "confirm", mend: true } as const;

const MEANINGS = {
  /** A function prepared the page. */
  prepare: lostToMend,
  /** A function tidied the page up. */
  complete: lostToMend,
  /** A function did something in the app, or decided something. */
  hook: lostToMend,
  /** A button that did something of its own. */
  button: lostToMend,
  /** A part that is made by code that runs, such as a loop. */
  unread: lostToMend,
  /** A text that is computed; a placeholder stands for it. */
  "text-code": lostToMend,
  /** Perhaps the key of a text that is translated elsewhere. */
  "text-key": confirm,
  "target-code": confirm,
  "target-invalid": confirm,
  "target-missing": confirm,
  "target-hidden": confirm,
  "target-unsure": confirm,
  /** A part of the element stands for it. */
  "target-part": confirm,
  /** The source's selectors lead to different elements. */
  "target-differ": confirm,
  /** A function decided which event counts. */
  "wait-code": changedToMend,
  /** An event that guides do not know; there is a Next button now. */
  "wait-event": changedToMend,
  "wait-result": changed,
  /** Where something was dragged to. */
  drag: lostToMend,
  /** Conditions and loops of a recording. */
  control: lostToMend,
  /** In a frame or window other than the page's. */
  frame: confirm,
  image: lostToMend,
  icon: lostToMend,
  link: changedToMend,
  markup: changed,
  title: changed,
  /** Of a recording: what was typed is never taken. */
  typed: lost,
  /** Of a recording: it shows people nothing. */
  command: lost,
  /** Switched off in the source. */
  disabled: lost,
  /** Hints beside a tour. */
  hints: lost,
  dropped: lost,
  layout: lost,
  unknown: lost,
} as const satisfies Record<string, Meaning>;

export type FindingCode = keyof typeof MEANINGS;
export const FINDING_CODES = Object.keys(MEANINGS) as FindingCode[];

/** Whether an author should do something about it. */
export function needsMending({ code }: Finding): boolean {
  return MEANINGS[code].mend;
}

export function groupOf({ code }: Finding): FindingGroup {
  return MEANINGS[code].group;
}

const LONGEST = 120;

export function finding(path: string, code: FindingCode, what = ""): Finding {
  return { path, code, what: what.length > LONGEST ? `${what.slice(0, LONGEST - 1)}…` : what };
}
