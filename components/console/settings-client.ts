import * as z from "zod/mini";
import { Environment } from "../../lib/model/environment.ts";
import type { Outcome } from "../ui/resource.ts";
import { createAskServer, type QueryError } from "./request.ts";

const ReviewSetting = z.object({ required: z.boolean() });

const WriteKey = z.object({
  id: z.string(),
  name: z.string(),
  environment: Environment,
  /** Its last characters. */
  hint: z.string(),
  createdAt: z.int(),
  revokedAt: z.nullable(z.int()),
});
export type WriteKey = z.infer<typeof WriteKey>;

const KeyList = z.object({ items: z.array(WriteKey) });
const NewKey = z.object({ ...WriteKey.shape, secret: z.string() });
export type NewKey = z.infer<typeof NewKey>;

type Answer<T> = Promise<Outcome<T, QueryError>>;

/** What administrators settle for a workspace; none of it throws. Who is none is refused as "forbidden". */
export interface SettingsClient {
  /** Whether somebody else must approve a draft before it goes to production. Everybody may ask. */
  reviewRequired(signal: AbortSignal): Answer<boolean>;
  requireReview(required: boolean): Answer<unknown>;
  /** Revoked ones too. */
  keys(signal: AbortSignal): Answer<WriteKey[]>;
  /** The secret is told this once. */
  makeKey(name: string, environment: Environment): Answer<NewKey>;
  revokeKey(id: string): Answer<unknown>;
}

export function createSettingsClient(
  session: { server: string; token: string },
  request: typeof fetch,
): SettingsClient {
  const ask = createAskServer(session, request);
  return {
    async reviewRequired(signal) {
      const answer = await ask("/v1/settings/review", ReviewSetting, { signal });
      return answer.ok ? { ok: true, value: answer.value.required } : answer;
    },
    requireReview: (required) =>
      ask("/v1/settings/review", ReviewSetting, { method: "PUT", body: { required } }),
    async keys(signal) {
      const answer = await ask("/v1/write-keys", KeyList, { signal });
      return answer.ok ? { ok: true, value: answer.value.items } : answer;
    },
    makeKey: (name, environment) =>
      ask("/v1/write-keys", NewKey, { method: "POST", body: { name, environment } }),
    revokeKey: (id) =>
      ask(`/v1/write-keys/${encodeURIComponent(id)}`, WriteKey, { method: "DELETE" }),
  };
}
