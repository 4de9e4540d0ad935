import * as z from "zod/mini";
import { parse, type Result } from "../model/parse.ts";
import { type Finding, finding } from "./finding.ts";
import { type ForeignStep, guideOf, type ImportOptions, sideOf, wordsOf } from "./foreign-guide.ts";
import { flat, leftOver, meaning, Said, saidBy, Where, whereBy } from "./foreign-value.ts";
import type { Imported } from "./imported.ts";
import { isCode } from "./script-value.ts";

const Popover = z.looseObject({
  title: z.nullish(Said),
  description: z.nullish(Said),
  side: z.optional(z.unknown()),
  /** Before version 1. */
  position: z.optional(z.unknown()),
});
const DriverStep = z.looseObject({
  element: z.nullish(Where),
  popover: z.nullish(Popover),
});
type DriverStep = z.infer<typeof DriverStep>;

const DriverTour = z.looseObject({
  steps: z.array(DriverStep).check(z.minLength(1), z.maxLength(100)),
});

const STEP = {
  ...meaning(null, "element popover advanceOnClick skipMissingElement waitForElement"),
  ...meaning("prepare", "onHighlightStarted"),
  ...meaning("layout", "disableActiveInteraction data stageBackground"),
};
const POPOVER = {
  ...meaning(null, "title description side position"),
  ...meaning(
    "layout",
    "align showButtons disableButtons nextBtnText prevBtnText doneBtnText closeBtnText showProgress progressText popoverClass className offset",
  ),
};
const CONFIG = {
  ...meaning(null, "steps advanceOnClick skipMissingElement waitForElement"),
  ...meaning(
    "layout",
    "animate duration overlayColor overlayOpacity smoothScroll allowClose allowScroll overlayClickBehavior stagePadding stageRadius disableActiveInteraction allowKeyboardControl popoverClass popoverOffset showButtons disableButtons showProgress progressText nextBtnText prevBtnText doneBtnText opacity padding overlayClickNext closeBtnText stageBackground keyboardControl scrollIntoViewOptions onPopoverRender",
  ),
};

/** A tour of driver.js, of its version 1 or earlier, as a guide. Nothing of it is run: what was code is reported. */
export function importDriverTour(input: unknown, options: ImportOptions): Result<Imported> {
  const tour = parse(DriverTour, input);
  if (!tour.ok) return tour;
  const { advanceOnClick, skipMissingElement } = tour.value;
  const defaults = { advanceOnClick, skipMissingElement };
  const { locale = "en" } = options;
  const unread: Finding[] = [];
  const steps = tour.value.steps.flatMap((step, index) => {
    const at = `steps[${index}]`;
    if (!isCode(step)) return [convert({ ...defaults, ...step }, at, locale, index + 1)];
    unread.push(finding(at, "unread", flat(step.function)));
    return [];
  });
  return guideOf(steps, options, [...leftOver(tour.value, "", CONFIG), ...unread]);
}

function convert(step: DriverStep, at: string, locale: string, number: number): ForeignStep {
  const findings: Finding[] = [];
  const path = `${at}.popover`;
  if (isCode(step.popover)) findings.push(finding(path, "text-code", flat(step.popover.function)));
  const popover = isCode(step.popover) ? undefined : step.popover;
  const html = {
    title: saidBy(popover?.title, `${path}.title`, findings),
    body: saidBy(popover?.description, `${path}.description`, findings),
  };
  const words = wordsOf(html, {
    at: path,
    titlePath: `${path}.title`,
    bodyPath: `${path}.description`,
    locale,
    otherwise: String(number),
  });
  const selector = whereBy(step.element, `${at}.element`, findings);
  const placement = sideOf(String(popover?.side ?? popover?.position ?? ""));
  return {
    at,
    title: words.title,
    body: words.body,
    more: {
      ...(placement && { placement }),
      ...(step.skipMissingElement === true && { onMissing: "skip" }),
    },
    ...(selector && {
      target: {
        path: `${at}.element`,
        selector,
        ...(step.advanceOnClick === true && { advance: "click" }),
      },
    }),
    findings: [
      ...words.findings,
      ...findings,
      ...leftOver(step, `${at}.`, STEP),
      ...leftOver(popover ?? {}, `${path}.`, POPOVER),
    ],
  };
}
