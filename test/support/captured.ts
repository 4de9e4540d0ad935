import { uuidv7 } from "uuidv7";
import type {
  FeatureEvent,
  FrictionEvent,
  GuideEvent,
  IdentifyEvent,
} from "../../lib/model/event.ts";

/** Events as the page agent of app.test captures them, each with its own id and the next number. */

let seq = 0;
const captured = () => ({
  id: uuidv7(),
  ts: 0,
  boot: "018f0000-0000-7000-8000-00000000000b",
  seq: seq++,
  host: "app.test",
  path: "/",
});

export function use(feature: string, ts: number, more: Partial<FeatureEvent> = {}): FeatureEvent {
  return { ...captured(), kind: "feature", feature, ts, ...more };
}

export function met(
  what: FrictionEvent["what"],
  ts: number,
  more: Partial<FrictionEvent> = {},
): FrictionEvent {
  return { ...captured(), kind: "friction", what, ts, ...more };
}

export function identified(
  user: string | null,
  ts: number,
  more: Partial<IdentifyEvent> = {},
): IdentifyEvent {
  return { ...captured(), kind: "identify", user, ts, ...more };
}

export function guided(
  action: GuideEvent["action"],
  ts: number,
  more: Partial<GuideEvent> = {},
): GuideEvent {
  return { ...captured(), kind: "guide", guide: "tour", version: 1, action, ts, ...more };
}
