import type { SignalDefinition } from "../../lib/model/signal.ts";
import type { Entitlement } from "../../lib/signal/world.ts";
import { at, type Fields, identified, signalled, used, viewed } from "./messages.ts";
import { type InventedPerson, readingOf } from "./population.ts";

const from = ({ user, account }: InventedPerson): Fields => ({
  userId: user,
  anonymousId: `device of ${user}`,
  context: { groupId: account },
});

/** Who people are and what their account is. */
export function introductions(people: readonly InventedPerson[]): Fields[] {
  return people.flatMap((person) => {
    const more = { ...from(person), ...at(person.uses[0]?.ts ?? person.met.at) };
    const group = { ...more, type: "group", groupId: person.account };
    return [identified(person.user, {}, more), { ...group, traits: { plan: person.plan } }];
  });
}

/** Every single use, as devices send it where the workspace lets them. */
export function usesOf(people: readonly InventedPerson[]): Fields[] {
  return people.flatMap((person) =>
    person.uses.map(({ id, feature, ts }) =>
      used(feature, { ...from(person), ...at(ts), messageId: id }),
    ),
  );
}

/** What their devices say of a signal at a moment, as far as there is anything to say. */
export function signalsOf(
  people: readonly InventedPerson[],
  definition: SignalDefinition,
  world: { now: number; features: readonly Entitlement[] },
): Fields[] {
  return people.flatMap((person) => {
    const { value, since, evidence, detail } = readingOf(definition, person, world);
    const isNews = value !== false || Object.keys(detail).length > 0;
    if (!isNews) return [];
    const said = { kind: definition.kind, since, evidence, detail };
    return [signalled(definition.id, value, { ...from(person), ...at(world.now) }, said)];
  });
}

export function exposuresOf(people: readonly InventedPerson[], experiment: string): Fields[] {
  return people.map((person) =>
    viewed(experiment, person.met.arm, { ...from(person), ...at(person.met.at) }),
  );
}
