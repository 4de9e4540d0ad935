import { recipientsOf } from "../../lib/model/forward.ts";
import { RULES } from "../../lib/model/rule.ts";
import type { Sql } from "../db/database.ts";
import type { Queued } from "./adapters/adapter.ts";
import type { Answer } from "./judge.ts";
import type { Line } from "./store.ts";

/** An e-mail in plain text. The same id is the same e-mail, however often it is sent. */
export interface Mail {
  id: string;
  to: readonly string[];
  subject: string;
  text: string;
}

/** Hands an e-mail to a mail server. Never rejects: the answer is as one of HTTP, with why. */
export type Mailer = (mail: Mail, signal: AbortSignal) => Promise<Answer>;

interface Told {
  name: string | null;
  owner: string | null;
  /** Who said who the CSM is. */
  source: string | null;
}

/**
 * What a message becomes by e-mail: J16 of docs/spec/playbooks.md. Anybody who has the write key of an app can say who
 * an account's owner is, so an address that only an app said is not written to.
 */
export async function mailOf(
  sql: Sql,
  workspace: string,
  { url, toOwner }: Pick<Line, "url" | "toOwner">,
  { id, message }: Queued,
): Promise<Mail> {
  const said = "properties" in message ? (message.properties ?? {}) : {};
  const { account, name, title, text } = said as Readonly<Record<string, string | undefined>>;
  const [told] = await sql.query<Told>(
    `SELECT name, owner, sources->'owner'->>'source' AS source FROM account_records
     WHERE workspace_id = $1 AND account_id = $2`,
    [workspace, account ?? ""],
  );
  const { owner = null, source } = told ?? {};
  const mine =
    toOwner && owner !== null && source !== "app" ? (recipientsOf(`mailto:${owner}`) ?? []) : [];
  const called = account === undefined ? [] : [told?.name ? `${told.name} (${account})` : account];
  return {
    id,
    to: [...new Set([...mine, ...(recipientsOf(url) ?? [])])],
    subject: (title ?? [name, ...called].filter((part) => part !== undefined).join(": ")).slice(
      0,
      200,
    ),
    text: [...(text ? [text, ""] : []), ...called, ...(name === undefined ? [] : [name])].join(
      "\n",
    ),
  };
}

export const NOBODY: Answer = {
  status: 422,
  retryAfter: null,
  why: RULES.nobody,
};

export const NO_MAIL: Answer = {
  status: 421,
  retryAfter: null,
  why: RULES.mailOff,
};
