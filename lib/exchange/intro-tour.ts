import * as z from "zod/mini";
import { parse, type Result } from "../model/parse.ts";
import { type Finding, finding } from "./finding.ts";
import { type ForeignStep, guideOf, type ImportOptions, sideOf, wordsOf } from "./foreign-guide.ts";
import { flat, leftOver, meaning, Said, saidBy, Where, whereBy } from "./foreign-value.ts";
import type { Imported } from "./imported.ts";
import { isCode } from "./script-value.ts";

const IntroStep = z.looseObject({
  element: z.nullish(Where),
  /** Further ways to name the element; not of intro.js, but of its markup as it is read here. */
  others: z.optional(z.array(z.string())),
  intro: z.nullish(Said),
  title: z.nullish(Said),
  position: z.optional(z.unknown()),
  /** Its number, from 1; those that have one come first and in this order. */
  step: z.optional(z.unknown()),
});
type IntroStep = z.infer<typeof IntroStep>;

const IntroTour = z.looseObject({
  steps: z.array(IntroStep).check(z.minLength(1), z.maxLength(100)),
});

const STEP = {
  ...meaning(null, "element others intro title position step"),
  ...meaning("hints", "hint hintPosition hintAnimation"),
  ...meaning("layout", "tooltipClass highlightClass scrollTo disableInteraction tooltipPosition"),
};
const OPTIONS = {
  ...meaning(null, "steps"),
  ...meaning("hints", "hints hintPosition hintButtonLabel hintAnimation hintShowButton"),
  ...meaning(
    "layout",
    "nextLabel prevLabel skipLabel doneLabel hidePrev hideNext nextToDone tooltipPosition tooltipClass group highlightClass exitOnEsc exitOnOverlayClick showStepNumbers stepNumbersOfLabel keyboardNavigation showButtons showBullets showProgress scrollToElement scrollTo scrollPadding overlayOpacity autoPosition positionPrecedence disableInteraction dontShowAgain dontShowAgainLabel dontShowAgainCookie dontShowAgainCookieDays helperElementPadding buttonClass progressBarAdditionalClass tooltipRenderAsHtml language isActive",
  ),
};

/** A tour of intro.js as a guide. Nothing of it is run: what was code is reported. */
export function importIntroTour(input: unknown, options: ImportOptions): Result<Imported> {
  const tour = parse(IntroTour, input);
  if (!tour.ok) return tour;
  const { locale = "en" } = options;
  const unread: Finding[] = [];
  const steps = tour.value.steps.flatMap((step, index) => {
    const at = `steps[${index}]`;
    if (!isCode(step)) return [{ number: step.step, made: convert(step, at, locale, index + 1) }];
    unread.push(finding(at, "unread", flat(step.function)));
    return [];
  });
  const sorted = steps.sort((a, b) => rank(a.number) - rank(b.number));
  return guideOf(
    sorted.map(({ made }) => made),
    options,
    [...leftOver(tour.value, "", OPTIONS), ...unread],
  );
}

/** Those without a number come last, in the order in which they are written. */
function rank(number: unknown): number {
  return Number(number) || Number.MAX_SAFE_INTEGER;
}

function convert(step: IntroStep, at: string, locale: string, number: number): ForeignStep {
  const findings: Finding[] = [];
  const html = {
    title: saidBy(step.title, `${at}.title`, findings),
    body: saidBy(step.intro, `${at}.intro`, findings),
  };
  const words = wordsOf(html, {
    at,
    titlePath: `${at}.title`,
    bodyPath: `${at}.intro`,
    locale,
    otherwise: String(number),
  });
  const selector = whereBy(step.element, `${at}.element`, findings);
  const placement = sideOf(String(step.position ?? ""));
  return {
    at,
    title: words.title,
    body: words.body,
    ...(placement && { more: { placement } }),
    ...(selector && {
      target: { path: `${at}.element`, selector, ...(step.others && { others: step.others }) },
    }),
    findings: [...words.findings, ...findings, ...leftOver(step, `${at}.`, STEP)],
  };
}
