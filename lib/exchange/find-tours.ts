import { constantsOf } from "./constants.ts";
import { childrenOf, isNode, nameOf, type SyntaxNode } from "./script.ts";
import { createValueReader, isCode, isRecord, type Places } from "./script-value.ts";
import { formatOfSteps, type TourFormat } from "./tour-format.ts";

/** A tour as it is written in a script, as data. */
export interface FoundTour {
  format: TourFormat;
  /** What the script calls it, if it does. */
  name: string | undefined;
  /** With `steps`; every part that would have to be run is there as its source. */
  value: Record<string, unknown>;
  /** Where it begins in the text. */
  offset: number;
  places: Places;
}

/** Calls that say one step or several. */
const STEP_CALLS = new Set(["addStep", "highlight"]);
const STEPS_CALLS = new Set(["addSteps", "setSteps", "defineSteps"]);
const NOT_A_NAME = /^(steps|default|exports|module\.exports|data)$|(config|options)$/i;

/** All tours that stand in a script, in the order of the text. They are recognised by what their steps look like. */
export function findTours(text: string, program: SyntaxNode): FoundTour[] {
  const reader = createValueReader(text, constantsOf(program));
  const { places } = reader;
  const tours: FoundTour[] = [];
  const added = new Map<string, { step: unknown; node: SyntaxNode }[]>();
  const seen = new Set<unknown>();

  const keep = (value: Record<string, unknown>, offset: number, name: string | undefined) => {
    const format = formatOfSteps(value.steps);
    const key = firstPlace(value.steps, places) ?? offset;
    if (!format || seen.has(key)) return Boolean(format);
    seen.add(key);
    tours.push({ format, name: ownName(value) ?? name, value, offset, places });
    return true;
  };

  const visit = (node: SyntaxNode, around: string | undefined) => {
    const name = nameGivenBy(node) ?? around;
    if (node.type === "ObjectExpression" && hasSteps(node)) {
      const value = reader.read(node);
      if (isRecord(value) && keep(value, node.start, name)) return;
    }
    if (node.type === "ArrayExpression") {
      const steps = reader.read(node);
      const value = { steps };
      if (formatOfSteps(steps)) {
        places.set(value, new Map([["steps", node.start]]));
        if (keep(value, node.start, name)) return;
      }
    }
    if (node.type === "CallExpression") addCall(node);
    for (const child of childrenOf(node)) visit(child, name);
  };

  /** `tour.addStep({…})` and `tour.addStep("id", {…})`, also in a chain. */
  const addCall = ({ callee, arguments: given }: SyntaxNode) => {
    if (!isNode(callee) || callee.type !== "MemberExpression") return;
    const call = nameOf(callee.property) ?? "";
    if (!STEP_CALLS.has(call) && !STEPS_CALLS.has(call)) return;
    const whose = `${call} ${rootOf(callee.object as SyntaxNode, text)}`;
    for (const node of given as SyntaxNode[]) {
      const value = reader.read(node);
      const steps = STEPS_CALLS.has(call) ? value : [value];
      if (!Array.isArray(steps) || !steps.some((step) => isRecord(step) && !isCode(step))) continue;
      if (node.type === "ArrayExpression") continue;
      added.set(whose, [...(added.get(whose) ?? []), ...steps.map((step) => ({ step, node }))]);
    }
  };

  visit(program, undefined);
  for (const [whose, calls] of added) {
    const sorted = calls.sort((a, b) => a.node.start - b.node.start);
    const steps = sorted.map(({ step }) => step);
    const [first] = sorted;
    if (!first) continue;
    places.set(steps, new Map(sorted.map(({ node }, index) => [String(index), node.start])));
    const value = { steps };
    if (!formatOfSteps(steps) && whose.startsWith("addStep ")) {
      tours.push({ format: "shepherd", name: undefined, value, offset: first.node.start, places });
    } else keep(value, first.node.start, undefined);
  }
  return tours.sort((a, b) => a.offset - b.offset);
}

function hasSteps({ properties }: SyntaxNode): boolean {
  return (properties as SyntaxNode[]).some((property) => nameOf(property.key) === "steps");
}

/** What the value of this node is called. */
function nameGivenBy(node: SyntaxNode): string | undefined {
  const by: Record<string, unknown> = {
    VariableDeclarator: node.id,
    FunctionDeclaration: node.id,
    MethodDefinition: node.key,
    PropertyDefinition: node.key,
    Property: node.key,
    ClassDeclaration: node.id,
  };
  const name = nameOf(by[node.type]);
  return name && !NOT_A_NAME.test(name) ? name : undefined;
}

function ownName({ tourName, name, title, id }: Record<string, unknown>): string | undefined {
  return [tourName, name, title, id].find((one) => typeof one === "string" && one !== "") as
    | string
    | undefined;
}

/** The steps of a list that several names lead to begin at one place. */
function firstPlace(steps: unknown, places: Places): number | undefined {
  return Array.isArray(steps) ? places.get(steps)?.get("0") : undefined;
}

/** Of `introJs().addStep(a).addStep(b)` the beginning. */
function rootOf(node: SyntaxNode, text: string): string {
  const { callee } = node as { callee?: SyntaxNode };
  const chained = node.type === "CallExpression" && callee?.type === "MemberExpression";
  return chained ? rootOf(callee.object as SyntaxNode, text) : text.slice(node.start, node.end);
}
