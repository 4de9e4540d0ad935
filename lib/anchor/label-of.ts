import type { Fingerprint } from "../model/anchor.ts";

/** As an author would call an element: what it is and what it says. */
export function labelOf({ tag, role, name, text, label, field }: Fingerprint): string {
  const said = name ?? text ?? label ?? field;
  return said ? `${role ?? tag} “${said}”` : (role ?? `<${tag}>`);
}
