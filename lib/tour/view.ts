import { isListed, isOnDemand } from "../model/budget-class.ts";
import type { Guide, Step } from "../model/guide.ts";
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
  actions: readonly ActionView[];
  /** Of a checklist, whose title is that of the whole, and `at` how many are done. */
  items: readonly ItemView[];
}

/** A link out of the guide, or another guide. */
export type ActionView =
  | { type: "link"; label: string; href: string }
  | { type: "guide"; label: string; guide: string };

export interface ItemView {
  id: string;
  title: string;
  body: RichText;
  done: boolean;
  actions: readonly ActionView[];
}

export type Note = { type: Obstacle } | { type: "several" | "choose"; count: number };

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
  /** Starts another guide. */
  start(guide: string): void;
  /** Opens and folds what is there on demand. */
  open(): void;
  fold(): void;
  /** Whether the likely element is the right one. */
  confirm(): void;
  deny(): void;
}

/** Kinds of which the place is shown where they can be opened; the others come when the person comes near. */
const OPENED_BY_HAND: ReadonlySet<Guide["kind"]> = new Set(["hotspot", "checklist"]);

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
  // What nobody has asked for yet says nothing of a target that is not there; of a how-to the side panel says it.
  if ((isOnDemand(guide) || isListed(guide)) && run.phase === "locating") return null;
  const asking = run.phase === "shown" && !run.sure;
  const folded = run.phase === "shown" && !run.open;
  if (folded && !OPENED_BY_HAND.has(guide.kind)) return null;
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
    actions: actionsOf(step, locales),
    items: [],
    ...(run.phase === "shown" && plan.list && listOf(guide, run, locales)),
  };
}

/** What a checklist shows instead of one step. */
function listOf({ name, steps }: Guide, { ticked }: Shown, locales: readonly string[]) {
  const items: ItemView[] = steps.map((step) => ({
    id: step.id,
    title: localize(step.title, locales),
    body: localize(step.body, locales),
    done: ticked.includes(step.id),
    actions: actionsOf(step, locales),
  }));
  const at = items.filter(({ done }) => done).length;
  return {
    items,
    at,
    lang: pickLocale(Object.keys(name), locales),
    title: localize(name, locales),
    body: [],
    actions: [],
  };
}

function actionsOf({ actions = [] }: Step, locales: readonly string[]): ActionView[] {
  return actions.map((action) => ({ ...action, label: localize(action.label, locales) }));
}

function noteOf(run: Locating | Shown): Note | null {
  if (run.phase === "shown" && run.choices > 0) return { type: "choose", count: run.choices };
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
