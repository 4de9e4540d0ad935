import type { EvidenceEntry, Insights, SignalEntry } from "../message/insights.ts";
import type { Bundle } from "../model/bundle.ts";
import type { StoredEvent } from "../model/event.ts";
import { partsOf } from "../signal/parts.ts";
import { readSignal } from "../signal/read.ts";
import { progress } from "../signal/value.ts";
import { readEvents } from "../store/history.ts";
import { readMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { createFactReader, FACT_STORES } from "../store/signal-facts.ts";

const READ = [...FACT_STORES, "bundle", "signals"] as const;

/** Every published signal for this person, worked out at this moment: nothing lags behind here. */
export async function readInsights(store: Store, person: string, now: number): Promise<Insights> {
  const transaction = store.transaction([...READ]);
  const bundles = transaction.objectStore("bundle");
  const current = (await bundles.get("current"))?.bundle;
  const next = await bundles.get("next");
  // What was thrown away by a deletion begins anew.
  const backfill = (await readMeta(transaction.objectStore("meta"), "backfill")) ?? null;
  const shown = current ?? next?.bundle;
  const computing =
    next && backfill ? Math.min(1, backfill.after / Math.max(1, backfill.of)) : null;
  const waiting = new Set(computing === null ? [] : backfill?.ids);
  const factsOf = shown && createFactReader(transaction, shown, now);
  const entries = (shown?.signals ?? []).map(async ({ version, body }): Promise<SignalEntry> => {
    const record = await transaction.objectStore("signals").get([person, body.id]);
    const facts = await (factsOf as NonNullable<typeof factsOf>)(person, body);
    const reading = readSignal(body, { ...facts, friction: record?.friction ?? [] });
    const parts = partsOf(version, body).map((part) => part.body.id);
    const froms = parts.flatMap((id) => facts.stateOf(id)?.from ?? []);
    const state = facts.stateOf(body.id);
    return {
      definition: body,
      version,
      value: reading.value,
      since: reading.since,
      detail: reading.detail,
      evidence: reading.evidence.length,
      progress: body.kind === "milestone" ? progress(body, state, now) : null,
      computing: [body.id, ...parts].some((id) => waiting.has(id)),
      from: froms.length > 0 ? Math.max(...froms) : null,
    };
  });
  const signals = await Promise.all(entries);
  await transaction.done;
  return { at: now, signals, names: namesIn(shown), computing };
}

/** The events behind a signal, as far as they are still on this device. */
export async function readEvidence(
  store: Store,
  person: string,
  signal: string,
): Promise<{ events: EvidenceEntry[]; gone: number }> {
  const record = await store.get("signals", [person, signal]);
  const wanted = new Set(record?.value.evidence);
  const events: EvidenceEntry[] = [];
  if (wanted.size > 0) {
    for await (const event of readEvents(store.transaction("chunks").store)) {
      if (wanted.delete(event.id)) events.push(...asEvidence(event));
      if (wanted.size === 0) break;
    }
  }
  return { events: events.sort((a, b) => b.at - a.at), gone: wanted.size };
}

function asEvidence(event: StoredEvent): EvidenceEntry[] {
  const { id, ts: at } = event;
  switch (event.kind) {
    case "feature":
      return [{ id, at, kind: "feature", feature: event.feature }];
    case "friction":
      return [{ id, at, kind: "friction", what: event.what }];
    case "guide":
      return [{ id, at, kind: "guide", guide: event.guide }];
  }
}

function namesIn(bundle: Bundle | undefined): Insights["names"] {
  const named = <T>(all: readonly { body: { id: string; name: T } }[] = []) =>
    Object.fromEntries(all.map(({ body }) => [body.id, body.name]));
  return {
    features: named(bundle?.features),
    guides: named(bundle?.guides),
    signals: named(bundle?.signals),
  };
}
