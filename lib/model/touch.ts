import * as z from "zod/mini";
import { Timestamp } from "./primitives.ts";

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

export const TouchKind = z.enum(["call", "meeting", "qbr", "email", "chat", "ticket", "note"]);
export type TouchKind = z.infer<typeof TouchKind>;

/** `planned` lies ahead; `missed`: the client did not come; `cancelled`: nobody meant to. */
export const TouchState = z.enum(["planned", "done", "missed", "cancelled"]);
export type TouchState = z.infer<typeof TouchState>;

/** Names of touches and tasks: whoever sends the same twice gives the same id. */
export const RecordId = z
  .string()
  .check(
    z.regex(/^[\w.:@-]{1,120}$/, { error: "1 to 120 letters, digits, '.', ':', '@', '_' or '-'" }),
  );

const fields = {
  kind: TouchKind,
  state: TouchState,
  /** When it is, was, or was to be: epoch ms. */
  at: Timestamp,
  /** The CSM. */
  owner: z.nullable(text(120)),
  /** People of the client. */
  people: z.array(text(200)).check(z.maxLength(50)),
  text: z.string().check(z.maxLength(10_000)),
};

/** A contact with an account, or a note about it. */
export const Touch = z.object({
  id: RecordId,
  account: z.string(),
  ...fields,
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Touch = z.infer<typeof Touch>;

export const NewTouch = z.strictObject({
  kind: fields.kind,
  state: z._default(fields.state, "done"),
  at: z.optional(fields.at),
  owner: z._default(fields.owner, null),
  people: z._default(fields.people, []),
  text: z._default(fields.text, ""),
});
export type NewTouch = z.infer<typeof NewTouch>;

/** Newest first. */
export const TouchList = z.object({ items: z.array(Touch), next: z.nullable(z.string()) });
export type TouchList = z.infer<typeof TouchList>;
