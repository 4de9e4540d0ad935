import * as z from "zod/mini";
import { Id, Name } from "./primitives.ts";

/** Who sees what, decided by a hash of `seed` and the unit's id. */
export const Experiment = z.strictObject({
  id: Id,
  name: Name,
  seed: z.string().check(z.minLength(1), z.maxLength(100)),
  /** What is randomised. Accounts where colleagues would notice a difference. */
  unit: z.enum(["user", "account"]),
  /** Share of the units that take part, 0 to 1. */
  coverage: z.number().check(z.minimum(0), z.maximum(1)),
  /** Share of the participants who get no guide, 0 to 1. */
  holdout: z.number().check(z.minimum(0), z.maximum(1)),
});
export type Experiment = z.infer<typeof Experiment>;
