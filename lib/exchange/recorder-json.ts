import type { Gesture } from "../model/gesture.ts";
import { Guide, type Step } from "../model/guide.ts";
import { localize } from "../model/locale.ts";
import { parse, type Result } from "../model/parse.ts";
import { recorderSelectors } from "./recorder-selectors.ts";

/**
 * Names of the custom steps in which a guide travels through DevTools' Recorder: all but its steps, and each of them.
 * `replays` of their parameters: so many steps right before are made of it.
 */
export const GUIDE_STEP = "waymark.guide";
export const STEP_STEP = "waymark.step";

/** A step as `@puppeteer/replay` 3 has it in its schema. */
export type RecorderStep = { type: string; [key: string]: unknown };

/**
 * A guide as a user flow of DevTools' Recorder: what it can replay, and after that each step of ours as a custom step,
 * which players pass over, so that the way back loses nothing. Values that were typed are not known: they say "…".
 */
export function recorderJson(guide: unknown, locale: string): Result<string> {
  const parsed = parse(Guide, guide);
  if (!parsed.ok) return parsed;
  const { steps, ...rest } = parsed.value;
  const first = steps.find(({ recorded }) => recorded)?.recorded;
  const begins = first?.url && first.gesture.type !== "navigate";
  const before = [...viewportOf(steps), ...(begins ? [navigateTo(first.url)] : [])];
  const flow = {
    title: localize(rest.name, [locale]),
    steps: [
      ...before,
      custom(GUIDE_STEP, { replays: before.length, guide: rest }),
      ...steps.flatMap((step) => {
        const played = playedOf(step);
        return [...played, custom(STEP_STEP, { replays: played.length, step })];
      }),
    ],
  };
  return { ok: true, value: `${JSON.stringify(flow, null, 2)}\n` };
}

function custom(name: string, parameters: object): RecorderStep {
  return { type: "customStep", name, parameters };
}

function navigateTo(url: string): RecorderStep {
  return { type: "navigate", url };
}

function viewportOf(steps: readonly Step[]): RecorderStep[] {
  const viewport = steps
    .flatMap(({ anchor }) => anchor?.samples ?? [])
    .find(({ fingerprint }) => fingerprint.viewport)?.fingerprint.viewport;
  if (!viewport) return [];
  const screen = { deviceScaleFactor: 1, isMobile: false, hasTouch: false, isLandscape: true };
  return [{ type: "setViewport", ...viewport, ...screen }];
}

function playedOf({ anchor, recorded, advance }: Step): RecorderStep[] {
  const gesture = recorded?.gesture ?? gestureOf(advance.on);
  if (gesture?.type === "navigate") return recorded?.url ? [navigateTo(recorded.url)] : [];
  if (gesture?.type === "key") return keySteps(gesture.keys);
  if (!anchor) return [];
  const selectors = recorderSelectors(anchor);
  const target = { target: "main", selectors };
  switch (gesture?.type) {
    case "click":
      return [clickStep(gesture, anchor.samples[0]?.fingerprint.box, target)];
    case "input":
      return [{ type: "change", value: "…", ...target }];
    case "choose":
      return [{ type: "change", value: gesture.option ?? "…", ...target }];
    default:
      // A drag, which flows do not know, or nothing that a person has to do.
      return [{ type: "waitForElement", ...target }];
  }
}

function gestureOf(on: Step["advance"]["on"]): Gesture | undefined {
  return on === "click" || on === "input" ? { type: on } : undefined;
}

const BUTTONS = { left: "primary", middle: "auxiliary", right: "secondary" } as const;

function clickStep(
  { button = "left", count = 1 }: Extract<Gesture, { type: "click" }>,
  box: { width: number; height: number } | undefined,
  target: object,
): RecorderStep {
  return {
    type: count > 1 ? "doubleClick" : "click",
    ...target,
    ...(button !== "left" && { button: BUTTONS[button] }),
    offsetX: Math.round((box?.width ?? 2) / 2),
    offsetY: Math.round((box?.height ?? 2) / 2),
  };
}

/** All keys down in their order, and up the other way round. "+" itself comes last, as in "Control++". */
function keySteps(keys: string): RecorderStep[] {
  const names = keys.split(/\+(?=.)/s);
  return [
    ...names.map((key): RecorderStep => ({ type: "keyDown", target: "main", key })),
    ...names.toReversed().map((key): RecorderStep => ({ type: "keyUp", target: "main", key })),
  ];
}
