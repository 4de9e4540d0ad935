import { Retention, RetentionPreview, type RetentionSetting } from "../../lib/model/retention.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

type Answer<T> = Promise<Outcome<T, QueryError>>;

/** For how long what happened is kept; none of it throws. */
export interface RetentionClient {
  read(signal: AbortSignal): Answer<Retention>;
  /** How much would go for good. */
  preview(setting: RetentionSetting): Answer<RetentionPreview>;
  set(setting: RetentionSetting): Answer<Retention>;
}

export function createRetentionClient(
  session: { server: string; token: string },
  request: typeof fetch,
): RetentionClient {
  const ask = createAskServer(session, request);
  const path = "/v1/settings/retention";
  return {
    read: (signal) => ask(path, Retention, { signal }),
    preview: (body) => ask(`${path}/preview`, RetentionPreview, { method: "POST", body }),
    set: (body) => ask(path, Retention, { method: "PUT", body }),
  };
}
