import { randomInt, randomUUID } from "node:crypto";
import { UUID } from "uuidv7";

/** Of each load. */
const EVENTS = 20_000;
const PEOPLE = 5_000;
const FEATURES = 20;
/** Of the scattered load. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/** A use as it travels. */
export interface Sent {
  type: "track";
  event: "Feature Used";
  messageId: string;
  timestamp: string;
  userId: string;
  anonymousId?: string;
  properties: { feature: string };
  context: {
    groupId: string;
    waymark?: { boot: string; seq: number; host: string; path: string };
  };
}

/** Uses that a device sends together: of one person, seconds apart. */
const SITTING = 5;
/** Different features in a sitting. */
const USED = 3;
/** People of an account. */
const COLLEAGUES = 25;
/** One sitting in so many was on a device that had no network until now. */
const LATE = 20;
const LATE_DAYS = 7;

/**
 * What devices of a company send while it works: nearly everything is of now, a person uses the same few features again
 * and again, ids are in the order of time, and each message says where it comes from.
 */
function everyday(now: number): Sent[] {
  return Array.from({ length: EVENTS / SITTING }, () => sitting(now)).flat();
}

function sitting(now: number): Sent[] {
  const person = randomInt(PEOPLE);
  const account = Math.floor(person / COLLEAGUES);
  const boot = randomUUID();
  const isLate = randomInt(LATE) === 0;
  const began = now - 60_000 - randomInt(isLate ? LATE_DAYS * DAY_MS : 60_000);
  return Array.from({ length: SITTING }, (_, seq) => {
    const at = began + seq * 10_000;
    const waymark = { boot, seq, host: "app.example.com", path: "/flows/:id" };
    return {
      ...use(person, person + (seq % USED)),
      messageId: orderedId(at),
      timestamp: new Date(at).toISOString(),
      anonymousId: `device-${person}`,
      context: { groupId: `account-${account}`, waymark },
    };
  });
}

/** A UUIDv7 of that moment. */
function orderedId(at: number): string {
  const bits = [12, 30, 32].map((count) => randomInt(2 ** count)) as [number, number, number];
  return UUID.fromFieldsV7(at, ...bits).toString();
}

/** The hardest that can come: ids at random, and within a transaction no two events share a person or a row of a rollup. */
function scattered(now: number): Sent[] {
  return Array.from({ length: EVENTS }, (_, at) => ({
    ...use((at * 31) % PEOPLE, at * 17),
    messageId: randomUUID(),
    timestamp: new Date(now - ((at * 7919 * 1000) % (DAYS * DAY_MS))).toISOString(),
    context: { groupId: `account-${(at * 17) % FEATURES}` },
  }));
}

function use(person: number, feature: number) {
  return {
    type: "track" as const,
    event: "Feature Used" as const,
    userId: `user-${person}`,
    properties: { feature: `feature-${feature % FEATURES}` },
  };
}

export const LOADS = { everyday, scattered };
