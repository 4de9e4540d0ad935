import type { Constants } from "./constants.ts";
import { childrenOf, isNode, nameOf, type SyntaxNode } from "./script.ts";

/** What is not data, as its source: it is never run, it is there to be reported. */
export interface Code {
  function: string;
}

/** Where the values of an object or a list begin in the text, by key. */
export type Places = WeakMap<object, Map<string, number>>;

export interface ValueReader {
  /** The value that is written there, with `Code` for every part that would have to be run. */
  read(node: unknown): unknown;
  places: Places;
}

/** A chain of names longer than this leads in a circle. */
const LONGEST_CHAIN = 20;
/** Constants that hold each other twice over make more of few words than anybody has written. */
const MOST_NODES = 100_000;
const WRAPPERS = new Set(
  "TSAsExpression TSSatisfiesExpression TSNonNullExpression TSTypeAssertion ParenthesizedExpression ChainExpression".split(
    " ",
  ),
);

/** Reads data out of a syntax tree: literals, what is put together of them, and constants of the same file. */
export function createValueReader(text: string, constants: Constants): ValueReader {
  const places: Places = new WeakMap();
  let chain = 0;
  let left = 0;

  const code = (node: SyntaxNode): Code => ({ function: text.slice(node.start, node.end) });
  const place = (holder: object, key: string | number, node: SyntaxNode) => {
    const known = places.get(holder) ?? new Map<string, number>();
    places.set(holder, known.set(String(key), node.start));
  };

  function list(node: SyntaxNode): unknown[] {
    const values: unknown[] = [];
    for (const element of node.elements as (SyntaxNode | null)[]) {
      if (!element) continue;
      const spread = element.type === "SpreadElement" ? read(element.argument) : undefined;
      const found = Array.isArray(spread) ? spread : [read(element)];
      for (const value of found) {
        place(values, values.length, element);
        values.push(value);
      }
    }
    return values;
  }

  function record(node: SyntaxNode): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    const at = new Map<string, SyntaxNode>();
    for (const property of node.properties as SyntaxNode[]) {
      const spread = property.type === "SpreadElement" ? read(property.argument) : undefined;
      const known = property.type === "SpreadElement" ? undefined : keyOf(property);
      const found: [string, unknown][] =
        known !== undefined
          ? [[known, property.method ? code(property) : read(property.value)]]
          : isRecord(spread) && !isCode(spread)
            ? Object.entries(spread)
            : [[text.slice(property.start, property.end), code(property)]];
      for (const [key, value] of found) {
        entries.set(key, value);
        at.set(key, property);
      }
    }
    const value = Object.fromEntries(entries);
    for (const [key, property] of at) place(value, key, property);
    return value;
  }

  function keyOf(property: SyntaxNode): string | undefined {
    if (property.kind !== "init") return undefined;
    if (!property.computed) return nameOf(property.key);
    const key = read(property.key);
    return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
  }

  function template(node: SyntaxNode): unknown {
    const quasis = node.quasis as { value: { cooked: string | null } }[];
    const parts = (node.expressions as SyntaxNode[]).map(read);
    if (!parts.every(isPlain) || quasis.some(({ value }) => value.cooked === null))
      return code(node);
    return quasis.map(({ value }, index) => `${value.cooked}${parts[index] ?? ""}`).join("");
  }

  function named(node: SyntaxNode): unknown {
    const init = constants.get(String(node.name));
    if (node.name === "undefined") return undefined;
    if (!init || chain >= LONGEST_CHAIN) return code(node);
    chain++;
    const value = read(init);
    chain--;
    return isCode(value) ? code(node) : value;
  }

  function member(node: SyntaxNode): unknown {
    const holder = read(node.object);
    const key = node.computed ? read(node.property) : nameOf(node.property);
    const whole = typeof holder === "object" && holder !== null && !isCode(holder);
    if (!whole || !isPlain(key) || !Object.hasOwn(holder, key)) return code(node);
    return (holder as Record<string, unknown>)[key];
  }

  function sum({ operator, left, right }: SyntaxNode): string | undefined {
    if (operator !== "+") return undefined;
    const parts = [read(left), read(right)];
    const isText = parts.every(isPlain) && parts.some((part) => typeof part === "string");
    return isText ? parts.join("") : undefined;
  }

  /** The one call that is understood: parts of a text that are put together. */
  function call(node: SyntaxNode): unknown {
    const { callee, arguments: given } = node as { callee?: SyntaxNode; arguments?: SyntaxNode[] };
    if (callee?.type !== "MemberExpression" || nameOf(callee.property) !== "join")
      return code(node);
    const parts = read(callee.object);
    const between = given?.[0] ? read(given[0]) : ",";
    const whole = Array.isArray(parts) && parts.every(isPlain) && typeof between === "string";
    return whole ? parts.join(between) : code(node);
  }

  function read(node: unknown): unknown {
    if (!isNode(node)) return undefined;
    if (--left < 0) return code(node);
    if (WRAPPERS.has(node.type)) return read(node.expression);
    switch (node.type) {
      case "Literal":
        return isPlain(node.value) || typeof node.value === "boolean" || node.raw === "null"
          ? node.value
          : code(node);
      case "TemplateLiteral":
        return template(node);
      case "ArrayExpression":
        return list(node);
      case "ObjectExpression":
        return record(node);
      case "Identifier":
        return named(node);
      case "MemberExpression":
        return member(node);
      case "CallExpression":
        return call(node);
      case "UnaryExpression":
        return unary(node, read(node.argument)) ?? code(node);
      case "BinaryExpression":
        return sum(node) ?? code(node);
      case "JSXElement":
      case "JSXFragment":
        return isMarkup(node) ? text.slice(node.start, node.end) : code(node);
      default:
        return code(node);
    }
  }
  return {
    read(node) {
      left = MOST_NODES;
      return read(node);
    },
    places,
  };
}

function unary({ operator }: SyntaxNode, value: unknown): unknown {
  if (operator === "-" && typeof value === "number") return -value;
  return operator === "!" && (typeof value === "number" || typeof value === "boolean")
    ? !value
    : undefined;
}

/** Elements and text alone, which are HTML to all intents. */
function isMarkup(node: SyntaxNode): boolean {
  return (
    !node.type.startsWith("JSXExpression") &&
    !node.type.startsWith("JSXSpread") &&
    childrenOf(node).every(isMarkup)
  );
}

function isPlain(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

export function isCode(value: unknown): value is Code {
  return isRecord(value) && typeof value.function === "string";
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
