import { takeSample } from "../anchor/dom/author.ts";
import type { RowIntent } from "../model/anchor.ts";
import type { PickedTarget } from "../model/lookup.ts";
import { discreetSample } from "./workflow/discreet.ts";

/** What an author pointed at, as of a recording (W11), and what it is for each row that could be meant (A19). */
export async function pickedTarget(
  element: Element,
  signal: AbortSignal,
): Promise<NonNullable<PickedTarget>> {
  const take = (row?: RowIntent) => takeSample(element, row, signal, discreetSample);
  const taken = await take();
  if (!taken.sample.fingerprint.row) return taken;
  const { sample: own } = await take("this");
  const { sample: first } = await take("first");
  const { sample: chosen } = await take("chosen");
  return { ...taken, rows: { this: own, first, chosen } };
}
