import { type AudienceSize, KnownPeople, AudienceSize as Size } from "../../lib/model/audience.ts";
import type { Condition } from "../../lib/model/condition.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";
import type { Session } from "./ports.ts";

/** What the server knows of the people a guide is for; none of it throws. */
export interface AudienceClient {
  size(condition: Condition): Promise<Outcome<AudienceSize, QueryError>>;
  people(): Promise<Outcome<KnownPeople, QueryError>>;
}

export function createAudienceClient(session: Session, request: typeof fetch): AudienceClient {
  const ask = createAskServer(session, request);
  return {
    size: (condition) => ask("/v1/query/audience", Size, { method: "POST", body: { condition } }),
    people: () => ask("/v1/query/people", KnownPeople),
  };
}
