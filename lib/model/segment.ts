import * as z from "zod/mini";
import { Condition } from "./condition.ts";
import { Id, Name } from "./primitives.ts";

/** People or accounts by attributes and signals. */
export const Segment = z.strictObject({ id: Id, name: Name, when: Condition });
export type Segment = z.infer<typeof Segment>;
