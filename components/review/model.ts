import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { MessageError } from "../../lib/message/protocol.ts";
import { type Account, AccountList } from "../../lib/model/account.ts";
import { AccountReview } from "../../lib/model/account-review.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Ask } from "../ports.ts";
import { createResource, type Resource } from "../ui/resource.ts";

type Session = { server: string; token: string } | null;

export interface ReviewPorts {
  ask: Ask;
  fetch: typeof fetch;
  /** The account in the page's address. */
  place: { read(): string | null; write(account: string | null): void };
}

export interface ReviewModel {
  session: Resource<Session, MessageError>;
  account: ReadonlySignal<string | null>;
  /** What is looked for. */
  text: ReadonlySignal<string>;
  found: Resource<Account[], QueryError>;
  review: Resource<AccountReview, QueryError>;
  open(): Promise<void>;
  /** Something changed in the extension: looks whether somebody has signed in meanwhile. */
  recheck(): Promise<void>;
  find(text: string): void;
  choose(account: string | null): void;
}

const NOBODY: QueryError = { code: "unauthorized" };

export function createReviewModel({ ask, fetch, place }: ReviewPorts): ReviewModel {
  const account = signal(place.read());
  const text = signal("");
  const session = createResource<Session, MessageError>(() => ask("console.session", {}));
  const server = () => {
    const own = session.value.peek();
    return own ? createAskServer(own, fetch) : null;
  };
  const found = createResource<Account[], QueryError>(async (abort) => {
    const path = `/v1/accounts?limit=20&sort=name&q=${encodeURIComponent(text.peek().trim())}`;
    const answer = await server()?.(path, AccountList, { signal: abort });
    if (!answer) return { ok: false, error: NOBODY };
    return answer.ok ? { ok: true, value: answer.value.items } : answer;
  });
  const review = createResource<AccountReview, QueryError>(async (abort) => {
    const path = `/v1/query/accounts/${encodeURIComponent(account.peek() ?? "")}/review`;
    const answer = await server()?.(path, AccountReview, { signal: abort });
    return answer ?? { ok: false, error: NOBODY };
  });
  const look = () => (account.peek() === null ? found.load() : review.restart());
  async function open() {
    await session.load();
    if (session.value.peek()) await look();
  }
  return {
    session,
    account: computed(() => account.value),
    text: computed(() => text.value),
    found,
    review,
    open,
    async recheck() {
      if (!session.value.peek()) await open();
    },
    find(wanted) {
      text.value = wanted;
      void found.load();
    },
    choose(chosen) {
      account.value = chosen;
      place.write(chosen);
      void look();
    },
  };
}
