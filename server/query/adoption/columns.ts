import type { AdoptionMatrix } from "../../../lib/model/adoption-matrix.ts";
import type { Segment } from "../../../lib/model/segment.ts";
import type { AdoptionPeople, Profile } from "./people.ts";
import { holds } from "./segments.ts";

type Column = Omit<AdoptionMatrix["columns"][number], "people">;

/** Columns of a matrix, and who stands in which: people may stand in several. */
export interface Columns {
  columns: Column[];
  has(profile: Profile, column: Column): boolean;
}

/** Values of an attribute that have a column of their own: the most frequent. */
const MOST_VALUES = 7;

const EVERYBODY: Column = { id: "everybody", type: "everybody", name: "" };

export function everybodyOnly(): Columns {
  return { columns: [EVERYBODY], has: () => true };
}

export function bySegments(
  decidable: readonly Segment[],
  segments: ReadonlyMap<string, Segment>,
): Columns {
  const columns = decidable.map(({ id, name }) => ({ id, type: "segment" as const, name }));
  return {
    columns: [EVERYBODY, ...columns],
    has({ user, account, signals }, { id, type }) {
      const segment = segments.get(id);
      if (type === "everybody" || !segment) return type === "everybody";
      const known = { user: user ?? {}, account: account ?? {}, signals: new Set(signals) };
      return holds(segment.when, known, segments);
    },
  };
}

export function byAttribute(
  of: "user" | "account",
  name: string,
  profiles: AdoptionPeople["profiles"],
): Columns {
  const worth = (profile: Profile) => {
    const traits = profile[of];
    return traits && Object.hasOwn(traits, name) ? String(traits[name]) : null;
  };
  const peopleOf = new Map<string | null, number>();
  for (const { profile, people } of profiles) {
    peopleOf.set(worth(profile), (peopleOf.get(worth(profile)) ?? 0) + people);
  }
  const values = [...peopleOf]
    .flatMap(([value, people]) => (value === null ? [] : [{ value, people }]))
    .sort((a, b) => b.people - a.people || (a.value < b.value ? -1 : 1))
    .map(({ value }) => value);
  const own = new Set(values.slice(0, MOST_VALUES));
  const columns = [...own].map((value) => ({
    id: `=${value}`,
    type: "value" as const,
    name: value,
  }));
  const rest = (type: "other" | "none"): Column => ({ id: type, type, name: "" });
  return {
    columns: [
      EVERYBODY,
      ...columns,
      ...(values.length > own.size ? [rest("other")] : []),
      ...(peopleOf.has(null) ? [rest("none")] : []),
    ],
    has(profile, { type, name: wanted }) {
      const value = worth(profile);
      if (type === "value") return value === wanted;
      if (type === "none") return value === null;
      return type === "everybody" || (value !== null && !own.has(value));
    },
  };
}
