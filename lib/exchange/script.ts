import { tsPlugin } from "@sveltejs/acorn-typescript";
import { type Options, Parser } from "acorn";
import type { Result } from "../model/parse.ts";

/** A node of the syntax tree, as far as it is looked at here. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [part: string]: unknown;
}

/** Where reading ended, and why. */
export interface SyntaxFault {
  offset: number;
  message: string;
}

const OPTIONS: Options = {
  ecmaVersion: "latest",
  sourceType: "module",
  allowHashBang: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
  allowSuperOutsideMethod: true,
};
type Grammar = Pick<typeof Parser, "parse" | "parseExpressionAt">;
const TSX: Grammar = Parser.extend(tsPlugin({ jsx: true }));
const TS: Grammar = Parser.extend(tsPlugin());

/**
 * The syntax tree of JavaScript, TypeScript or JSX, of a whole file or of one value such as JSON. Nothing of it is run.
 * Fails with the fault of the reading that came farthest.
 */
export function parseScript(text: string): Result<SyntaxNode, SyntaxFault> {
  const asValue = /^\s*[[{(]/.test(text);
  const readings = [
    ...(asValue ? [() => value(text)] : []),
    () => TSX.parse(text, OPTIONS),
    () => TS.parse(text, OPTIONS),
    () => Parser.parse(text, { ...OPTIONS, sourceType: "script" }),
  ];
  let farthest: SyntaxFault = { offset: 0, message: "" };
  for (const read of readings) {
    try {
      return { ok: true, value: read() as unknown as SyntaxNode };
    } catch (error) {
      const fault = faultOf(error);
      if (fault.offset >= farthest.offset && (fault.offset > 0 || !farthest.message))
        farthest = fault;
    }
  }
  return { ok: false, error: farthest };
}

function value(text: string): unknown {
  const node = TSX.parseExpressionAt(text, 0, OPTIONS);
  const rest = /\S/.exec(
    text.slice(node.end).replace(/^\s*;/, (found) => " ".repeat(found.length)),
  );
  if (!rest) return node;
  throw Object.assign(new SyntaxError("More than one value"), { pos: node.end + rest.index });
}

/** A fault of the parser's own, or nesting that it cannot follow, is a fault at the beginning of the text. */
function faultOf(error: unknown): SyntaxFault {
  const { pos, message } = error as { pos?: unknown; message?: unknown };
  const words = String(message ?? error).replace(/ \(\d+:\d+\)$/, "");
  if (error instanceof RangeError) return { offset: 0, message: "Very deep nesting" };
  return { offset: typeof pos === "number" ? pos : 0, message: words };
}

/** The nodes directly within one, in the order of the text. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node)
    .flat()
    .filter(isNode)
    .sort((a, b) => a.start - b.start);
}

export function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as SyntaxNode).type === "string" &&
    typeof (value as SyntaxNode).start === "number"
  );
}

/** The name that an identifier or a property that is not computed stands for. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Identifier" || node.type === "PrivateIdentifier") return String(node.name);
  return node.type === "Literal" ? String(node.value) : undefined;
}
