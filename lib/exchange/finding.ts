/** Something of a foreign guide that could not be carried over as it was. */
export interface Finding {
  /** Where in the source, such as `steps[3].prepare`. */
  path: string;
  code: FindingCode;
  /** What was found there, shortened: an address, a selector, a tag. Empty where the path says it all. */
  what: string;
}

interface Meaning {
  /** What is lost or different now. */
  lost: string;
  /** How to mend it; without one nothing needs to be done. */
  mend?: string;
}

const MEANINGS = {
  prepare: {
    lost: "a function prepared the page; Waymark changes nothing in the app",
    mend: "say in the step before what the person has to open",
  },
  complete: {
    lost: "a function tidied the page up; Waymark changes nothing in the app",
    mend: "say in the next step what the person has to close, if it matters",
  },
  "target-code": {
    lost: "the target is computed by a function, so the step stands in the middle of the window",
    mend: "write a CSS selector there and import again",
  },
  "target-invalid": {
    lost: "this is no CSS selector, so the step stands in the middle of the window",
    mend: "write another selector and import again",
  },
  "target-missing": {
    lost: "nothing in the page matches, so the step stands in the middle of the window",
    mend: "open the page where the target is and look again, or name another target",
  },
  "target-hidden": {
    lost: "what matches is not visible, so the step stands in the middle of the window",
    mend: "open the part of the page where the target is and look again",
  },
  "target-unsure": {
    lost: "nothing tells this element from others, so the step stands in the middle of the window",
    mend: "name a control or a text in it as the target",
  },
  "target-part": {
    lost: "nothing tells the whole element from others; the step points at this part of it",
    mend: "look whether that is what is meant, else name another target",
  },
  "wait-code": {
    lost: "a function decided which event counts; any of them leads on now",
    mend: 'say in "advance" more closely which result to wait for',
  },
  "wait-event": {
    lost: "the step waited for an event that guides do not know; it has a Next button now",
    mend: 'say in "advance" which result to wait for: an element, a use, a signal, an address',
  },
  "wait-result": { lost: "the step waits for the result of this event" },
  image: {
    lost: "the picture is left out",
    mend: "say in the text what it shows, or put it in as an asset of the workspace",
  },
  icon: {
    lost: "an icon within the text is left out",
    mend: "name what it shows, if the sentence needs it",
  },
  link: {
    lost: "the link is only text now; links lead to https: and mailto: addresses",
    mend: "write the whole address",
  },
  markup: { lost: "this has no counterpart; the text in it is kept" },
  dropped: { lost: "this has no counterpart and is left out" },
  title: { lost: "the step had no title; it has the beginning of its text" },
  layout: { lost: "how it looked is left out; cards have their own layout" },
  unknown: { lost: "this field is unknown and left out" },
} as const satisfies Record<string, Meaning>;

export type FindingCode = keyof typeof MEANINGS;

/** Whether an author should do something about it. */
export function needsMending({ code }: Finding): boolean {
  return "mend" in MEANINGS[code];
}

/** One line a finding, for people. */
export function explainFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ path, code, what }) => {
      const { lost, mend }: Meaning = MEANINGS[code];
      const quoted = what ? ` (${what})` : "";
      return `${path}${quoted}: ${lost}.${mend ? ` To mend it, ${mend}.` : ""}`;
    })
    .join("\n");
}

const LONGEST = 120;

export function finding(path: string, code: FindingCode, what = ""): Finding {
  return { path, code, what: what.length > LONGEST ? `${what.slice(0, LONGEST - 1)}…` : what };
}
