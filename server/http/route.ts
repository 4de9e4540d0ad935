import type * as z from "zod/mini";
import type { Access, Principal } from "../auth/access.ts";
import type { SCHEMAS, SchemaName } from "../schemas.ts";

export interface Call<Q, B> {
  /** Who asks; null where anybody may. */
  principal: Principal | null;
  params: Readonly<Record<string, string>>;
  query: Q;
  body: B;
  request: Request;
}

export interface Reply {
  /** Default 200. */
  status?: number;
  /** Sent as JSON; without it, and without `bytes`, the answer has no body. */
  body?: unknown;
  /** Sent as they are; the headers say of which type. */
  bytes?: Uint8Array;
  headers?: Readonly<Record<string, string>>;
}

/** One path of the API: served, checked and documented from this one description. */
export interface Route {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** As Hono writes it: "/v1/guides/:id". */
  path: string;
  access: Access;
  summary: string;
  query?: z.ZodMiniType;
  body?: SchemaName;
  /** Whether the body may be left out; it is `{}` then. */
  bodyOptional?: boolean;
  /** What `handle` answers with; undefined for a document without schema. */
  reply?: SchemaName;
  /** Content types of a body that is no JSON, which `handle` reads from the request itself. */
  takes?: readonly string[];
  /** Content types of an answer that is no JSON. */
  gives?: readonly string[];
  /** How many ordinary requests of a device it counts as. Default 1. */
  weight?: number;
  /** Bytes of the body after decompression. Default 1 MiB. */
  bodyLimit?: number;
  handle(call: Call<never, never>): Promise<Reply>;
}

type BodyOf<B> = B extends SchemaName ? z.infer<(typeof SCHEMAS)[B]> : undefined;
export type QueryOf<Q> = Q extends z.ZodMiniType ? z.infer<Q> : undefined;

/** Ties the types of a route's query and body to their schemas. */
export function route<
  Q extends z.ZodMiniType | undefined = undefined,
  B extends SchemaName | undefined = undefined,
>(
  description: Omit<Route, "query" | "body" | "handle"> & {
    query?: Q;
    body?: B;
    handle(call: Call<QueryOf<Q>, BodyOf<B>>): Promise<Reply>;
  },
): Route {
  return description as unknown as Route;
}
