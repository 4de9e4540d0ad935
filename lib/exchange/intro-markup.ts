import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** A step that stands on its element, in the shape of a step of intro.js. */
interface MarkedStep {
  element: string;
  others: string[];
  intro: string;
  title?: string;
  position?: string;
  step?: number;
}

export interface MarkedTour {
  /** Of `data-intro-group`; empty: the steps that have none. */
  name: string;
  steps: MarkedStep[];
  /** Where each step is written: the offset of its element. */
  offsets: number[];
}

/** Where a script of a page begins in its text, and how long it is. */
export interface ScriptPart {
  start: number;
  end: number;
}

const SCRIPT = /^((text|application)\/(javascript|ecmascript|typescript|babel|jsx)|module|)$/;

/** What a page, or a component written as one, has of tours: steps on its elements, and its scripts. */
export function readMarkup(html: string): { tours: MarkedTour[]; scripts: ScriptPart[] } {
  const tours = new Map<string, MarkedTour>();
  const scripts: ScriptPart[] = [];
  const visit = (node: Node | DefaultTreeAdapterTypes.Document) => {
    if ("tagName" in node) {
      const group = attribute(node, "data-intro-group") ?? "";
      const step = stepOf(node);
      if (step) {
        const tour = tours.get(group) ?? { name: group, steps: [], offsets: [] };
        tour.steps.push(step);
        tour.offsets.push(node.sourceCodeLocation?.startOffset ?? 0);
        tours.set(group, tour);
      }
      const part = scriptOf(node);
      if (part) scripts.push(part);
    }
    if ("content" in node) node.content.childNodes.forEach(visit);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return { tours: [...tours.values()], scripts };
}

function stepOf(element: Element): MarkedStep | undefined {
  const intro = attribute(element, "data-intro");
  if (!intro) return undefined;
  const id = attribute(element, "id");
  const number = attribute(element, "data-step");
  const marks = [
    ...(id ? [`[id=${quoted(id)}]`] : []),
    `[data-intro=${quoted(intro)}]`,
    ...(number ? [`[data-intro][data-step=${quoted(number)}]`] : []),
  ];
  const [first = "", ...others] = marks;
  const title = attribute(element, "data-title");
  const position = attribute(element, "data-position");
  return {
    element: first,
    others,
    intro,
    ...(title && { title }),
    ...(position && { position }),
    ...(Number(number) > 0 && { step: Number(number) }),
  };
}

function scriptOf(element: Element): ScriptPart | undefined {
  const place = element.sourceCodeLocation;
  if (element.tagName !== "script" || !place?.startTag || !place.endTag) return undefined;
  if (!SCRIPT.test((attribute(element, "type") ?? "").trim().toLowerCase())) return undefined;
  return { start: place.startTag.endOffset, end: place.endTag.startOffset };
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

/** As a CSS string. */
function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\a ")}"`;
}
