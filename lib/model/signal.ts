import * as z from "zod/mini";
import { SequenceCondition, UsedCondition } from "./condition.ts";
import { Id, Name, Timestamp } from "./primitives.ts";

/** What a signal can be made of: the part of the condition language that events alone decide. */
export type SignalCondition =
  | { type: "all"; of: SignalCondition[] }
  | { type: "any"; of: SignalCondition[] }
  | UsedCondition
  | SequenceCondition;

const several = () => z.array(SignalCondition).check(z.minLength(1), z.maxLength(20));

export const SignalCondition: z.ZodMiniType<SignalCondition> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("all"), of: several() }),
    z.strictObject({ type: z.literal("any"), of: several() }),
    UsedCondition,
    SequenceCondition,
  ]),
);

/** A value derived on the device. A milestone becomes true once and stays true. */
export const SignalDefinition = z.strictObject({
  id: Id,
  name: Name,
  kind: z.enum(["milestone"]),
  when: SignalCondition,
});
export type SignalDefinition = z.infer<typeof SignalDefinition>;

export const SignalValue = z.strictObject({
  signal: Id,
  /** Version of the definition that gave it. */
  version: z.int(),
  value: z.boolean(),
  /** When it became what it is. */
  since: z.nullable(Timestamp),
  /** Ids of the events that made it so. */
  evidence: z.array(z.uuid()),
});
export type SignalValue = z.infer<typeof SignalValue>;
