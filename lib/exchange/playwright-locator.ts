import { stability } from "../anchor/stability.ts";
import type { Anchor } from "../model/anchor.ts";
import { codeString } from "./code-string.ts";
import { cssString } from "./recorder-selectors.ts";

/** Roles that Playwright's types know and that say something of a control. */
const ROLES: ReadonlySet<string> = new Set(
  "alert button cell checkbox columnheader combobox dialog grid gridcell heading img link list listbox listitem menu menubar menuitem menuitemcheckbox menuitemradio option progressbar radio radiogroup row rowheader searchbox slider spinbutton status switch tab table tablist tabpanel textbox toolbar tooltip tree treeitem".split(
    " ",
  ),
);

/** Fingerprints hold no more of a text than this. */
const WHOLE = 120;

/** How a test finds the element: as a person would, else by what its authors left for tests. */
export function playwrightLocator({ samples, row }: Anchor): string {
  const print = samples[0]?.fingerprint ?? { tag: "body" };
  const { role, name, label, placeholder, testIds = {}, id, field, text, tag } = print;
  const exact = (said: string) => (said.length < WHOLE ? "exact: true" : "exact: false");
  const [testId] = Object.entries(testIds);
  const first = row === "first" ? ".first()" : "";
  const by = (): string => {
    if (role && ROLES.has(role) && name) {
      return `getByRole(${codeString(role)}, { name: ${codeString(name)}, ${exact(name)} })`;
    }
    if (label) return `getByLabel(${codeString(label)}, { ${exact(label)} })`;
    if (placeholder)
      return `getByPlaceholder(${codeString(placeholder)}, { ${exact(placeholder)} })`;
    if (testId) return css(`[${testId[0]}=${cssString(testId[1])}]`);
    if (id && stability(id) !== "random") return css(`[id=${cssString(id)}]`);
    if (field) return css(`${tag}[name=${cssString(field)}]`);
    const words = text ?? name;
    if (words) return `getByText(${codeString(words)}, { ${exact(words)} })`;
    return `locator(${codeString(tag)})`;
  };
  return `page.${by()}${first}`;
}

function css(selector: string): string {
  return `locator(${codeString(`css=${selector}`)})`;
}
