import * as z from "zod/mini";
import { TouchModel } from "./account-value.ts";
import { ChurnWatch } from "./churn.ts";
import { brokenMeasure, HealthMeasure, subjectOf } from "./health-measure.ts";
import { Id, Localized } from "./primitives.ts";
import { RULES, sayRule } from "./rule.ts";

const share = z.number().check(z.nonnegative(), z.maximum(1));
const days = z.int().check(z.positive(), z.maximum(3650));
const listed = <T extends z.ZodMiniType>(one: T) =>
  z.optional(z.array(one).check(z.minLength(1), z.maxLength(30)));

/** One of the several scores of an account. */
export const HealthScoreDefinition = z.strictObject({
  id: Id,
  name: Localized,
  measures: z.array(HealthMeasure).check(z.minLength(1), z.maxLength(12)),
});
export type HealthScoreDefinition = z.infer<typeof HealthScoreDefinition>;

/** How health is measured in one segment: of the accounts that every list of `when` names. */
export const HealthProfile = z.strictObject({
  id: Id,
  name: Localized,
  when: z.strictObject({
    plans: listed(z.string().check(z.minLength(1), z.maxLength(64))),
    stages: listed(Id),
    touchModels: listed(TouchModel),
  }),
  scores: z.array(HealthScoreDefinition).check(z.minLength(1), z.maxLength(8)),
});
export type HealthProfile = z.infer<typeof HealthProfile>;

/** From when on what Waymark finds by itself counts as a sign of churn: Z1 to Z9 of docs/spec/churn.md. */
export const ChurnRules = z.strictObject({
  /** Parts of the usual week that are missing, and how many uses a usual week needs to be judged. */
  drop: z.strictObject({
    medium: share,
    high: share,
    baseline: z.int().check(z.positive(), z.maximum(1_000_000)),
  }),
  /** Days without a contact, by touch model; accounts whose model is not known count as low. */
  silence: z.strictObject({ high: days, medium: days, low: days }),
  /** Meetings missed within 60 days. */
  missedMeetings: z.int().check(z.positive(), z.maximum(50)),
  /** Tickets of 28 days that it takes at least, and how many times the account's own usual number. */
  tickets: z.strictObject({
    least: z.int().check(z.positive(), z.maximum(10_000)),
    times: z.number().check(z.minimum(1), z.maximum(100)),
  }),
  /** Days that the leaving of a champion stays a sign. */
  championDays: days,
  watches: z.array(ChurnWatch).check(z.maxLength(30)),
});
export type ChurnRules = z.infer<typeof ChurnRules>;

const Shape = z.strictObject({
  /** The first one that fits counts; the last one fits every account. */
  profiles: z.array(HealthProfile).check(z.minLength(1), z.maxLength(20)),
  churn: ChurnRules,
  /** How likely an account leaves within a year, by its risk. */
  probability: z.strictObject({ low: share, medium: share, high: share }),
});

/** All that a workspace defines about health and risk. */
export const HealthDefinitions = Shape.check((context) => {
  for (const { path, message } of broken(context.value)) {
    context.issues.push({ code: "custom", path, message, input: context.value });
  }
});
export type HealthDefinitions = z.infer<typeof HealthDefinitions>;

interface Broken {
  path: (string | number)[];
  message: string;
}

function broken(definitions: z.infer<typeof Shape>): Broken[] {
  const { profiles, churn, probability } = definitions;
  const found: Broken[] = repeated(
    profiles.map(({ id }) => id),
    ["profiles"],
  );
  const last = profiles.at(-1);
  if (last && Object.values(last.when).some((wanted) => wanted !== undefined)) {
    const message = RULES.lastSegment;
    found.push({ path: ["profiles", profiles.length - 1, "when"], message });
  }
  profiles.forEach(({ scores }, at) => {
    const path = ["profiles", at, "scores"];
    found.push(
      ...repeated(
        scores.map(({ id }) => id),
        path,
      ),
    );
    scores.forEach(({ measures }, index) => {
      found.push(...brokenMeasures(measures, [...path, index, "measures"]));
    });
  });
  if (churn.drop.high < churn.drop.medium) {
    const message = sayRule("overMedium", { medium: churn.drop.medium });
    found.push({ path: ["churn", "drop", "high"], message });
  }
  found.push(
    ...repeated(
      churn.watches.map(({ id }) => id),
      ["churn", "watches"],
    ),
  );
  const { low, medium, high } = probability;
  if (medium < low) {
    found.push({ path: ["probability", "medium"], message: sayRule("overLow", { low }) });
  }
  if (high < medium) {
    const message = sayRule("overMedium", { medium });
    found.push({ path: ["probability", "high"], message });
  }
  return found;
}

function brokenMeasures(measures: readonly HealthMeasure[], path: Broken["path"]): Broken[] {
  const names = measures.map((measure) => `${measure.kind} ${subjectOf(measure)}`);
  return measures.flatMap((measure, at) => {
    const own = brokenMeasure(measure);
    const first = names.indexOf(names[at] ?? "");
    const again = sayRule("measuredOnce", { entry: first });
    return [
      ...(own ? [{ path: [...path, at, own.path], message: own.allowed }] : []),
      ...(first < at ? [{ path: [...path, at], message: again }] : []),
    ];
  });
}

function repeated(ids: readonly string[], path: Broken["path"]): Broken[] {
  return ids.flatMap((id, at) =>
    ids.indexOf(id) < at ? [{ path: [...path, at, "id"], message: RULES.ownId }] : [],
  );
}

/** `GET` and `PUT /v1/settings/health`. Revision 0: those that every workspace begins with. */
export const HealthSettings = z.object({
  revision: z.int(),
  /** epoch ms; null: nobody changed them. */
  updatedAt: z.nullable(z.int()),
  /** Name of the key or token. */
  updatedBy: z.nullable(z.string()),
  definitions: HealthDefinitions,
});
export type HealthSettings = z.infer<typeof HealthSettings>;
