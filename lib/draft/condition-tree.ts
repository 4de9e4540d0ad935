import type { Condition } from "../model/condition.ts";

/** Where a condition stands in another one: places in groups from the outermost in; the one under `not` is at 0. */
export type Path = readonly number[];

/** A condition and where the one that was asked for stands in it now. */
export interface Placed {
  condition: Condition;
  path: Path;
}

export type Group = Extract<Condition, { type: "all" | "any" }>;

/** What the schema lets a group hold. */
export const GROUP_LIMIT = 20;

export function isGroup(condition: Condition | undefined): condition is Group {
  return condition?.type === "all" || condition?.type === "any";
}

export function partsOf(condition: Condition): readonly Condition[] {
  if (condition.type === "not") return [condition.of];
  return isGroup(condition) ? condition.of : [];
}

export function conditionAt(root: Condition, path: Path): Condition | undefined {
  return path.reduce<Condition | undefined>((at, index) => at && partsOf(at)[index], root);
}

/** The same with another condition in that place. */
export function replaceAt(root: Condition, path: Path, next: Condition): Condition {
  const [index, ...rest] = path;
  if (index === undefined) return next;
  const part = partsOf(root)[index];
  return part ? withPart(root, index, replaceAt(part, rest, next)) : root;
}

/** Without what stands there, and without groups that are left empty; null: nothing is left. */
export function removeAt(root: Condition, path: Path): Condition | null {
  const cut = cutFor(root, path);
  const index = cut.at(-1);
  const parent = conditionAt(root, cut.slice(0, -1));
  if (index === undefined || !isGroup(parent)) return cut.length === 0 ? null : root;
  const rest = { ...parent, of: parent.of.filter((_, at) => at !== index) };
  return replaceAt(root, cut.slice(0, -1), rest);
}

/** One more at the end of the group that stands there; beside something that is no group a new one is made. */
export function addAt(root: Condition | null, path: Path, added: Condition): Placed | null {
  if (!root) return { condition: added, path: [] };
  const there = conditionAt(root, path);
  if (!there) return null;
  if (!isGroup(there)) {
    const group: Group = { type: "all", of: [there, added] };
    return { condition: replaceAt(root, path, group), path: [...path, 1] };
  }
  return insertAt(root, [...path, there.of.length], added);
}

/** What stands there within a group of its own, or under `not`. */
export function wrapAt(root: Condition, path: Path, type: "all" | "any" | "not"): Condition {
  const there = conditionAt(root, path);
  if (!there) return root;
  const wrapped: Condition = type === "not" ? { type, of: there } : { type, of: [there] };
  return replaceAt(root, path, wrapped);
}

/** The parts of a group or a `not` in its place; null where they have no room. */
export function unwrapAt(root: Condition, path: Path): Condition | null {
  const there = conditionAt(root, path);
  const parts = there ? partsOf(there) : [];
  const [only] = parts;
  if (!only) return null;
  if (parts.length === 1) return replaceAt(root, path, only);
  const above = path.slice(0, -1);
  const parent = conditionAt(root, above);
  const index = path.at(-1);
  // All parts of "any" are no parts of "all".
  if (index === undefined || !isGroup(parent) || parent.type !== there?.type) return null;
  if (parent.of.length - 1 + parts.length > GROUP_LIMIT) return null;
  return replaceAt(root, above, { ...parent, of: parent.of.toSpliced(index, 1, ...parts) });
}

/**
 * One place up or down in reading order: past a single condition, into a group beside it, or out of its own group.
 * Groups that are left empty go. Null where there is no further place.
 */
export function moveAt(root: Condition, path: Path, to: "up" | "down"): Placed | null {
  const moved = conditionAt(root, path);
  const index = path.at(-1);
  if (!moved || index === undefined) return null;
  const above = path.slice(0, -1);
  const parent = conditionAt(root, above);
  const step = to === "down" ? 1 : -1;
  const beside = isGroup(parent) ? parent.of[index + step] : undefined;
  if (isGroup(parent) && beside && !isGroup(beside)) {
    const of = parent.of.with(index, beside).with(index + step, moved);
    return {
      condition: replaceAt(root, above, { ...parent, of }),
      path: [...above, index + step],
    };
  }
  const target = isGroup(beside)
    ? [...above, index + step, to === "down" ? 0 : beside.of.length]
    : placeOutside(root, above, to);
  return target && transfer(root, path, target, moved);
}

function placeOutside(root: Condition, path: Path, to: "up" | "down"): Path | null {
  const index = path.at(-1);
  if (index === undefined) return null;
  const above = path.slice(0, -1);
  if (!isGroup(conditionAt(root, above))) return placeOutside(root, above, to);
  return [...above, to === "down" ? index + 1 : index];
}

function transfer(root: Condition, from: Path, to: Path, moved: Condition): Placed | null {
  const inserted = insertAt(root, to, moved);
  if (!inserted) return null;
  const old = shifted(from, to, 1);
  const cut = cutFor(inserted.condition, old);
  const condition = removeAt(inserted.condition, old);
  return condition && { condition, path: shifted(to, cut, -1) };
}

function insertAt(root: Condition, path: Path, added: Condition): Placed | null {
  const above = path.slice(0, -1);
  const index = path.at(-1);
  const parent = conditionAt(root, above);
  if (index === undefined || !isGroup(parent) || parent.of.length >= GROUP_LIMIT) return null;
  const of = parent.of.toSpliced(index, 0, added);
  return { condition: replaceAt(root, above, { ...parent, of }), path };
}

/** What has to go so that nothing empty is left when this goes. */
function cutFor(root: Condition, path: Path): Path {
  const above = path.slice(0, -1);
  const parent = conditionAt(root, above);
  const isAlone = path.length > 0 && parent !== undefined && partsOf(parent).length === 1;
  return isAlone ? cutFor(root, above) : path;
}

/** Where a place is when something came in (`by` 1) or went (-1) at another. */
function shifted(path: Path, change: Path, by: 1 | -1): Path {
  const depth = change.length - 1;
  const [own, other] = [path[depth], change[depth]];
  const beside = change.slice(0, depth).every((index, at) => path[at] === index);
  if (!beside || own === undefined || other === undefined) return path;
  return own > other || (own === other && by === 1) ? path.with(depth, own + by) : path;
}

function withPart(condition: Condition, index: number, part: Condition): Condition {
  if (condition.type === "not") return { ...condition, of: part };
  return isGroup(condition) ? { ...condition, of: condition.of.with(index, part) } : condition;
}
