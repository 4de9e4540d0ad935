import { childrenOf, isNode, nameOf, type SyntaxNode } from "./script.ts";

/** What a name stands for in the whole file: only names that are declared once and never assigned again. */
export type Constants = ReadonlyMap<string, SyntaxNode>;

/** What binds names, by the parts that do. */
const BINDING: Readonly<Record<string, readonly string[]>> = {
  FunctionDeclaration: ["id", "params"],
  FunctionExpression: ["id", "params"],
  ArrowFunctionExpression: ["params"],
  ClassDeclaration: ["id"],
  CatchClause: ["param"],
  ImportSpecifier: ["local"],
  ImportDefaultSpecifier: ["local"],
  ImportNamespaceSpecifier: ["local"],
  AssignmentExpression: ["left"],
  UpdateExpression: ["argument"],
  ForInStatement: ["left"],
  ForOfStatement: ["left"],
};

export function constantsOf(program: SyntaxNode): Constants {
  const values = new Map<string, SyntaxNode>();
  const bound = new Map<string, number>();
  const bind = (pattern: unknown) => {
    for (const name of namesIn(pattern)) bound.set(name, (bound.get(name) ?? 0) + 1);
  };
  const open = [program];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === "VariableDeclarator") {
      bind(node.id);
      const name = isNode(node.id) && node.id.type === "Identifier" ? nameOf(node.id) : undefined;
      if (name && isNode(node.init)) values.set(name, node.init);
    }
    for (const part of BINDING[node.type] ?? []) [node[part]].flat().forEach(bind);
    open.push(...childrenOf(node));
  }
  return new Map([...values].filter(([name]) => bound.get(name) === 1));
}

/** The names that a pattern binds; of a member of an object none. */
function namesIn(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case "Identifier":
      return [String(pattern.name)];
    case "MemberExpression":
      return [];
    case "Property":
      return namesIn(pattern.value);
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "VariableDeclaration":
      return [];
    default:
      return childrenOf(pattern).flatMap(namesIn);
  }
}
