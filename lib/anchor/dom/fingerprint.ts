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

/** The part of a fingerprint that costs no layout and no look around. */
export function identity(element: Element): Fingerprint {
  const testIds = TEST_IDS.flatMap((name) => {
    const value = short(attribute(element, name));
    return value ? [[name, value]] : [];
  });
  const tag = localName(element);
  return defined({
    tag,
    role: short(roleOf(element)),
    name: short(accessibleName(element)),
    text: holdsInput(element) ? undefined : short(labelText(element)),
    id: short(attribute(element, "id")),
    testIds: testIds.length > 0 ? Object.fromEntries(testIds) : undefined,
    field: short(attribute(element, "name")),
    type: short(attribute(element, "type")),
    label: holdsInput(element) ? short(fieldLabel(element)) : undefined,
    alt: short(attribute(element, "alt")),
    title: short(attribute(element, "title")),
    placeholder: short(attribute(element, "placeholder")),
    href: tag === "a" ? linkParts(attribute(element, "href")) : undefined,
  });
}

/** Where a link leads: never the values of its query, which may name a person. */
function linkParts(href: string | undefined): Fingerprint["href"] {
  if (!href || href.startsWith("#") || !URL.canParse(href, document.baseURI)) return undefined;
  const url = new URL(href, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) return undefined;
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
