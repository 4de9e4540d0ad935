import type { GuideAction } from "../../lib/model/event.ts";
import type { Answer } from "../../lib/model/question.ts";
import { WIRE_EVENTS } from "../../lib/model/wire.ts";
import type { IncomingEvent } from "../ingest/event.ts";
import { SURVEY } from "./content.ts";

/** Who does something when (epoch ms); `id` tells events apart. */
export interface Doing {
  id: string;
  user: string;
  account: string;
  at: number;
}

const base = ({ id, user, account, at }: Doing): IncomingEvent => ({
  messageId: id,
  type: "track",
  event: null,
  known: null,
  at,
  clientAt: null,
  receivedAt: at,
  clockOffsetMs: null,
  user,
  account,
  device: null,
  boot: null,
  seq: null,
  host: null,
  path: null,
  verified: true,
  properties: null,
  traits: {},
});

export function used(doing: Doing, feature: string): IncomingEvent {
  const known = { kind: "feature", feature } as const;
  return { ...base(doing), event: WIRE_EVENTS.feature, known, properties: { feature } };
}

export function identified(doing: Doing, traits: IncomingEvent["traits"]): IncomingEvent {
  return { ...base(doing), type: "identify", traits };
}

export function activated(doing: Doing): IncomingEvent {
  const said = { signal: "activated", version: 1, value: true, since: doing.at };
  const known = { ...said, kind: "signal", of: "milestone", detail: null } as const;
  const properties = { ...said, kind: "milestone", evidence: [] };
  return { ...base(doing), event: WIRE_EVENTS.signal, known, properties };
}

/** Of the survey: a step is answered, or the guide starts or ends. */
export function surveyed(
  doing: Doing,
  action: GuideAction,
  more: { step?: string; answer?: Answer } = {},
): IncomingEvent {
  const { step = "", answer = null } = more;
  const said = { action, guide: SURVEY, version: 1, step, answer };
  const known = { ...said, kind: "guide", target: null } as const;
  const properties = { guide: SURVEY, version: 1, ...more };
  return { ...base(doing), event: WIRE_EVENTS.guide[action], known, properties };
}
