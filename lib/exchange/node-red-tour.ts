import { parse, type Result } from "../model/parse.ts";
import type { Placement } from "../model/placement.ts";
import type { Localized } from "../model/primitives.ts";
import type { LocalizedRichText } from "../model/rich-text.ts";
import { type Finding, finding } from "./finding.ts";
import { type ForeignStep, guideOf, type ImportOptions } from "./foreign-guide.ts";
import { flat } from "./foreign-value.ts";
import type { Imported } from "./imported.ts";
import { Tour, type TourStep, type TourText } from "./node-red-schema.ts";
import { leadOf } from "./node-red-wait.ts";
import { headed, richTexts } from "./texts.ts";

const PLACEMENTS: readonly Placement[] = ["top", "right", "bottom", "left"];
const KNOWN = new Set(
  "title description element direction image wait prepare complete version".split(" "),
);
const LAYOUT = new Set("titleIcon width interactive fallback nextButton".split(" "));

/**
 * A tour of Node-RED's editor as a guide that people start themselves. Nothing of the tour is run: what was code is
 * reported. Problems name the field of the tour, or of the guide that would be made of it.
 */
export function importNodeRedTour(input: unknown, options: ImportOptions): Result<Imported> {
  const tour = parse(Tour, input);
  if (!tour.ok) return tour;
  const { locale = "en" } = options;
  const steps = tour.value.steps.map((step, index) => convert(step, `steps[${index}]`, locale));
  return guideOf(steps, options, unknownFields(tour.value, ""));
}

function convert(source: TourStep, at: string, locale: string): ForeignStep {
  const { title, body, findings } = wordsOf(source, at, locale);
  const lead = leadOf(source, at);
  const { element } = source;
  findings.push(...lead.findings, ...codeOf(source, at), ...unknownFields(source, `${at}.`));
  const placement = PLACEMENTS.find((side) => side === source.direction);
  if (source.direction && !placement) {
    findings.push(finding(`${at}.direction`, "layout", source.direction));
  }
  const more = { ...(lead.advance && { advance: lead.advance }), ...(placement && { placement }) };
  if (typeof element !== "string") return { at, title, body, more, findings };
  const target = {
    path: `${at}.element`,
    selector: element,
    ...(lead.onTarget && { advance: lead.onTarget }),
  };
  return { at, title, body, more, target, findings };
}

function wordsOf(
  { title, description }: TourStep,
  at: string,
  locale: string,
): { title: Localized; body: LocalizedRichText; findings: Finding[] } {
  const titles = textsOf(title, locale);
  const { body, findings } = richTexts(textsOf(description, locale), `${at}.description`);
  if (Object.keys(titles).length > 0) {
    const none = Object.fromEntries(Object.keys(titles).map((key) => [key, []]));
    return { title: titles, body: Object.keys(body).length > 0 ? body : none, findings };
  }
  return { ...headed(body), findings: [...findings, finding(`${at}.title`, "title")] };
}

/** By language. American English becomes English, which everybody gets whose language is not there. */
function textsOf(text: TourText | undefined, locale: string): Record<string, string> {
  const texts = typeof text === "string" ? { [locale]: text } : { ...text };
  const entries = Object.entries(texts).filter(([, said]) => said.trim() !== "");
  const renamed = entries.map(([key, said]): [string, string] =>
    key === "en-US" && !texts.en ? ["en", said] : [key, said],
  );
  return Object.fromEntries(renamed);
}

function codeOf({ element, prepare, complete, image }: TourStep, at: string): Finding[] {
  return [
    ...(typeof element === "object"
      ? [finding(`${at}.element`, "target-code", flat(element.function))]
      : []),
    ...(prepare ? [finding(`${at}.prepare`, "prepare", flat(prepare.function))] : []),
    ...(complete ? [finding(`${at}.complete`, "complete", flat(complete.function))] : []),
    ...(image ? [finding(`${at}.image`, "image", image)] : []),
  ];
}

function unknownFields(record: object, before: string): Finding[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (KNOWN.has(key) || key === "steps") return [];
    if (LAYOUT.has(key)) return [finding(`${before}${key}`, "layout", String(value))];
    return [finding(`${before}${key}`, "unknown")];
  });
}
