import type { ConsentStatus } from "../message/own-data.ts";
import {
  type ConsentAnswer,
  type ConsentAnswers,
  type ConsentPolicy,
  type ConsentState,
  consentAt,
  maySend,
} from "../model/consent.ts";
import { noteAnswer, readAnswers, readPolicy } from "../store/consent.ts";
import { ANY_HOST } from "../store/person.ts";
import type { Store } from "../store/schema.ts";
import { knownPolicy } from "./managed.ts";
import type { Platform } from "./platform.ts";

export const NOT_ALLOWED =
  "Waymark needs your permission to remember how far you are. Allow it at the top of the side panel.";

/** What may be kept and sent, as it stands now: E16 to E18 of docs/spec/events.md. */
export interface Consent {
  policy: ConsentPolicy;
  answers: ConsentAnswers;
  /** The empty host stands for what belongs to none. */
  at(host: string): ConsentState;
  maySend: boolean;
}

/** Managed configuration says more than the workspace. */
export async function readConsent(platform: Platform, store: Store): Promise<Consent> {
  const policy = (await knownPolicy(platform, store)) ?? (await readPolicy(store));
  const answers = await readAnswers(store);
  return {
    policy,
    answers,
    at: (host) => consentAt(policy, answers, host),
    maySend: maySend(policy, answers),
  };
}

export async function mayKeep(platform: Platform, store: Store, host: string): Promise<boolean> {
  return (await readConsent(platform, store)).at(host) === "granted";
}

/** True if it was news. */
export async function answerConsent(
  platform: Platform,
  store: Store,
  host: string,
  answer: ConsentAnswer,
): Promise<boolean> {
  const { person, hosts } = await readAnswers(store);
  const before = host === ANY_HOST ? person : hosts[host];
  if (before?.answer === answer) return false;
  await noteAnswer(store, host, answer, platform.now());
  return true;
}

export async function consentStatus(platform: Platform, store: Store): Promise<ConsentStatus> {
  const { policy, at, answers } = await readConsent(platform, store);
  const hosts = Object.entries(answers.hosts).map(([host, { answer }]) => ({ host, answer }));
  return { policy, state: at(ANY_HOST), hosts };
}
