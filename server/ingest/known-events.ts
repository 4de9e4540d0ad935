import * as z from "zod/mini";
import { GuideAction } from "../../lib/model/event.ts";
import { Friction } from "../../lib/model/friction.ts";
import { parse, type Result } from "../../lib/model/parse.ts";
import { Id, Timestamp } from "../../lib/model/primitives.ts";
import { Answer } from "../../lib/model/question.ts";
import { SignalDetail, SignalKind, SignalScalar } from "../../lib/model/signal-value.ts";
import { TargetSighting } from "../../lib/model/target.ts";
import { WIRE_EVENTS } from "../../lib/model/wire.ts";

const FeatureProperties = z.object({ feature: Id });

const FrictionProperties = z.object({ what: Friction, feature: z.optional(Id) });

const SignalProperties = z.object({
  signal: Id,
  version: z.int(),
  /** Devices of before knew no other kind. */
  kind: z._default(SignalKind, "milestone"),
  value: SignalScalar,
  detail: z.optional(SignalDetail),
  since: z.optional(z.nullable(z.union([Timestamp, z.string().check(z.maxLength(40))]))),
});

const GuideProperties = z.object({
  guide: Id,
  version: z.int().check(z.positive(), z.maximum(2_147_483_647)),
  step: z.optional(z.nullable(Id)),
  /** What newer devices say and this server does not understand must not cost the event. */
  target: z.catch(z.optional(TargetSighting), undefined),
});

const AnswerProperties = z.extend(GuideProperties, { step: Id, answer: Answer });

/** As our devices say it; experiments of other tools come by the same name and are kept without being understood. */
const ExposureProperties = z.object({
  experiment_id: Id,
  variation_id: z.enum(["guide", "holdout"]),
});

/** What a track event with a reserved name says. */
export type KnownEvent =
  | { kind: "feature"; feature: string }
  | { kind: "friction"; what: Friction }
  | {
      kind: "signal";
      signal: string;
      version: number;
      of: SignalKind;
      value: SignalScalar;
      since: number | null;
      detail: SignalDetail | null;
    }
  | { kind: "exposure"; experiment: string; arm: string }
  | {
      kind: "guide";
      action: GuideAction;
      guide: string;
      version: number;
      step: string;
      /** How the search for the step's element ended; null: this event is not about one. */
      target: TargetSighting | null;
      /** With `answered`. */
      answer: Answer | null;
    };

const GUIDE_ACTIONS = new Map<string, GuideAction>(
  GuideAction.options.map((action) => [WIRE_EVENTS.guide[action], action]),
);

const SIGHTINGS: ReadonlySet<GuideAction> = new Set(["step_shown", "target_missing"]);

/** Reads the properties of a reserved event name; null for every other name. */
export function readKnownEvent(name: string, properties: unknown): Result<KnownEvent> | null {
  if (name === WIRE_EVENTS.feature) {
    return map(parse(FeatureProperties, properties), ({ feature }) => ({
      kind: "feature",
      feature,
    }));
  }
  if (name === WIRE_EVENTS.friction) {
    return map(parse(FrictionProperties, properties), ({ what }) => ({ kind: "friction", what }));
  }
  if (name === WIRE_EVENTS.signal) {
    return map(parse(SignalProperties, properties), ({ kind, since, detail, ...said }) => ({
      ...said,
      kind: "signal",
      of: kind,
      since: toMs(since),
      detail: detail ?? null,
    }));
  }
  if (name === WIRE_EVENTS.exposure) {
    const exposure = ExposureProperties.safeParse(properties);
    if (!exposure.success) return null;
    const { experiment_id: experiment, variation_id: arm } = exposure.data;
    return { ok: true, value: { kind: "exposure", experiment, arm } };
  }
  const action = GUIDE_ACTIONS.get(name);
  if (!action) return null;
  if (action === "answered") {
    return map(parse(AnswerProperties, properties), ({ guide, version, step, answer }) => ({
      kind: "guide",
      action,
      guide,
      version,
      step,
      target: null,
      answer,
    }));
  }
  return map(parse(GuideProperties, properties), ({ guide, version, step, target }) => ({
    kind: "guide",
    action,
    guide,
    version,
    step: step ?? "",
    target: SIGHTINGS.has(action) && step ? (target ?? null) : null,
    answer: null,
  }));
}

function map<T>(result: Result<T>, to: (value: T) => KnownEvent): Result<KnownEvent> {
  return result.ok ? { ok: true, value: to(result.value) } : result;
}

function toMs(since: number | string | null | undefined): number | null {
  const ms = typeof since === "string" ? Date.parse(since) : (since ?? Number.NaN);
  return ms >= 0 && ms < Date.UTC(10_000, 0, 1) ? ms : null;
}
