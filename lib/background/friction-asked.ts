import type { Bundle } from "../model/bundle.ts";
import { Friction } from "../model/friction.ts";

/** What people run into that somebody asks for: a published signal, or the workspace that wants all events. E11. */
export function frictionAsked(bundle: Bundle | undefined): ReadonlySet<Friction> {
  if (!bundle) return new Set();
  if (bundle.sync.events === "all") return new Set(Friction.options);
  return new Set(
    bundle.signals.flatMap(({ body }) => (body.kind === "frustration" ? body.what : [])),
  );
}

/** Without what the background notices itself. */
export function askedInPages(bundle: Bundle | undefined): Friction[] {
  return [...frictionAsked(bundle)].filter((what) => what !== "back_and_forth").sort();
}
