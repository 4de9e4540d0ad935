import { getMeta, type Meta, readMeta, writeMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import type { Place } from "./place.ts";

/** Tabs that are remembered. */
const MOST = 50;

/**
 * The quiet guide that started for the first time in this page; null: none yet. D30 of docs/spec/decisions.md. Where the
 * document is not known, its address stands for it.
 */
export async function newcomerAt(
  store: Store,
  { tab, url, document }: Place,
): Promise<string | null> {
  const entries = (await getMeta(store, "newcomers")) ?? [];
  const entry = entries.find((one) => one.tab === tab);
  const isHere = document ? entry?.document === document : entry?.path === pathOf(url);
  return isHere ? (entry?.guide ?? null) : null;
}

/** The same for the page in a tab that was loaded at `since` (epoch ms). */
export async function newcomerSince(
  store: Store,
  tab: number,
  since: number,
): Promise<string | null> {
  const entries = (await getMeta(store, "newcomers")) ?? [];
  return entries.find((one) => one.tab === tab && one.at >= since)?.guide ?? null;
}

export async function noteNewcomer(
  store: Store,
  guide: string,
  { tab, url, document }: Place,
  at: number,
): Promise<void> {
  const transaction = store.transaction("meta", "readwrite");
  const before = (await readMeta(transaction.store, "newcomers")) ?? [];
  const others = before.filter((one) => one.tab !== tab);
  const after: Meta["newcomers"] = [{ tab, document, path: pathOf(url), guide, at }, ...others];
  await writeMeta(transaction.store, "newcomers", after.slice(0, MOST));
  await transaction.done;
}

function pathOf({ origin, pathname }: URL): string {
  return origin + pathname;
}
