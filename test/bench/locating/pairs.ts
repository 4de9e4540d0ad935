import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { Candidate } from "../../../lib/anchor/candidate.ts";
import type { Fingerprint } from "../../../lib/model/anchor.ts";

/** An element as the file of pairs has it; docs/bench.md describes the file. */
export interface PairElement {
  tag: string;
  id: string;
  name: string;
  alt: string;
  href: string;
  classes: string[];
  text: string;
  neighbours: string[];
  isButton: boolean;
  box: [x: number, y: number, width: number, height: number];
  xpath: string;
  idXpath: string;
}

/** A page in its new version, and elements of its old version with their place among the new ones. */
export interface PairPage {
  site: string;
  candidates: PairElement[];
  pairs: { target: PairElement; truth: number }[];
}

export async function readPairs(path: string): Promise<PairPage[]> {
  const bytes = await readFile(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PairPage);
}

/** The same element at another depth: its parent or child. */
export function isSame(a: PairElement, b: PairElement): boolean {
  return a.xpath === b.xpath || parentPath(a.xpath) === b.xpath || parentPath(b.xpath) === a.xpath;
}

function parentPath(xpath: string): string {
  return xpath.slice(0, xpath.lastIndexOf("/"));
}

/** Another control altogether: neither text nor link is the target's. */
export function isReallyDifferent(target: PairElement, other: PairElement): boolean {
  const text = plain(target.text);
  const sameText = text !== "" && text === plain(other.text);
  const sameLink = target.href !== "" && pathOf(target.href) === pathOf(other.href);
  return !sameText && !sameLink;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

function pathOf(href: string): string | undefined {
  return URL.parse(href, "http://host.test")?.pathname.replace(/\/$/, "");
}

const LONGEST_LABEL = 200;
const LANDMARKS = ["header", "nav", "main", "footer", "aside", "dialog"];

/** What our own reading of the page would have of it; role, accessible name, heading and icon are not in the file. */
export function fingerprintOf(element: PairElement): Fingerprint {
  const { tag, id, name, alt, href, text, neighbours, xpath } = element;
  const label = text.trim();
  const readable = label !== "" && label.length <= LONGEST_LABEL ? short(label) : undefined;
  const ancestors = xpath
    .split("/")
    .filter(Boolean)
    .map((part) => part.replace(/\[\d+\]$/, ""))
    .slice(0, -1)
    .reverse();
  const landmark = ancestors.find((around) => LANDMARKS.includes(around));
  const [x, y, width, height] = element.box;
  const parts: Fingerprint = {
    tag,
    name: readable ?? (short(alt) || undefined),
    text: readable,
    id: short(id) || undefined,
    field: short(name) || undefined,
    type: tag === "input" && element.isButton ? "submit" : undefined,
    alt: short(alt) || undefined,
    href: linkOf(href),
    landmark,
    neighbours: neighbours.slice(0, 60).map(short),
    ancestors: ancestors.slice(0, 8),
    box: { x, y, width, height },
  };
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as Fingerprint;
}

function linkOf(href: string): Fingerprint["href"] {
  const url = href ? URL.parse(href, "http://host.test") : null;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const query = [...new Set(url.searchParams.keys())].map(short);
  return {
    host: short(url.host),
    path: url.pathname.split("/").filter(Boolean).slice(0, 30).map(short),
    ...(query.length > 0 && { query: query.slice(0, 60) }),
  };
}

function short(text: string): string {
  return text.trim().slice(0, 120);
}

/** The elements of a page as candidates, each with the nearest one around it. */
export function candidatesOf(elements: readonly PairElement[]): Candidate[] {
  const byPath = new Map(elements.map(({ xpath }, index) => [xpath, index]));
  return elements.map((element) => {
    let at = parentPath(element.xpath);
    while (at && !byPath.has(at)) at = parentPath(at);
    return { fingerprint: fingerprintOf(element), parent: byPath.get(at) };
  });
}
