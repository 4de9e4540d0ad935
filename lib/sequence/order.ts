import { comparePositions, type OrderedEvent } from "./event.ts";

/**
 * The order in which a pattern sees events (S1). Nobody knows in which order things happened in different documents or
 * on different devices at the same millisecond: there those with the smaller rank come first, as far as each document's
 * own order allows (S18).
 */
export function inOrder(
  events: Iterable<OrderedEvent>,
  rankOf: (feature: string) => number,
): OrderedEvent[] {
  const moments: OrderedEvent[][] = [];
  for (const event of [...events].sort(comparePositions)) {
    const moment = moments.at(-1);
    if (moment?.[0]?.ts === event.ts) moment.push(event);
    else moments.push([event]);
  }
  return moments.flatMap((moment) => merge(moment, rankOf));
}

/** Whether `event` comes behind all events up to `last`, whatever they were. */
export function comesAfter(
  event: OrderedEvent,
  last: Omit<OrderedEvent, "id" | "feature">,
): boolean {
  return event.ts === last.ts
    ? event.boot === last.boot && event.seq > last.seq
    : event.ts > last.ts;
}

/** Events of one moment, each document's in its own order, as `comparePositions` gives them. */
function merge(
  moment: readonly OrderedEvent[],
  rankOf: (feature: string) => number,
): readonly OrderedEvent[] {
  if (moment.length === 1) return moment;
  const left = [...moment];
  return moment.flatMap(() => {
    const heads = left.filter(({ boot }, at) => boot !== left[at - 1]?.boot);
    const next = heads.reduce((best, head) =>
      rankOf(head.feature) < rankOf(best.feature) ? head : best,
    );
    return left.splice(left.indexOf(next), 1);
  });
}
