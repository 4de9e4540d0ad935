import * as z from "zod/mini";

/** Whether a workspace's devices keep and send something before the person has said yes. */
export const ConsentPolicy = z.enum(["required", "implied"]);
export type ConsentPolicy = z.infer<typeof ConsentPolicy>;

export const ConsentAnswer = z.enum(["granted", "refused"]);
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;

/** `pending`: nobody has answered yet, and the workspace wants an answer first. */
export type ConsentState = ConsentAnswer | "pending";

/** What was said on this device so far, and when (epoch ms). */
export interface ConsentAnswers {
  /** By the person, in the extension: for all sites. */
  person?: { answer: ConsentAnswer; at: number };
  /** By pages, each for its own host. */
  hosts: Readonly<Record<string, { answer: ConsentAnswer; at: number }>>;
}

/**
 * May something be kept of what is done at `host`? E17 of docs/spec/events.md: a refusal wins over a grant, whoever said
 * either. The empty host stands for what belongs to none, of which only the person speaks.
 */
export function consentAt(
  policy: ConsentPolicy,
  { person, hosts }: ConsentAnswers,
  host: string,
): ConsentState {
  const answers = [person?.answer, hosts[host]?.answer];
  if (answers.includes("refused")) return "refused";
  return policy === "implied" || answers.includes("granted") ? "granted" : "pending";
}

/** May anything leave the device at all? */
export function maySend(policy: ConsentPolicy, answers: ConsentAnswers): boolean {
  const hosts = ["", ...Object.keys(answers.hosts)];
  return hosts.some((host) => consentAt(policy, answers, host) === "granted");
}
