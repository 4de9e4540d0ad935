import type { ConsentAnswer, ConsentAnswers, ConsentPolicy } from "../model/consent.ts";
import type { WireMessage } from "../model/wire.ts";
import { getMeta, readMeta, writeMeta } from "./meta.ts";
import { filterOutbox } from "./outbox.ts";
import { ANY_HOST } from "./person.ts";
import type { Store } from "./schema.ts";

/** What the workspace wants; as long as it is not known, as before the first bundle, `required`. */
export async function readPolicy(store: Store): Promise<ConsentPolicy> {
  const bundle = (await store.get("bundle", "current"))?.bundle;
  if (bundle) return bundle.consent ?? "implied";
  return (await getMeta(store, "consentPolicy")) ?? "required";
}

export async function readAnswers(store: Store): Promise<ConsentAnswers> {
  return (await getMeta(store, "consent")) ?? { hosts: {} };
}

/**
 * Notes an answer: with the empty host the person's own. What still waits after a refusal is thrown away in the same
 * transaction, so that no later grant can send it.
 */
export async function noteAnswer(
  store: Store,
  host: string,
  answer: ConsentAnswer,
  at: number,
): Promise<void> {
  const transaction = store.transaction(["meta", "outbox", "dead"], "readwrite");
  const meta = transaction.objectStore("meta");
  const before = (await readMeta(meta, "consent")) ?? { hosts: {} };
  const said = { answer, at };
  const after =
    host === ANY_HOST
      ? { ...before, person: said }
      : { ...before, hosts: { ...before.hosts, [host]: said } };
  await writeMeta(meta, "consent", after);
  if (answer === "refused") {
    const dead = transaction.objectStore("dead");
    for (const { id, message } of await dead.getAll())
      if (isFrom(host, message)) await dead.delete(id);
    await filterOutbox(transaction.objectStore("outbox"), ({ message }) => !isFrom(host, message));
  }
  await transaction.done;
}

function isFrom(host: string, { context }: WireMessage): boolean {
  const { host: from } = (context?.waymark ?? {}) as { host?: string };
  return host === ANY_HOST || host === from;
}
