import type { Condition } from "../model/condition.ts";
import type { Candidate } from "./condition-form.ts";
import { absentIfEmpty } from "./written.ts";

type PageCondition = Extract<Condition, { type: "page" }>;

export interface PageForm {
  type: "page";
  host: string;
  path: string;
  hash: string;
  /** Null: the query is not looked at. */
  query: { name: string; value: string }[] | null;
}

export function pageForm({ type, url }: PageCondition): PageForm {
  const { host = "", path = "", hash = "", query } = url;
  const rows = query && Object.entries(query).map(([name, value]) => ({ name, value }));
  return { type, host, path, hash, query: rows ?? null };
}

export function readPage({ type, query, host, path, hash }: PageForm): Candidate {
  const names = query?.map(({ name }) => name) ?? [];
  const fields = names.flatMap((name, at) =>
    names.indexOf(name) === at ? [] : [`url.query[${at}]`],
  );
  const asked = query && { query: Object.fromEntries(query.map((row) => [row.name, row.value])) };
  return { value: { type, url: { ...absentIfEmpty({ host, path, hash }), ...asked } }, fields };
}
