import type { Guide, Step } from "../model/guide.ts";
import type { Question } from "../model/question.ts";
import { SCALES } from "../model/scales.ts";
import { contrast, DARK_CARD, LIGHT_CARD, parse, readableAccent } from "../tour/accent.ts";
import { mainLanguage } from "./languages.ts";
import type { Finding } from "./lint.ts";
import { changeGuide } from "./steps.ts";

/**
 * Steps beyond which few people come to the end, by kind (docs/spec/drafts.md). What is read in the side panel can be
 * longer.
 */
export const STEPS_LONG: Partial<Record<Guide["kind"], number>> = {
  tour: 7,
  survey: 5,
  checklist: 8,
  "how-to": 30,
};
/** WCAG 1.4.11: what tells a control from its ground. */
const VISIBLE = 3;

/** What is to be said about the guide as a whole. */
export function lintGuide(guide: Guide, languages: readonly string[]): Finding[] {
  const found: Finding[] = [];
  const say = (code: Finding["code"], severity: Finding["severity"], more: Partial<Finding> = {}) =>
    found.push({ code, severity, step: null, ...more });
  const { kind, steps, name, trigger, schedule } = guide;
  const limit = STEPS_LONG[kind];
  if (limit !== undefined && steps.length > limit) {
    say("too-many-steps", "warning", { params: { count: steps.length, limit } });
  }
  for (const language of languages) {
    if (name[language]) continue;
    say("name-missing", language === mainLanguage(guide) ? "error" : "warning", { language });
  }
  if (trigger.start === "auto" && !trigger.when) say("auto-everywhere", "warning");
  const { from, until } = schedule ?? {};
  if (from !== undefined && until !== undefined && until <= from) {
    say("schedule-order", "error", {
      mend: (now) => changeGuide(now, { schedule: { from: until, until: from } }),
    });
  }
  if (guide.experiment !== undefined && guide.goal === undefined) {
    say("experiment-goal", "warning");
  }
  found.push(...ofAccent(guide));
  for (const step of unreachable(steps)) {
    found.push({ code: "unreachable", severity: "warning", step });
  }
  for (const { id } of unpictured(steps)) {
    found.push({ code: "picture-missing", severity: "hint", step: id });
  }
  return found;
}

/** Steps of which a picture was to be taken while they were recorded, as it was of others, and there was none to be had. */
function unpictured(steps: readonly Step[]): Step[] {
  if (!steps.some(isPictured)) return [];
  const isPressed = ({ anchor, recorded }: Step) =>
    anchor && recorded && recorded.gesture.type !== "key";
  return steps.filter((step) => isPressed(step) && !isPictured(step));
}

function isPictured({ body }: Step): boolean {
  return Object.values(body).some((text) => text.some(({ type }) => type === "image"));
}

/** A main button that can hardly be told from the card it is on. What is written is made readable anyway. */
function ofAccent({ theme }: Guide): Finding[] {
  if (!theme?.accent) return [];
  const accent = theme.accent;
  const { inkLight, inkDark } = readableAccent(accent);
  const grounds = [
    { scheme: "light", ground: LIGHT_CARD, ink: inkLight },
    { scheme: "dark", ground: DARK_CARD, ink: inkDark },
  ] as const;
  return grounds.flatMap(({ scheme, ground, ink }): Finding[] => {
    if (theme.scheme !== scheme && (theme.scheme ?? "auto") !== "auto") return [];
    const ratio = contrast(parse(accent), ground);
    if (ratio >= VISIBLE) return [];
    const clash = contrast(parse(ink), scheme === "light" ? DARK_CARD : LIGHT_CARD) < VISIBLE;
    return [
      {
        code: "contrast",
        severity: "warning",
        step: null,
        params: { scheme, ratio: Math.floor(ratio * 10) / 10 },
        ...(!(clash && (theme.scheme ?? "auto") === "auto") && {
          mend: (now: Guide) => changeGuide(now, { theme: { ...now.theme, accent: ink } }),
        }),
      },
    ];
  });
}

/** Ids of steps that no way through the guide leads to. */
function unreachable(steps: readonly Step[]): string[] {
  const reached = new Set<string | undefined>([steps[0]?.id]);
  steps.forEach((step, index) => {
    if (!reached.has(step.id)) return;
    for (const { to } of step.branch ?? []) if (to !== null) reached.add(to);
    if (!leadsElsewhere(step)) reached.add(steps[index + 1]?.id);
  });
  return steps.flatMap(({ id }) => (reached.has(id) ? [] : [id]));
}

/** Whatever somebody answers, a branch takes them along. */
function leadsElsewhere({ question, branch = [] }: Step): boolean {
  if (!question?.required) return false;
  const ways = branch.flatMap(({ when, condition }) => (when && !condition ? [when] : []));
  return answersTo(question).every((answer) =>
    ways.some(({ atLeast, atMost, anyOf }) =>
      typeof answer === "number"
        ? anyOf === undefined && answer >= (atLeast ?? answer) && answer <= (atMost ?? answer)
        : anyOf?.includes(answer),
    ),
  );
}

/** Every answer by itself; one that no branch can look at stands for written ones. */
function answersTo(question: Question): (string | number)[] {
  if (question.type === "text") return ["a text"];
  if ("options" in question) return question.options.map(({ id }) => id);
  const [least, most] = SCALES[question.type];
  return Array.from({ length: most - least + 1 }, (_, at) => least + at);
}
