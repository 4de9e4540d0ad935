import * as z from "zod/mini";
import { Anchor } from "./anchor.ts";
import { isOnDemand } from "./budget-class.ts";
import { Condition } from "./condition.ts";
import { Recorded } from "./gesture.ts";
import { brokenKindRules } from "./kind-rules.ts";
import { brokenListedRules } from "./listed-rules.ts";
import { Offset, Placement } from "./placement.ts";
import { Duration, Id, Locale, Localized, SafeUrl, Timestamp } from "./primitives.ts";
import { Branch, Question } from "./question.ts";
import { LocalizedRichText } from "./rich-text.ts";
import { brokenSurveyRules } from "./survey-rules.ts";
import { LocalizedTemplate } from "./template.ts";
import { Theme } from "./theme.ts";

/**
 * The version of the guide format. A change that older documents do not survive adds a number, a migration and an
 * example file; a new kind adds an example file.
 */
export const GUIDE_FORMAT = 1;

export const GuideKind = z.enum([
  "tour",
  "tooltip",
  "modal",
  "banner",
  "hotspot",
  "hint",
  "confirmation",
  "survey",
  "checklist",
  "announcement",
  "how-to",
]);
export type GuideKind = z.infer<typeof GuideKind>;

/** Kinds with any number of steps. */
const SERIAL: ReadonlySet<GuideKind> = new Set(["tour", "survey", "checklist", "how-to"]);
/** Kinds that are nothing without a target. */
const POINTING: ReadonlySet<GuideKind> = new Set(["tooltip", "hotspot", "hint", "confirmation"]);

/** When a step gives way to the next. `until` waits for the result in the page, not for the click that should cause it. */
export const Advance = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("next") }),
  z.strictObject({ on: z.literal("click") }),
  z.strictObject({ on: z.literal("input") }),
  z.strictObject({
    on: z.literal("until"),
    condition: Condition,
  }),
]);
export type Advance = z.infer<typeof Advance>;

function isEdge(placement: Placement | undefined): boolean {
  return placement === undefined || ["auto", "top", "bottom"].includes(placement);
}

export const OnMissing = z.enum(["wait", "skip", "show-without-arrow", "end"]);
export type OnMissing = z.infer<typeof OnMissing>;

export const Step = z.strictObject({
  id: Id,
  /** Without an anchor the step stands in the middle of the window. */
  anchor: z.optional(Anchor),
  /** May hold variables. */
  title: LocalizedTemplate,
  body: LocalizedRichText,
  placement: z.optional(Placement),
  offset: z.optional(Offset),
  advance: Advance,
  /** What to do when the anchor finds nothing. Default "wait". */
  onMissing: z.optional(OnMissing),
  /** Of a survey: what is asked. */
  question: z.optional(Question),
  /** Where it leads, if not to the next step. */
  branch: z.optional(z.array(Branch).check(z.minLength(1), z.maxLength(12))),
  /** Further buttons of the step. */
  actions: z.optional(
    z
      .array(
        z.discriminatedUnion("type", [
          z.strictObject({ type: z.literal("link"), label: LocalizedTemplate, href: SafeUrl }),
          /** Starts another guide, as the person's wish. */
          z.strictObject({ type: z.literal("guide"), label: LocalizedTemplate, guide: Id }),
        ]),
      )
      .check(z.maxLength(3)),
  ),
  recorded: z.optional(Recorded),
  /** Languages whose texts were not touched since those they translate were changed. Nothing is played by it. */
  outdated: z.optional(z.array(Locale).check(z.minLength(1), z.maxLength(50))),
});
export type Step = z.infer<typeof Step>;

export const Trigger = z.strictObject({
  /** `manual`: only from the library. `auto`: whenever `when` holds. */
  start: z.enum(["manual", "auto"]),
  when: z.optional(Condition),
  /** How often it may start by itself for one person. Default "once". */
  frequency: z.optional(z.enum(["once", "until-completed", "always"])),
});
export type Trigger = z.infer<typeof Trigger>;

export const Guide = z
  .strictObject({
    format: z.literal(GUIDE_FORMAT),
    id: Id,
    kind: GuideKind,
    name: Localized,
    /** The heading that it stands under in the library. */
    category: z.optional(Localized),
    steps: z.array(Step).check(z.minLength(1), z.maxLength(100)),
    trigger: Trigger,
    audience: z.optional(Condition),
    /** How much attention it takes. Default "interrupting", for what is there without asking for anything "ambient". */
    budget: z.optional(z.enum(["interrupting", "ambient", "exempt"])),
    /** Of several that are due, the one with the highest goes first. Default 0. */
    priority: z.optional(z.int().check(z.minimum(-100), z.maximum(100))),
    schedule: z.optional(
      z.strictObject({ from: z.optional(Timestamp), until: z.optional(Timestamp) }),
    ),
    experiment: z.optional(Id),
    /** The signal this guide should move. */
    goal: z.optional(Id),
    theme: z.optional(Theme),
    /** Of steps that have none of their own; of a checklist, where its button stands. */
    placement: z.optional(Placement),
    offset: z.optional(Offset),
    /**
     * Where a run goes on in a page that was loaded anew; default at its step. `within`: no later than this long after
     * its last sign. `never`, or later than that, it is put off.
     */
    resume: z.optional(
      z.strictObject({
        at: z.enum(["step", "start", "never"]),
        within: z.optional(Duration),
      }),
    ),
  })
  .check(
    z.refine((guide) => new Set(guide.steps.map((step) => step.id)).size === guide.steps.length, {
      error: "step ids that differ from each other",
      path: ["steps"],
    }),
    z.refine((guide) => SERIAL.has(guide.kind) || guide.steps.length === 1, {
      error: 'exactly one step, unless the kind is "tour", "survey" or "checklist"',
      path: ["steps"],
    }),
    z.refine((guide) => !POINTING.has(guide.kind) || guide.steps[0]?.anchor !== undefined, {
      error: "an anchor, because a guide of this kind belongs to something",
      path: ["steps", 0, "anchor"],
    }),
    z.refine((guide) => !isOnDemand(guide) || guide.steps[0]?.onMissing !== "show-without-arrow", {
      error: "what is done without an element that this kind is opened from: wait, skip or end",
      path: ["steps", 0, "onMissing"],
    }),
    z.refine((guide) => guide.kind !== "banner" || guide.steps[0]?.anchor === undefined, {
      error: "no anchor, because a banner stands at an edge of the window",
      path: ["steps", 0, "anchor"],
    }),
    z.refine((guide) => guide.kind !== "banner" || isEdge(guide.steps[0]?.placement), {
      error: '"top" or "bottom", the edges where a banner can stand',
      path: ["steps", 0, "placement"],
    }),
    (context) => {
      const { value } = context;
      for (const { path, allowed } of [
        ...brokenSurveyRules(value),
        ...brokenKindRules(value),
        ...brokenListedRules(value),
      ]) {
        context.issues.push({ code: "custom", path, message: allowed, input: value });
      }
    },
  );
export type Guide = z.infer<typeof Guide>;
