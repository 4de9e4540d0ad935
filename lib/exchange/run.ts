/** A piece of text with all that is said of it. */
export interface Run {
  text: string;
  code?: true;
  strong?: true;
  emphasis?: true;
  href?: string;
}

/** Line ends, tabs and spaces, but not those that hold words together. */
const SPACE = /[\t-\r \u0085\u2028\u2029]+/g;
/** What no format can carry, and nobody can see. */
const UNSEEN = /[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]/gu;

/** A text as it is read: white space as a browser lays it out, nothing that cannot be seen. */
export function readable(text: string): string {
  return text.replace(SPACE, " ").replace(UNSEEN, "").replace(/ {2,}/g, " ");
}

/**
 * The runs as they are read, with no space at the ends and none twice. A space between marks has only what the text
 * on both sides of it has, so that none begins or ends with one; neighbours that differ in nothing are one.
 */
export function readableRuns(runs: readonly Run[]): Run[] {
  const words: Run[] = [];
  let spaced = false;
  for (const run of runs) {
    const parts = readable(run.text).split(/( )/);
    for (const text of parts) {
      if (text === " ") spaced = words.length > 0;
      else if (text) {
        const last = words.at(-1);
        if (last && spaced) words.push({ ...shared(last, run), text: " " });
        words.push({ ...run, text });
        spaced = false;
      }
    }
  }
  return joined(words);
}

function shared(a: Run, b: Run): Omit<Run, "text"> {
  return {
    ...(a.code && b.code && { code: true as const }),
    ...(a.strong && b.strong && { strong: true as const }),
    ...(a.emphasis && b.emphasis && { emphasis: true as const }),
    ...(a.href && a.href === b.href && { href: a.href }),
  };
}

function joined(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last && isLike(last, run))
      whole[whole.length - 1] = { ...last, text: last.text + run.text };
    else whole.push(run);
  }
  return whole;
}

function isLike(a: Run, b: Run): boolean {
  return (
    a.code === b.code && a.strong === b.strong && a.emphasis === b.emphasis && a.href === b.href
  );
}
