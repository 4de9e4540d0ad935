import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { QueryError } from "../console/request.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import type { NewToken, Role, Token, TokensClient } from "./tokens-client.ts";

/** A token in force. */
export interface Access extends Token {
  /** The one with which this console is signed in. */
  isOwn: boolean;
  /** Without it nobody could give or take access any more; the server does not revoke it. */
  isLastAdmin: boolean;
}

export interface TokensModel {
  /** Those in force, by name. Null: only administrators may see them. */
  list: Resource<readonly Access[] | null, QueryError>;
  /** What is under way: a new one, or this one's revocation. */
  busy: ReadonlySignal<"make" | { revoke: string } | null>;
  /** Of the last change. */
  problem: ReadonlySignal<QueryError | null>;
  /** The one that was made last, with its secret, until it is put away. */
  made: ReadonlySignal<NewToken | null>;
  make(name: string, role: Role): Promise<void>;
  revoke(id: string): Promise<void>;
  putAway(): void;
}

export function createTokensModel(client: TokensClient): TokensModel {
  const busy = signal<"make" | { revoke: string } | null>(null);
  const problem = signal<QueryError | null>(null);
  const made = signal<NewToken | null>(null);
  const list = createResource<readonly Access[] | null, QueryError>(async (abort) => {
    const answer = await client.list(abort);
    if (answer.ok) return { ok: true, value: inForce(answer.value.items, answer.value.own) };
    return answer.error.code === "forbidden" ? { ok: true, value: null } : answer;
  });

  /** One thing at a time; what holds now is asked for afterwards. */
  async function act<T>(
    what: NonNullable<typeof busy.value>,
    work: () => Promise<Outcome<T, QueryError>>,
    then: (value: T) => void,
  ): Promise<void> {
    if (busy.peek() !== null) return;
    busy.value = what;
    problem.value = null;
    const answer = await work();
    if (answer.ok) then(answer.value);
    else problem.value = answer.error;
    await list.load();
    busy.value = null;
  }

  return {
    list,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    made: computed(() => made.value),
    make: (name, role) =>
      act(
        "make",
        () => client.make(name, role),
        (token) => {
          made.value = token;
        },
      ),
    revoke: (id) =>
      act(
        { revoke: id },
        () => client.revoke(id),
        () => {
          if (made.peek()?.id === id) made.value = null;
        },
      ),
    putAway() {
      made.value = null;
    },
  };
}

function inForce(tokens: readonly Token[], own: string): Access[] {
  const held = tokens.filter(({ revokedAt }) => revokedAt === null);
  const admins = held.filter(({ role }) => role === "admin").length;
  return held
    .map((token) => ({
      ...token,
      isOwn: token.id === own,
      isLastAdmin: token.role === "admin" && admins === 1,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.createdAt - b.createdAt);
}
