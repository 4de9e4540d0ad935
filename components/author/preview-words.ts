import type { WalkedStep } from "../../lib/draft/walk.ts";
import type { Translator } from "../../lib/i18n/translator.ts";
import type { Guide, Step } from "../../lib/model/guide.ts";
import { localize } from "../../lib/model/locale.ts";
import type { PageCheck } from "../../lib/model/target-check.ts";
import { matchesUrl } from "../../lib/model/url-match.ts";
import type { UrlPattern } from "../../lib/model/url-pattern.ts";
import type { Tone } from "../ui/badge.tsx";

type Words = Pick<Translator, "t" | "duration">;

/** How it stands with a step: a few words, and more of it. */
export interface StepResult {
  tone: Tone;
  short: string;
  long: string | null;
}

export interface StepFacts {
  step: Step;
  walked: WalkedStep | undefined;
  checked: PageCheck["targets"][number] | undefined;
  page: UrlPattern | undefined;
  /** Of the page beside the panel. */
  address: string;
}

const TONES = {
  searching: "accent",
  shown: "accent",
  without: "warning",
  done: "success",
  skipped: "warning",
  missing: "danger",
  left: "neutral",
} as const satisfies Partial<Record<WalkedStep["state"], Tone>>;

const FOUND: Record<PageCheck["targets"][number]["outcome"], Tone> = {
  found: "success",
  likely: "accent",
  ambiguous: "warning",
  absent: "danger",
  covered: "warning",
  disabled: "warning",
};

/** What the walk says of a step, else what was seen when the page was checked; null: nothing yet. */
export function resultOf(facts: StepFacts, words: Words): StepResult | null {
  const { t } = words;
  const { walked, checked, step } = facts;
  if (walked && walked.state !== "ahead") {
    const { state, outcome } = walked;
    const found = outcome && state !== "missing" ? t(`check.${outcome}`) : null;
    const more = [found, wayOf(walked, step, words), reasonOf(walked, words)];
    const long = more.filter((part) => part !== null).join(", ");
    return { tone: TONES[state], short: t(`preview.state.${state}`), long: long || null };
  }
  if (!checked) return null;
  if (checked.outcome === "absent" && !isHere(facts)) {
    const { host = "", path = "", hash } = facts.page ?? {};
    const page = `${host}${path}${hash ? `#${hash}` : ""}`;
    return { tone: "neutral", short: t("preview.elsewhere", { page }), long: null };
  }
  const long = checked.candidate
    ? t(checked.outcome === "found" ? "check.here" : "check.likest", {
        element: checked.candidate.label,
      })
    : null;
  return { tone: FOUND[checked.outcome], short: t(`check.${checked.outcome}`), long };
}

function wayOf({ state, ms }: WalkedStep, step: Step, { t, duration }: Words): string | null {
  if (state !== "done") return null;
  if (ms === null) return t("preview.by.before");
  const by = step.question ? "question" : step.advance.on;
  return t(`preview.by.${by}`, { time: duration(ms) });
}

function reasonOf({ reason }: WalkedStep, { t }: Words): string | null {
  return reason && t("preview.instead", { reason });
}

function isHere({ page, address }: StepFacts): boolean {
  const url = URL.parse(address);
  if (!page || !url) return true;
  const { host, pathname, search, hash } = url;
  return matchesUrl(page, { host, pathname, search, hash });
}

/** The result of all steps as text, for a message or an issue. */
export function summaryOf(
  guide: Guide,
  lines: readonly { title: string; result: StepResult | null }[],
  about: { page: string; person: string; language: string; end: string | null },
  { t, wanted }: Pick<Translator, "t" | "wanted">,
): string {
  const { page, person, language, end } = about;
  const name = localize(guide.name, wanted);
  const steps = lines.map(({ title, result }, at) => {
    const said = [result?.short, result?.long].filter(Boolean).join(": ");
    return `${at + 1}. ${title}: ${said || "–"}`;
  });
  const head = t("preview.summary", { guide: name, page, person, language });
  return [head, ...steps, ...(end ? [end] : [])].join("\n");
}
