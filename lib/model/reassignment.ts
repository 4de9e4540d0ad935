import * as z from "zod/mini";
import { AccountId } from "./account.ts";
import { ValueOrigin } from "./account-value.ts";

const owner = z.string().check(z.minLength(1), z.maxLength(120));
const count = z.int().check(z.nonnegative());

/** Accounts that can be named in one request. */
export const MOST_REASSIGNED = 1000;

/** `POST /v1/accounts/reassign`: another CSM takes over accounts and their open tasks, of one CSM or those that are named. */
export const Reassignment = z.union([
  z.strictObject({ from: owner, to: owner }),
  z.strictObject({
    accounts: z.array(AccountId).check(z.minLength(1), z.maxLength(MOST_REASSIGNED)),
    to: owner,
  }),
]);
export type Reassignment = z.infer<typeof Reassignment>;

/** What was whose before, and who has it since: `POST /v1/accounts/reassign/undo`. */
export const Reassigned = z.strictObject({
  to: owner,
  accounts: z.array(
    z.strictObject({
      id: AccountId,
      owner: z.nullable(owner),
      /** Who said so; null: nobody had. */
      source: z.nullable(ValueOrigin),
    }),
  ),
  tasks: z.array(z.strictObject({ id: z.string(), owner: z.nullable(owner) })),
});
export type Reassigned = z.infer<typeof Reassigned>;

export const ReassignmentDone = z.object({ accounts: count, tasks: count, before: Reassigned });
export type ReassignmentDone = z.infer<typeof ReassignmentDone>;

/** `kept`: accounts of which somebody has said otherwise since. */
export const ReassignmentUndone = z.object({ accounts: count, tasks: count, kept: count });
export type ReassignmentUndone = z.infer<typeof ReassignmentUndone>;
