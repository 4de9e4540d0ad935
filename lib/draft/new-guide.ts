import { GUIDE_FORMAT, type Guide, type GuideKind, type Step } from "../model/guide.ts";
import { convertGuide } from "./convert.ts";
import { freeId } from "./free-id.ts";

/** Kinds that a guide can begin as without an element to point at. */
export const BLANK_KINDS = [
  "tour",
  "how-to",
  "checklist",
  "survey",
  "announcement",
  "modal",
  "banner",
] as const;
export type BlankKind = Extract<GuideKind, (typeof BLANK_KINDS)[number]>;

/** A step of words alone; `title` in every language of the guide. */
export function blankStep(
  kind: GuideKind,
  id: string,
  title: Readonly<Record<string, string>>,
): Step {
  const languages = Object.keys(title);
  const step: Step = {
    id,
    title: { ...title },
    body: Object.fromEntries(languages.map((language) => [language, []])),
    advance: { on: "next" },
  };
  if (kind !== "checklist") return step;
  const one: Guide = { ...SHELL, id, name: { ...title }, steps: [step] };
  const converted = convertGuide(one, "checklist");
  return (converted.ok && converted.guide.steps[0]) || step;
}

const SHELL = { format: GUIDE_FORMAT, kind: "tour", trigger: { start: "manual" } } as const;

/** A guide of one step that starts from the library only. */
export function blankGuide(
  kind: BlankKind,
  texts: { name: Readonly<Record<string, string>>; title: Readonly<Record<string, string>> },
  taken: ReadonlySet<string>,
): Guide {
  const id = freeId(texts.name.en ?? Object.values(texts.name)[0] ?? "", taken, "guide");
  const step = blankStep(kind, "step-1", texts.title);
  const steps: Step[] = [kind === "survey" ? { ...step, question: { type: "nps" } } : step];
  return { ...SHELL, id, kind, name: { ...texts.name }, steps };
}

/** A copy of its own that starts from the library only, so that two of the same never come by themselves. */
export function copyGuide(
  guide: Guide,
  name: Readonly<Record<string, string>>,
  taken: ReadonlySet<string>,
): Guide {
  const { experiment: _, ...kept } = guide;
  const trigger = { ...guide.trigger, start: "manual" } as const;
  return { ...kept, id: freeId(guide.id, taken, "guide"), name: { ...name }, trigger };
}
