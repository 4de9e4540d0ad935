import type { Fingerprint } from "../../model/anchor.ts";
import { accessibleName, fieldLabel, labelText } from "./content.ts";
import { ancestorsOf, headingOf, landmarkOf, neighboursOf, positionOf } from "./context.ts";
import { holdsInput, roleOf } from "./control.ts";
import { iconOf } from "./icon.ts";
import { attribute, boxOf, localName } from "./safe.ts";

const TEST_IDS = [
  "data-testid",
  "data-test-id",
  "data-test",
  "data-testing",
  "data-qa",
  "data-qa-id",
  "data-cy",
];

/**
 * Everything by which this element can be found again. The values of fields are never read, and text that a
 * person may have typed is left out.
 */
export function fingerprint(element: Element): Fingerprint {
  const { x, y, width, height } = boxOf(element);
  return defined({
    ...identity(element),
    icon: iconOf(element),
    landmark: short(landmarkOf(element)),
    heading: short(headingOf(element)),
    neighbours: neighboursOf(element).slice(0, 60),
    ancestors: ancestorsOf(element),
    position: positionOf(element),
    box: {
      x: Math.round(x + scrollX),
      y: Math.round(y + scrollY),
      width: Math.round(width),
      height: Math.round(height),
    },
    viewport: { width: innerWidth, height: innerHeight },
  });
}

/** Parts of a fingerprint that cost no layout and no look around. */
const READERS: { [K in keyof Fingerprint]?: (element: Element) => Fingerprint[K] } = {
  id: (element) => short(attribute(element, "id")),
  testIds: testIdsOf,
  field: (element) => short(attribute(element, "name")),
  type: (element) => short(attribute(element, "type")),
  label: (element) => (holdsInput(element) ? short(fieldLabel(element)) : undefined),
  alt: (element) => short(attribute(element, "alt")),
  title: (element) => short(attribute(element, "title")),
  placeholder: (element) => short(attribute(element, "placeholder")),
  href: (element) =>
    localName(element) === "a" ? linkParts(attribute(element, "href")) : undefined,
};
const ALL = Object.keys(READERS) as (keyof Fingerprint)[];

/** What is cheap to know of an element: tag, role and text, and of the rest only the parts asked for. */
export function identity(
  element: Element,
  parts: readonly (keyof Fingerprint)[] = ALL,
): Fingerprint {
  const text = holdsInput(element) ? undefined : labelText(element);
  const print: Fingerprint = { tag: localName(element) };
  const put = (name: keyof Fingerprint, value: unknown) => {
    if (value !== undefined) (print as Record<string, unknown>)[name] = value;
  };
  put("role", short(roleOf(element)));
  put("name", short(accessibleName(element, text)));
  put("text", short(text));
  for (const name of parts) put(name, READERS[name]?.(element));
  return print;
}

function testIdsOf(element: Element): Fingerprint["testIds"] {
  const found = TEST_IDS.flatMap((name) => {
    const value = short(attribute(element, name));
    return value ? [[name, value]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** Where a link leads: never the values of its query, which may name a person. */
function linkParts(href: string | undefined): Fingerprint["href"] {
  const url = href && !href.startsWith("#") ? URL.parse(href, document.baseURI) : null;
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

function defined(parts: Fingerprint): Fingerprint {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as Fingerprint;
}
