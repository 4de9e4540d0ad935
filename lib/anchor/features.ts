import type { Fingerprint } from "../model/anchor.ts";
import { roleFamily } from "./role.ts";
import { stability } from "./stability.ts";
import { headOf, normalise, tokens, wordsOf } from "./text.ts";

/** A fingerprint prepared for many comparisons. */
export interface Features {
  source: Fingerprint;
  /** Normalised name and visible text, each once. */
  texts: readonly Text[];
  /** Unset if it was made by a machine. */
  id: Pick<Text, "key" | "words"> | undefined;
  testIds: readonly (readonly [string, string])[];
  family: string;
  region: ReadonlySet<string>;
  regionKey: string;
  neighbours: ReadonlySet<string>;
  hrefKey: string;
  /** Tags from the parent upwards. */
  path: readonly string[];
}

export interface Text {
  key: string;
  /** What stands before a dash, a bracket or a colon; the key if there is none. */
  head: string;
  words: ReadonlySet<string>;
}

const prepared = new WeakMap<Fingerprint, Features>();

/** For what is compared several times while a page is searched. The fingerprint must not change afterwards. */
export function prepareOnce(source: Fingerprint): Features {
  const known = prepared.get(source) ?? prepare(source);
  prepared.set(source, known);
  return known;
}

export function prepare(source: Fingerprint): Features {
  const { name, text } = source;
  const texts = name === text ? [textOf(name)] : [textOf(name), textOf(text)];
  const { id, testIds, landmark, heading, href, neighbours, ancestors } = source;
  return {
    source,
    texts: texts.filter(({ key }, at) => key && texts.findIndex((one) => one.key === key) === at),
    id: id && stability(id) !== "random" ? { key: id, words: tokens(splitName(id)) } : undefined,
    testIds: testIds
      ? Object.entries(testIds).filter(([, value]) => stability(value) !== "random")
      : [],
    family: roleFamily(source),
    region:
      landmark || heading ? new Set([...textOf(landmark).words, ...textOf(heading).words]) : NONE,
    regionKey: landmark || heading ? `${textOf(landmark).key}|${textOf(heading).key}` : "",
    neighbours: neighbours ? new Set(neighbours.map(normalise).filter(Boolean)) : NONE,
    hrefKey: href ? `/${href.path.join("/")}` : "",
    path: pathOf(ancestors ?? NOTHING),
  };
}

const read = new Map<string, Text>();
/** Rows repeat what they say. */
const MOST_READ = 500;

function textOf(text: string | undefined): Text {
  const known = read.get(text ?? "") ?? readText(text);
  if (read.size >= MOST_READ) read.clear();
  read.set(text ?? "", known);
  return known;
}

function readText(text: string | undefined): Text {
  const key = normalise(text);
  const head = text && headOf(text);
  return { key, head: (head !== text && normalise(head)) || key, words: wordsOf(key) };
}

const NONE: ReadonlySet<string> = new Set();

const NOTHING: readonly string[] = [];
const paths = new WeakMap<readonly string[], readonly string[]>();

/** The same for the same list, which many elements of a page share. */
function pathOf(ancestors: readonly string[]): readonly string[] {
  const path = paths.get(ancestors) ?? ancestors.map(tagOf);
  paths.set(ancestors, path);
  return path;
}

/** Without the role or id that an ancestor is written with, such as "div#main" or "ul[menu]". */
function tagOf(ancestor: string): string {
  const end = ancestor.search(/[#[]/);
  return end < 0 ? ancestor : ancestor.slice(0, end);
}

/** "saveDraft_button" reads as "save Draft button". */
function splitName(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2");
}
