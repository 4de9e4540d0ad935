import { uuidv7 } from "uuidv7";
import { armOf } from "../decide/arm.ts";
import type { Bundle } from "../model/bundle.ts";
import type { GuideEvent, StoredEvent } from "../model/event.ts";
import { exposureToWire } from "../sync/wire.ts";
import { type Device, readMeta } from "./meta.ts";
import { enqueueOwn } from "./outbox.ts";
import { personOf } from "./person.ts";
import type { ExposureRecord } from "./schema.ts";
import type { IngestTransaction } from "./transaction.ts";

/** Somebody met an experiment: they saw the guide, or would have seen it without the holdout. */
export interface Exposure extends ExposureRecord {
  user: string | undefined;
  account: string | undefined;
}

/**
 * Notes an exposure and tells the server, the first time only: D27 of docs/spec/decisions.md. `version` is the
 * extension's. Whether it was the first.
 */
export async function expose(
  transaction: IngestTransaction,
  exposure: Exposure,
  version: string,
): Promise<boolean> {
  const { user, account, ...record } = exposure;
  const exposures = transaction.objectStore("exposures");
  if (await exposures.get([record.person, record.experiment, record.arm])) return false;
  await exposures.put(record);
  const device = await readMeta(transaction.objectStore("meta"), "device");
  const context = { device: device?.id ?? "", version, user, account };
  await enqueueOwn(transaction, [
    (numbered) => exposureToWire({ ...numbered, id: uuidv7(), ts: record.at }, record, context),
  ]);
  return true;
}

/**
 * What new events say was painted without having been asked for, of guides that are part of an experiment. By person, the
 * guides with which an experiment was met for the first time.
 */
export async function exposePainted(
  transaction: IngestTransaction,
  events: readonly StoredEvent[],
  { bundle, device, version }: { bundle: Bundle | undefined; device: Device; version: string },
): Promise<Map<string, Set<string>>> {
  const met = new Map<string, Set<string>>();
  const experiments = new Map(bundle?.experiments.map(({ body }) => [body.id, body]));
  if (experiments.size === 0) return met;
  const painted = events.filter(
    (event): event is GuideEvent & StoredEvent =>
      event.kind === "guide" && event.action === "step_shown",
  );
  for (const event of painted) {
    const guide = bundle?.guides.find(({ body }) => body.id === event.guide)?.body;
    const experiment = guide?.experiment ? experiments.get(guide.experiment) : undefined;
    if (!experiment) continue;
    const { user, account, version: guideVersion, ts: at } = event;
    const person = personOf(event, device);
    const run = await transaction.objectStore("runs").get([person, event.guide]);
    const who = { device: device.id, user: user ?? null, account: account ?? null };
    if (run?.startedBy !== "auto" || armOf(experiment, who) !== "guide") continue;
    const record = { person, experiment: experiment.id, arm: "guide" as const, at };
    const shown = { guide: event.guide, guideVersion };
    if (await expose(transaction, { ...record, ...shown, user, account }, version)) {
      met.set(person, (met.get(person) ?? new Set()).add(event.guide));
    }
  }
  return met;
}
