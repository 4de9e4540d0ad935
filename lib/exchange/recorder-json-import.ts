import * as z from "zod/mini";
import { titleOf } from "../draft/phrases.ts";
import { parse, type Result } from "../model/parse.ts";
import { type Finding, finding } from "./finding.ts";
import { type ForeignStep, guideOf, type ImportOptions } from "./foreign-guide.ts";
import type { Imported } from "./imported.ts";
import { createGestureReader, type PlayedBy } from "./recorder-gestures.ts";
import { GUIDE_STEP, STEP_STEP } from "./recorder-json.ts";
import { type OwnParts, ownGuide } from "./recorder-own.ts";
import { selectorsOfFlow, wordsOfSelectors } from "./recorder-targets.ts";

const FlowStep = z.looseObject({
  type: z.string(),
  selectors: z.optional(z.array(z.union([z.string(), z.array(z.string())]))),
  url: z.optional(z.string()),
  key: z.optional(z.string()),
  button: z.optional(z.string()),
  frame: z.optional(z.array(z.int())),
  name: z.optional(z.string()),
  parameters: z.optional(z.unknown()),
});
type FlowStep = z.infer<typeof FlowStep>;

const Flow = z.looseObject({
  title: z.optional(z.string()),
  steps: z.array(FlowStep).check(z.minLength(1), z.maxLength(2000)),
});

const Own = z.looseObject({
  replays: z._default(z.int().check(z.nonnegative()), 0),
  guide: z.optional(z.looseObject({})),
  step: z.optional(z.looseObject({})),
});

/**
 * A user flow of DevTools' Recorder as a guide: a step for each thing that somebody did. What was typed is left out; so
 * is what only checks or waits. A flow that was exported here comes back as the guide it was, with what was
 * recorded between its steps since.
 */
export function importRecorderJson(input: unknown, options: ImportOptions): Result<Imported> {
  const flow = parse(Flow, input);
  if (!flow.ok) return flow;
  const { locale = "en" } = options;
  const read = createGestureReader();
  const findings: Finding[] = [];
  const parts: OwnParts = { guide: undefined, steps: [] };
  let url = "";
  flow.value.steps.forEach((step, index) => {
    const at = `steps[${index}]`;
    const own = ownOf(step);
    if (own) {
      if (own.replays > 0) {
        parts.steps.splice(-own.replays);
      }
      if (own.guide) parts.guide = own.guide;
      if (own.step) parts.steps.push({ own: own.step });
      return;
    }
    const played = read(step);
    if (step.type === "navigate") url = withoutQuery(step.url ?? "");
    // What leads to no step of its own still takes a place, for our own steps count those before them.
    const foreign = "left" in played ? undefined : foreignStep(step, played, { at, url, locale });
    const lost = "left" in played && played.left ? [finding(at, played.left, step.type)] : [];
    parts.steps.push({ foreign, findings: lost });
  });
  const foreign = parts.steps.flatMap((part) => ("foreign" in part ? (part.foreign ?? []) : []));
  findings.push(...parts.steps.flatMap((part) => ("findings" in part ? part.findings : [])));
  if (parts.guide) return ownGuide(parts, options, findings);
  if (foreign.length > 0) {
    return guideOf(foreign, { ...options, name: options.name ?? flow.value.title ?? "" }, findings);
  }
  const allowed = "at least one thing that somebody does, such as click, change or navigate";
  return { ok: false, error: [{ path: "steps", found: "none", allowed }] };
}

function ownOf({ type, name, parameters }: FlowStep): z.infer<typeof Own> | undefined {
  if (type !== "customStep" || (name !== GUIDE_STEP && name !== STEP_STEP)) return undefined;
  const read = Own.safeParse(parameters);
  return read.success ? read.data : undefined;
}

function foreignStep(
  step: FlowStep,
  { gesture = { type: "click" }, code }: Exclude<PlayedBy, { left: unknown }>,
  { at, url, locale }: { at: string; url: string; locale: string },
): ForeignStep {
  const [selector, ...others] = selectorsOfFlow(step.selectors ?? []);
  const page = url.replace(/^[a-z]+:\/\/[^/?#]*/, "") || "/";
  const names = { element: wordsOfSelectors([selector ?? "", ...others]), to: undefined, page };
  const title = titleOf(gesture, names, [locale]);
  const needsTarget = gesture.type === "click" || gesture.type === "input";
  return {
    at,
    title,
    body: Object.fromEntries(Object.keys(title).map((language) => [language, []])),
    more: { recorded: { gesture, url } },
    ...(selector && {
      target: {
        path: `${at}.selectors`,
        selector,
        url,
        retell: true,
        ...(others.length > 0 && { others }),
        ...(needsTarget && { advance: gesture.type }),
      },
    }),
    findings: [
      ...(code ? [finding(at, code, step.type)] : []),
      ...(step.frame && step.frame.length > 0
        ? [finding(`${at}.frame`, "frame", step.frame.join(", "))]
        : []),
      ...(needsTarget && !selector ? [finding(`${at}.selectors`, "target-code", "")] : []),
    ],
  };
}

const LONGEST_URL = 2048;

/** A query may name people. */
function withoutQuery(address: string): string {
  return address.replace(/\?[^#]*/, "").slice(0, LONGEST_URL);
}
