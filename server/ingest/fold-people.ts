import type { IncomingEvent } from "./event.ts";
import { isoOf } from "./fold.ts";

type Traits = Record<string, string | number | boolean>;

export interface People {
  users: {
    user_id: string;
    account_id: string | null;
    account_at: string | null;
    traits: Traits;
    traits_at: string | null;
    verified: boolean;
    first_at: string;
    last_at: string;
  }[];
  accounts: {
    account_id: string;
    traits: Traits;
    traits_at: string | null;
    first_at: string;
    last_at: string;
  }[];
  devices: {
    device: string;
    user_id: string | null;
    identified_at: string | null;
    /** Everybody who was named on it. */
    users: string[];
    first_at: string;
    last_at: string;
  }[];
}

/** What new events say about users, accounts and devices: one row each, in the order of their ids. */
export function foldPeople(events: readonly IncomingEvent[]): People {
  const inOrder = events.toSorted((a, b) => a.at - b.at || (a.messageId < b.messageId ? -1 : 1));
  return {
    users: group(inOrder, (event) => event.user).map(foldUser),
    accounts: group(inOrder, (event) => event.account).map(foldAccount),
    devices: group(inOrder, (event) => event.device).map(foldDevice),
  };
}

function foldUser([user_id, events]: Group): People["users"][number] {
  const verified = events.filter((event) => event.verified);
  const trusted = verified.length > 0 ? verified : events;
  const account = trusted.findLast((event) => event.account !== null);
  return {
    user_id,
    account_id: account?.account ?? null,
    account_at: account ? isoOf(account.at) : null,
    ...foldTraits(trusted.filter((event) => event.type === "identify")),
    verified: verified.length > 0,
    ...span(events),
  };
}

function foldAccount([account_id, events]: Group): People["accounts"][number] {
  const said = events.filter((event) => event.type === "group");
  return { account_id, ...foldTraits(said), ...span(events) };
}

/** Of two people at the same moment the one whose id comes first: the answer must not depend on the order of arrival. */
function foldDevice([device, events]: Group): People["devices"][number] {
  const named = events.filter((event) => event.user !== null);
  const first = named.reduce<IncomingEvent | undefined>(
    (best, event) =>
      !best || (event.at === best.at && (event.user ?? "") < (best.user ?? "")) ? event : best,
    undefined,
  );
  return {
    device,
    user_id: first?.user ?? null,
    identified_at: first ? isoOf(first.at) : null,
    users: [...new Set(named.flatMap(({ user }) => user ?? []))].sort(),
    ...span(events),
  };
}

function foldTraits(events: readonly IncomingEvent[]): {
  traits: Traits;
  traits_at: string | null;
} {
  const said = events.filter((event) => Object.keys(event.traits).length > 0);
  const last = said.at(-1);
  return {
    traits: Object.assign({}, ...said.map((event) => event.traits)),
    traits_at: last ? isoOf(last.at) : null,
  };
}

function span(events: readonly IncomingEvent[]): { first_at: string; last_at: string } {
  return { first_at: isoOf(events[0]?.at ?? 0), last_at: isoOf(events.at(-1)?.at ?? 0) };
}

type Group = [id: string, events: IncomingEvent[]];

function group(
  events: readonly IncomingEvent[],
  idOf: (event: IncomingEvent) => string | null,
): Group[] {
  const groups = new Map<string, IncomingEvent[]>();
  for (const event of events) {
    const id = idOf(event);
    if (id === null) continue;
    const known = groups.get(id);
    if (known) known.push(event);
    else groups.set(id, [event]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
