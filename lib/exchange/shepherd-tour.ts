import * as z from "zod/mini";
import { parse, type Result } from "../model/parse.ts";
import { type Finding, finding } from "./finding.ts";
import { type ForeignStep, guideOf, type ImportOptions, sideOf, wordsOf } from "./foreign-guide.ts";
import { flat, leftOver, meaning, Said, saidBy, Where, whereBy } from "./foreign-value.ts";
import type { Imported } from "./imported.ts";
import { isCode, isRecord } from "./script-value.ts";
import { leadByEvent } from "./target-event.ts";

const AttachTo = z.looseObject({ element: z.nullish(Where), on: z.optional(z.unknown()) });
const AdvanceOn = z.looseObject({ selector: z.nullish(Where), event: z.nullish(Said) });

const ShepherdStep = z.looseObject({
  title: z.nullish(Said),
  text: z.nullish(z.union([Said, z.array(Said)], { error: "a text, or a list of paragraphs" })),
  /** `"selector side"` before version 3. */
  attachTo: z.nullish(z.union([z.string(), AttachTo], { error: "{ element, on }" })),
  advanceOn: z.nullish(z.union([z.string(), AdvanceOn], { error: "{ selector, event }" })),
  buttons: z.optional(z.unknown()),
});
type ShepherdStep = z.infer<typeof ShepherdStep>;

const ShepherdTour = z.looseObject({
  steps: z.array(ShepherdStep).check(z.minLength(1), z.maxLength(100)),
});

const STEP = {
  ...meaning(null, "id title text attachTo advanceOn buttons"),
  ...meaning("prepare", "beforeShowPromise"),
  ...meaning("hook", "when showOn"),
  ...meaning(
    "layout",
    "classes highlightClass scrollTo scrollToHandler cancelIcon arrow canClickTarget modalOverlayOpeningPadding modalOverlayOpeningRadius modalOverlayOpeningXOffset modalOverlayOpeningYOffset floatingUIOptions popperOptions tippyOptions tetherOptions extraHighlights renderLocation showCancelLink",
  ),
};
const TOUR = {
  ...meaning(null, "steps id tourName"),
  ...meaning(
    "layout",
    "defaultStepOptions defaults tourOptions useModalOverlay exitOnEsc keyboardNavigation confirmCancel confirmCancelMessage classPrefix modalContainer stepsContainer styleVariables route options",
  ),
};
/** What a card's own buttons do. */
const OWN_ACTION = /\b(next|back|cancel|complete|hide)\b/;
const LONGEST_ACTION = 120;

/** A tour of Shepherd as a guide. Nothing of it is run: what was code is reported. */
export function importShepherdTour(input: unknown, options: ImportOptions): Result<Imported> {
  const tour = parse(ShepherdTour, input);
  if (!tour.ok) return tour;
  const { locale = "en" } = options;
  const unread: Finding[] = [];
  const steps = tour.value.steps.flatMap((step, index) => {
    const at = `steps[${index}]`;
    if (!isCode(step)) return [convert(step, at, locale, index + 1)];
    unread.push(finding(at, "unread", flat(step.function)));
    return [];
  });
  return guideOf(steps, options, [...leftOver(tour.value, "", TOUR), ...unread]);
}

function convert(step: ShepherdStep, at: string, locale: string, number: number): ForeignStep {
  const findings: Finding[] = [];
  const paragraphs = [step.text ?? ""].flat().map((said) => saidBy(said, `${at}.text`, findings));
  const html = {
    title: saidBy(step.title, `${at}.title`, findings),
    body:
      paragraphs.length > 1
        ? paragraphs.map((said) => `<p>${said}</p>`).join("")
        : (paragraphs[0] ?? ""),
  };
  const words = wordsOf(html, {
    at,
    titlePath: `${at}.title`,
    bodyPath: `${at}.text`,
    locale,
    otherwise: String(number),
  });
  const { selector, side, path } = targetOf(step.attachTo, `${at}.attachTo`, findings);
  const on = eventOf(step.advanceOn, `${at}.advanceOn`, findings);
  const lead = on && leadByEvent(on, selector, `${at}.advanceOn`);
  return {
    at,
    title: words.title,
    body: words.body,
    ...(side && { more: { placement: side } }),
    ...(selector && {
      target: { path, selector, ...(lead?.onTarget && { advance: lead.onTarget }) },
    }),
    findings: [
      ...words.findings,
      ...findings,
      ...(lead?.findings ?? []),
      ...buttonsOf(step.buttons, `${at}.buttons`),
      ...leftOver(step, `${at}.`, STEP),
    ],
  };
}

function targetOf(attachTo: ShepherdStep["attachTo"], at: string, findings: Finding[]) {
  if (typeof attachTo === "string") {
    const [, selector, side] =
      /^(.*?)(?:\s+(top|right|bottom|left|center|middle)[\w-]*(?:\s+\w+)?)?\s*$/s.exec(attachTo) ??
      [];
    return { selector: selector?.trim() || undefined, side: sideOf(side), path: at };
  }
  const path = isCode(attachTo) ? at : `${at}.element`;
  const element = isCode(attachTo) ? attachTo : attachTo?.element;
  const on = isRecord(attachTo) ? attachTo.on : undefined;
  return { selector: whereBy(element, path, findings), side: sideOf(String(on ?? "")), path };
}

function eventOf(advanceOn: ShepherdStep["advanceOn"], at: string, findings: Finding[]) {
  if (!advanceOn) return undefined;
  if (isCode(advanceOn)) {
    findings.push(finding(at, "wait-code", flat(advanceOn.function)));
    return undefined;
  }
  if (typeof advanceOn === "string") {
    const [, selector = "", event = ""] = /^(.*?)\s*(\S*)$/s.exec(advanceOn.trim()) ?? [];
    return { selector, event };
  }
  const { selector, event } = advanceOn;
  return {
    selector: whereBy(selector, `${at}.selector`, findings),
    event: typeof event === "string" ? event : "",
  };
}

/** Cards have buttons of their own for what most buttons do. */
function buttonsOf(buttons: unknown, at: string): Finding[] {
  if (!Array.isArray(buttons)) return buttons ? [finding(at, "layout")] : [];
  return buttons.flatMap((button: unknown, index) => {
    const { type, action, text } = isRecord(button) ? button : {};
    const does = isCode(action) ? action.function : String(action ?? type ?? "");
    const isOwn = does === "" || (OWN_ACTION.test(does) && does.length <= LONGEST_ACTION);
    return isOwn
      ? []
      : [finding(`${at}[${index}]`, "button", isCode(text) ? "" : String(text ?? ""))];
  });
}
