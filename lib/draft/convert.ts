import type { Condition } from "../model/condition.ts";
import type { Guide, GuideKind, Step } from "../model/guide.ts";
import { ResultCondition } from "../model/result-condition.ts";
import type { Block } from "../model/rich-text.ts";
import { type Edited, type Lost, type LostCode, settle } from "./edited.ts";
import { assign } from "./steps.ts";
import { keepWays } from "./ways.ts";

/** Stands where an author has to say what an item waits for; no signal is called so, so it is never published. */
export const UNCHOSEN = "to-be-chosen";

const LISTED: ReadonlySet<GuideKind> = new Set(["how-to", "announcement"]);
const ANCHORLESS: ReadonlySet<GuideKind> = new Set(["checklist", "banner", "announcement"]);

/** Makes a guide one of another kind, and says what did not carry over. Refused if the kind cannot hold it. */
export function convertGuide(guide: Guide, kind: GuideKind): Edited {
  if (guide.kind === kind) return { ok: true, guide, lost: [] };
  const lost: Lost[] = [];
  const fitted = guide.steps.map((step) => fitStep(step, kind, guide.steps.length, lost));
  const { steps, lost: ways } = keepWays(fitted);
  return settle(guide, { ...fitGuide(guide, kind, lost), kind, steps }, [...lost, ...ways]);
}

function fitGuide(guide: Guide, kind: GuideKind, lost: Lost[]): Guide {
  const lose = (code: LostCode) => lost.push({ step: null, code });
  const change: { -readonly [K in keyof Guide]?: Guide[K] | undefined } = {};
  if (LISTED.has(kind)) {
    if (guide.trigger.start === "auto") {
      lose("trigger");
      const { frequency: _, ...trigger } = guide.trigger;
      change.trigger = { ...trigger, start: "manual" };
    }
    if (guide.budget !== undefined) change.budget = undefined;
    if (guide.budget !== undefined && guide.budget !== "ambient") lose("budget");
    if (guide.experiment !== undefined) {
      change.experiment = undefined;
      lose("experiment");
    }
  }
  if (kind === "banner" && isBeside(guide.placement)) {
    change.placement = undefined;
    lose("placement");
  }
  return assign(guide, change);
}

function fitStep(step: Step, kind: GuideKind, of: number, lost: Lost[]): Step {
  const lose = (code: LostCode) => lost.push({ step: step.id, code });
  const change: { -readonly [K in keyof Step]?: Step[K] | undefined } = {};
  if (step.anchor && ANCHORLESS.has(kind)) {
    change.anchor = undefined;
    lose("anchor");
  }
  if (step.onMissing && kind === "checklist") {
    change.onMissing = undefined;
    if (step.onMissing !== "wait") lose("missing");
  }
  if (
    step.onMissing === "show-without-arrow" &&
    ["hotspot", "hint", "confirmation"].includes(kind)
  ) {
    change.onMissing = undefined;
    lose("missing");
  }
  if (kind === "banner" && isBeside(step.placement)) {
    change.placement = undefined;
    lose("placement");
  }
  if (step.question && kind !== "survey") {
    change.question = undefined;
    lose("question");
  }
  const branch =
    kind === "checklist" ? [] : step.branch?.filter(({ when }) => !when || kind === "survey");
  if (step.branch && branch && branch.length < step.branch.length) {
    change.branch = branch.length > 0 ? branch : undefined;
    lose("branch");
  }
  Object.assign(
    change,
    fitAdvance(step, kind, "anchor" in change, lose),
    fitActions(step, kind, of, lose),
  );
  return assign(step, change);
}

function fitAdvance(
  step: Step,
  kind: GuideKind,
  pointless: boolean,
  lose: (code: LostCode) => void,
) {
  const { advance } = step;
  if (kind === "checklist") {
    if (advance.on === "until" && !seesPage(advance.condition)) return {};
    lose("advance");
    return { advance: { on: "until", condition: { type: "signal", signal: UNCHOSEN } } } as const;
  }
  const unseen = advance.on === "until" && !ResultCondition.safeParse(advance.condition).success;
  const asks = step.question !== undefined && kind === "survey";
  const gone = pointless && (advance.on === "click" || advance.on === "input");
  if (advance.on === "next" || !(unseen || asks || gone || kind === "confirmation")) return {};
  lose("advance");
  return { advance: { on: "next" } } as const;
}

function fitActions(step: Step, kind: GuideKind, of: number, lose: (code: LostCode) => void) {
  const { actions } = step;
  if (!actions) return {};
  if (kind === "how-to") {
    if (actions.some(({ type }) => type === "guide")) lose("actions");
    const links = actions.filter((action) => action.type === "link");
    if (links.length > 0) lose("links");
    return { actions: undefined, body: withLinks(step.body, links) };
  }
  if (kind === "checklist" || of === 1) return {};
  const links = actions.filter(({ type }) => type === "link");
  if (links.length === actions.length) return {};
  lose("actions");
  return { actions: links.length > 0 ? links : undefined };
}

type Link = Extract<NonNullable<Step["actions"]>[number], { type: "link" }>;

/** Links of a how-to stand in its text. */
function withLinks(body: Step["body"], links: readonly Link[]): Step["body"] {
  return Object.fromEntries(
    Object.entries(body).map(([language, text]) => {
      const added = links.flatMap(({ label, href }): Block[] => {
        const said = label[language] ?? Object.values(label)[0];
        if (!said) return [];
        const link = { type: "link", href, children: [{ type: "text", text: said }] } as const;
        return [{ type: "paragraph", children: [{ ...link, children: [...link.children] }] }];
      });
      return [language, [...text, ...added]];
    }),
  );
}

function isBeside(placement: Step["placement"]): boolean {
  return placement !== undefined && !["auto", "top", "bottom"].includes(placement);
}

/** An item of a checklist is judged without a page. */
function seesPage(condition: Condition): boolean {
  if (condition.type === "all" || condition.type === "any") return condition.of.some(seesPage);
  if (condition.type === "not") return seesPage(condition.of);
  return condition.type === "page" || condition.type === "element";
}
