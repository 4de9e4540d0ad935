import { isOnDemand } from "../model/budget-class.ts";
import type { Guide } from "../model/guide.ts";
import { localize, pickLocale } from "../model/locale.ts";
import type { Answer, Question } from "../model/question.ts";
import type { RichText } from "../model/rich-text.ts";
import { SCALES } from "../model/scales.ts";
import type { Plan } from "./plan.ts";
import { canGoBack } from "./reduce.ts";
import type { Locating, Obstacle, Run, Shown } from "./run.ts";

/** What is on screen, in the person's language. */
export interface View {
  kind: Guide["kind"];
  /** Changes with every step that is entered. */
  visit: number;
  /**
   * `waiting`: the target of the step is not in the page, and the person is told so. `folded`: only the place is
   * shown where it can be opened. `asking`: whether the likely element is the right one.
   */
  mode: "step" | "waiting" | "folded" | "asking";
  pointing: boolean;
  /** The target was there and is looked for again; nobody has noticed yet. */
  seeking: boolean;
  /** What else the person has to know about the target. */
  note: Note | null;
  /** From 1. */
  at: number;
  of: number;
  canGoBack: boolean;
  /** What leads on. */
  awaits: "next" | "click" | "input" | "until";
  /** Locale of the texts. */
  lang: string;
  title: string;
  body: RichText;
  /** What is asked; the title is the question. */
  question: QuestionView | null;
  actions: readonly { label: string; href: string }[];
}

export type Note = { type: Obstacle } | { type: "several"; count: number };

/** A question in the person's language. */
export interface QuestionView {
  type: Question["type"];
  required: boolean;
  /** What can be chosen, in order; nothing for a text. */
  options: readonly { value: string; label: string }[];
  /** What the ends of a scale mean. */
  ends: readonly [string, string] | null;
}

/** What the person does in a card. */
export interface Commands {
  answer(answer: Answer): void;
  advance(): void;
  back(): void;
  dismiss(): void;
  /** Puts it off. */
  snooze(): void;
  /** Opens and folds what is there on demand. */
  open(): void;
  fold(): void;
  /** Whether the likely element is the right one. */
  confirm(): void;
  deny(): void;
}

/** Null while there is nothing to show. */
export function viewOf(
  guide: Guide,
  plan: Plan,
  run: Run,
  locales: readonly string[],
): View | null {
  if (run.phase === "over") return null;
  const waiting = run.phase === "locating" && run.missing !== null;
  if (run.phase === "locating" && !run.seen && !waiting) return null;
  const step = guide.steps[run.at];
  if (!step) return null;
  // What nobody has asked for yet says nothing of a target that is not there.
  if (isOnDemand(guide) && run.phase === "locating") return null;
  const asking = run.phase === "shown" && !run.sure;
  const folded = run.phase === "shown" && !run.open;
  if (folded && guide.kind === "hint") return null;
  return {
    kind: guide.kind,
    visit: run.visit,
    mode: folded ? "folded" : waiting ? "waiting" : asking ? "asking" : "step",
    pointing: run.phase === "shown" && run.pointing,
    seeking: run.phase === "locating" && !waiting,
    note: noteOf(run),
    at: run.at + 1,
    of: guide.steps.length,
    canGoBack: canGoBack(plan, run),
    awaits: step.advance.on,
    lang: pickLocale(Object.keys(step.title), locales),
    title: localize(step.title, locales),
    body: localize(step.body, locales),
    question: step.question ? questionView(step.question, locales) : null,
    actions: (step.actions ?? []).map(({ label, href }) => ({
      label: localize(label, locales),
      href,
    })),
  };
}

function noteOf(run: Locating | Shown): Note | null {
  if (run.phase === "shown") return run.obstacle && { type: run.obstacle };
  return run.several > 0 ? { type: "several", count: run.several } : null;
}

function questionView(question: Question, locales: readonly string[]): QuestionView {
  const { type, required = false } = question;
  switch (question.type) {
    case "text":
      return { type, required, options: [], ends: null };
    case "choice":
    case "multiple": {
      const options = question.options.map(({ id, label }) => ({
        value: id,
        label: localize(label, locales),
      }));
      return { type, required, options, ends: null };
    }
    default: {
      const [least, most] = SCALES[question.type];
      const options = Array.from({ length: most - least + 1 }, (_, index) => {
        const value = String(least + index);
        return { value, label: value };
      });
      const { low, high } = question;
      const ends =
        low && high ? ([localize(low, locales), localize(high, locales)] as const) : null;
      return { type, required, options, ends };
    }
  }
}
