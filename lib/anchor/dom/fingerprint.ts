import type { Fingerprint } from "../../model/anchor.ts";
import { accessibleName, fieldLabel, labelText } from "./content.ts";
import {
  ancestorsOf,
  createSurroundings,
  landmarkOf,
  positionOf,
  type Surroundings,
} from "./context.ts";
import { holdsInput, roleOf } from "./control.ts";
import { iconOf } from "./icon.ts";
import { attribute, baseOf, boxOf, localName, type Names, namesOf, windowOf } from "./safe.ts";

export const TEST_IDS: readonly string[] = [
  "data-testid",
  "data-test-id",
  "data-test",
  "data-testing",
  "data-qa",
  "data-qa-id",
  "data-cy",
];

type Reader<K extends keyof Fingerprint> = (
  element: Element,
  names: Names,
  around: Surroundings | undefined,
) => Fingerprint[K] | undefined;
type Readers = { [K in keyof Fingerprint]?: Reader<K> };

/** Parts of a fingerprint that cost no layout and no look around. */
const OWN_PARTS: Readers = {
  id: reading("id"),
  testIds: testIdsOf,
  field: reading("name"),
  type: reading("type"),
  label: (element) => (holdsInput(element) ? short(fieldLabel(element)) : undefined),
  alt: reading("alt"),
  title: reading("title"),
  placeholder: reading("placeholder"),
  href: (element, names) =>
    names.includes("href") && localName(element) === "a"
      ? linkParts(attribute(element, "href"), baseOf(element))
      : undefined,
};

const ALL_PARTS: Readers = {
  ...OWN_PARTS,
  icon: iconOf,
  landmark: (element) => short(landmarkOf(element)),
  heading: (element, _, around) => short(around?.headingOf(element)),
  neighbours: (element, _, around) => around?.neighboursOf(element).slice(0, 60),
  ancestors: ancestorsOf,
  position: positionOf,
  order: (element, _, around) => around?.orderOf(element),
  row: (element, _, around) => around?.rowOf(element),
  box: pageBox,
  viewport: (element) => {
    const { innerWidth: width, innerHeight: height } = windowOf(element);
    return { width, height };
  },
};

/** Names of parts that are to be read; the others are left out. */
export type Parts = ReadonlySet<string>;
export const PARTS: readonly string[] = Object.keys(ALL_PARTS);

/**
 * Everything by which this element can be found again, or only some parts of it. The values of fields are never
 * read, and text that a person may have typed is left out.
 */
export function fingerprint(
  element: Element,
  around = createSurroundings(),
  parts?: Parts,
): Fingerprint {
  return read(element, ALL_PARTS, around, parts);
}

/** What is cheap to know of an element: tag, role and text, and of the rest only the parts asked for. */
export function identity(element: Element, parts?: Parts): Fingerprint {
  return read(element, OWN_PARTS, undefined, parts);
}

function read(
  element: Element,
  readers: Readers,
  around: Surroundings | undefined,
  parts: Parts | undefined,
): Fingerprint {
  const tag = localName(element);
  const names = namesOf(element);
  const text = holdsInput(element, tag, names) ? undefined : labelText(element);
  const print: Record<string, unknown> & Fingerprint = { tag };
  const put = (name: string, value: unknown) => {
    if (value !== undefined) print[name] = value;
  };
  put("role", short(roleOf(element, tag, names)));
  put("name", short(accessibleName(element, text, names)));
  put("text", short(text));
  for (const name in readers) {
    if (!parts || parts.has(name))
      put(name, readers[name as keyof Readers]?.(element, names, around));
  }
  return print;
}

/** In the page, whatever is scrolled. */
function pageBox(element: Element): Fingerprint["box"] {
  const { x, y, width, height } = boxOf(element);
  const { scrollX, scrollY } = windowOf(element);
  return {
    x: Math.round(x + scrollX),
    y: Math.round(y + scrollY),
    width: Math.round(width),
    height: Math.round(height),
  };
}

function reading(name: string) {
  return (element: Element, names: Names) => short(attribute(element, name, names));
}

function testIdsOf(element: Element, names: Names): Fingerprint["testIds"] {
  const found = TEST_IDS.flatMap((name) => {
    const value = short(attribute(element, name, names));
    return value ? [[name, value]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** Where a link leads: never the values of its query, which may name a person. */
function linkParts(href: string | undefined, base: string): Fingerprint["href"] {
  const url = href && !href.startsWith("#") ? URL.parse(href, base) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const keys = [...new Set(url.searchParams.keys())].map((key) => key.slice(0, 120));
  return {
    host: url.host.slice(0, 120),
    path: url.pathname
      .split("/")
      .filter(Boolean)
      .slice(0, 30)
      .map((part) => part.slice(0, 120)),
    ...(keys.length > 0 && { query: keys.slice(0, 60) }),
  };
}

function short(text: string | undefined): string | undefined {
  return text?.trim().slice(0, 120) || undefined;
}
