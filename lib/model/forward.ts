import * as z from "zod/mini";
import { ACCOUNT_NEWS, AccountNewsName } from "./account-news.ts";
import { RULES } from "./rule.ts";

export const ForwardKind = z.enum(["segment", "posthog", "cloudevents", "email"]);

/** Where else the messages of a workspace go. */
export const NewForward = z
  .strictObject({
    kind: ForwardKind,
    /**
     * The whole address that is posted to, such as "https://api.segment.io/v1/batch": R65 of docs/spec/delivery.md. Of
     * e-mail "mailto:ann@example.com,ben@example.com", or "mailto:" where only CSMs get it.
     */
    url: z.string().check(z.maxLength(2000)),
    /** Write key (Segment), project API key (PostHog), bearer token or what signs (CloudEvents). */
    secret: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
    /** CloudEvents: the receiver takes several in one request. Default: one each. */
    batch: z.optional(z.boolean()),
    /** CloudEvents: the secret signs each request instead of standing in it. Without one, one is made and told once. */
    sign: z.optional(z.boolean()),
    /** What goes there: messages and playbooks that name it (default), or only the latter, as always by e-mail. */
    takes: z.optional(z.enum(["all", "playbooks"])),
    /** News about accounts that go there too. */
    changes: z.optional(z.array(AccountNewsName).check(z.maxLength(ACCOUNT_NEWS.length))),
    /** E-mail: also to the account's CSM, where a person or a sync gave their address. */
    toOwner: z.optional(z.boolean()),
  })
  .check((context) => {
    for (const [path, allowed] of faultsOf(context.value)) {
      context.issues.push({ code: "custom", path: [path], message: allowed, input: context.value });
    }
  });
export type NewForward = z.infer<typeof NewForward>;

type Said = Pick<NewForward, "kind" | "url" | "sign" | "takes" | "changes" | "toOwner">;

/** Fields that do not go together, with what is allowed. */
function faultsOf({ kind, url, sign, takes, changes, toOwner }: Said): [string, string][] {
  if (kind !== "email") {
    return [
      ...(sign === true && kind !== "cloudevents"
        ? [["sign", 'false, unless the kind is "cloudevents"'] as [string, string]]
        : []),
      ...(toOwner === true
        ? [["toOwner", 'false, unless the kind is "email"'] as [string, string]]
        : []),
    ];
  }
  const to = recipientsOf(url);
  const isNobody = to?.length === 0 && toOwner !== true;
  const faults: [string, boolean, string][] = [
    ["url", to === null, RULES.recipients],
    ["url", isNobody, RULES.someRecipient],
    ["takes", takes === "all", '"playbooks": what people do is not sent by e-mail'],
    ["changes", (changes ?? []).length > 0, "none by e-mail: let a playbook tell it"],
    ["sign", sign === true, 'false, unless the kind is "cloudevents"'],
  ];
  return faults.flatMap(([path, is, allowed]) => (is ? [[path, allowed]] : []));
}

/** The addresses of a "mailto:" address; null if it is none. */
export function recipientsOf(url: string): string[] | null {
  if (!url.startsWith("mailto:")) return null;
  const to = url
    .slice("mailto:".length)
    .split(",")
    .flatMap((one) => one.trim() || []);
  return to.length <= 20 && to.every((one) => z.email().safeParse(one).success) ? to : null;
}

/** As the list shows it: never the secret itself. */
export const Forward = z.object({
  id: z.string(),
  kind: ForwardKind,
  url: z.string(),
  /** The secret's last characters. */
  hint: z.nullable(z.string()),
  batch: z.boolean(),
  sign: z.boolean(),
  takes: z.enum(["all", "playbooks"]),
  changes: z.array(AccountNewsName),
  toOwner: z.boolean(),
  /** Nothing is sent; what comes waits. */
  paused: z.boolean(),
  createdAt: z.int(),
  waiting: z.int(),
  sent: z.int(),
  /** Refused for good. */
  dropped: z.int(),
  /** Why the last try failed, or the last message was dropped, in words. */
  error: z.nullable(z.string()),
  /** The name of the rule in `RULES` that says so, with what stands in it. */
  rule: z.optional(z.string()),
  params: z.optional(z.record(z.string(), z.string())),
  /** When that was. */
  failedAt: z.nullable(z.int()),
  /** When the next try is due, after a failure. */
  nextAt: z.nullable(z.int()),
  /** What signs, when it was just made: told this once. */
  secret: z.optional(z.string()),
});
export type Forward = z.infer<typeof Forward>;

export const ForwardList = z.object({ items: z.array(Forward) });

/** Whom a playbook may send messages to, for those who write playbooks: neither addresses nor how far they are. */
export const ForwardNames = z.object({
  items: z.array(z.object({ id: z.string(), kind: ForwardKind })),
});
export type ForwardName = z.infer<typeof ForwardNames>["items"][number];

export const ForwardPause = z.strictObject({ paused: z.boolean() });
