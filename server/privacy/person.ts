import type { Champion } from "../../lib/model/account-value.ts";
import type { Sql } from "../db/database.ts";
import type { Handles } from "./redact.ts";

/** A person as others may have named them. */
export interface Person extends Handles {
  /** Those in which their name alone stands for them. */
  accounts: ReadonlySet<string>;
}

/** By what a user is known: their id, and the addresses and names that their app or their customer's record says. */
export async function personOf(sql: Sql, workspace: string, user: string): Promise<Person> {
  const said = await sql.query<{ account: string | null; traits: Record<string, unknown> }>(
    `SELECT account_id AS account, traits FROM users WHERE workspace_id = $1 AND user_id = $2 UNION ALL
     SELECT account_id, jsonb_build_object('name', name, 'email', email) FROM user_records
     WHERE workspace_id = $1 AND user_id = $2`,
    [workspace, user],
  );
  const emails = new Set([user, ...said.map(({ traits }) => traits.email)].flatMap(addressOf));
  const names = new Set(said.flatMap(({ traits }) => namesOf(traits)));
  const accounts = new Set(said.map(({ account }) => account).filter(isText));
  const records = await sql.query<{ account: string; champions: Champion[] }>(
    `SELECT account_id AS account, champions FROM account_records WHERE workspace_id = $1 AND EXISTS (
       SELECT FROM jsonb_array_elements(champions) AS c
       WHERE c->>'user' = $2 OR lower(c->>'email') IN (SELECT jsonb_array_elements_text($3::jsonb)))`,
    [workspace, user, JSON.stringify([...emails])],
  );
  for (const { account, champions } of records) {
    accounts.add(account);
    for (const champion of champions) {
      const known = champion.email !== undefined && emails.has(champion.email.toLowerCase());
      if (champion.user !== user && !known) continue;
      names.add(champion.name);
      for (const address of addressOf(champion.email)) emails.add(address);
    }
  }
  return { ids: new Set([user]), emails, names, accounts };
}

/** Words that an administrator wants to be gone, wherever they stand. */
export function wordsAlone(words: string): Person {
  const nobody = new Set<string>();
  return { ids: nobody, emails: nobody, names: nobody, accounts: nobody, words };
}

function namesOf({ name, firstName, lastName }: Record<string, unknown>): string[] {
  return [name, [firstName, lastName].filter(isText).join(" ")].filter(isText);
}

function addressOf(text: unknown): string[] {
  return typeof text === "string" && /^\S+@\S+$/.test(text) ? [text.toLowerCase()] : [];
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
