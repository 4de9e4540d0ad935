import type { AdoptionMatrix } from "../../../lib/model/adoption-matrix.ts";
import type { Feature } from "../../../lib/model/feature.ts";
import type { Segment } from "../../../lib/model/segment.ts";
import { isEntitled } from "../../../lib/signal/world.ts";
import type { Sql } from "../../db/database.ts";
import { readPublished } from "../../documents/published.ts";
import { badRequest } from "../../http/errors.ts";
import { signalsIn } from "../published-signals.ts";
import { byAttribute, bySegments, type Columns, everybodyOnly } from "./columns.ts";
import { type AdoptionPeople, adoptionPeople, type Profile } from "./people.ts";
import { leavesOf, undecidable } from "./segments.ts";

/** An attribute with more values than this groups nobody. */
const MOST_VALUES = 20;

/** Names that have more values among some rows already are not looked for among all, and of those who do not differ in the others one is enough. */
const GROUPING_ATTRIBUTES = ["account", "user"]
  .map(
    (of) => `(WITH many AS (
        SELECT ARRAY(
          SELECT key FROM (SELECT traits FROM ${of}s WHERE workspace_id = $1::uuid LIMIT 500) AS few,
            jsonb_each(traits)
          GROUP BY key HAVING count(DISTINCT value) > ${MOST_VALUES}) AS names)
      SELECT '${of}.' || key AS id
      FROM (SELECT DISTINCT traits - names AS rest FROM many, ${of}s WHERE workspace_id = $1::uuid) r, jsonb_each(rest)
      GROUP BY key HAVING count(DISTINCT value) <= ${MOST_VALUES})`,
  )
  .join(" UNION ALL ");

/** How far the people of each group took up each feature, of those whose plan includes it. */
export async function adoptionMatrix(
  sql: Sql,
  workspace: string,
  { by: wished, now }: { by: string | undefined; now: number },
): Promise<AdoptionMatrix> {
  const published = await readPublished(sql, workspace);
  const features = published.flatMap((one) => (one.kind === "features" ? [one.body] : []));
  const segments = new Map(
    published.flatMap((one) => (one.kind === "segments" ? [[one.id, one.body] as const] : [])),
  );
  const signals = new Map(
    signalsIn(published).flatMap((one) =>
      one.kind === "adoption" ? [[one.feature, one.id] as const] : [],
    ),
  );
  const attributes = await sql.query<{ id: string }>(GROUPING_ATTRIBUTES, [workspace]);
  const groupings = [
    "everybody",
    ...(segments.size > 0 ? ["segments"] : []),
    ...attributes.map(({ id }) => id).sort(),
  ];
  const by = chosen(wished, groupings);
  const decidable = [...segments.values()].filter(({ when }) => !undecidable(when, segments));
  const people = await adoptionPeople(sql, workspace, {
    now,
    features: features.map(({ id }) => id),
    signals,
    wanted: wantedBy(by, by === "segments" ? decidable : [], segments),
  });
  const grouped = groupedBy(by, people, decidable, segments);
  const peopleIn = (column: Columns["columns"][number]) =>
    people.profiles
      .filter(({ profile }) => grouped.has(profile, column))
      .reduce((sum, one) => sum + one.people, 0);
  return {
    by,
    groupings,
    columns: grouped.columns.map((column) => ({ ...column, people: peopleIn(column) })),
    undecided: [...segments.values()].flatMap(({ name, when }) => {
      const condition = undecidable(when, segments);
      return condition === undefined ? [] : [{ name, condition }];
    }),
    features: features.toSorted(byGroup).map((feature) => ({
      feature: feature.id,
      name: feature.name,
      group: feature.group ?? null,
      signal: signals.get(feature.id) ?? null,
      cells: cellsOf(feature, grouped, people),
    })),
  };
}

/** Modules one after the other, features without one at the end. */
function byGroup(a: Feature, b: Feature): number {
  const [one, other] = [a.group ?? "\uffff", b.group ?? "\uffff"];
  return one === other ? (a.name < b.name ? -1 : 1) : one < other ? -1 : 1;
}

function chosen(wished: string | undefined, groupings: readonly string[]): string {
  if (wished === undefined) {
    return ["account.plan", "segments"].find((one) => groupings.includes(one)) ?? "everybody";
  }
  if (groupings.includes(wished)) return wished;
  const allowed = `one of ${groupings.join(", ")}`;
  throw badRequest([{ path: "by", found: JSON.stringify(wished.slice(0, 80)), allowed }]);
}

function groupedBy(
  by: string,
  { profiles }: AdoptionPeople,
  decidable: readonly Segment[],
  segments: ReadonlyMap<string, Segment>,
): Columns {
  if (by === "everybody") return everybodyOnly();
  if (by === "segments") return bySegments(decidable, segments);
  const { of, name } = attributeIn(by);
  return byAttribute(of, name, profiles);
}

function attributeIn(by: string): { of: "user" | "account"; name: string } {
  const at = by.indexOf(".");
  return { of: by.slice(0, at) === "user" ? "user" : "account", name: by.slice(at + 1) };
}

/** What has to be known of people to tell them apart. */
function wantedBy(by: string, looked: readonly Segment[], segments: ReadonlyMap<string, Segment>) {
  const leaves = looked.flatMap(({ when }) => leavesOf(when, segments));
  const named = by === "everybody" || by === "segments" ? [] : [attributeIn(by)];
  const asked = [...leaves.filter((leaf) => leaf.type === "attribute"), ...named];
  const names = (of: "user" | "account") =>
    asked.filter((one) => one.of === of).map(({ name }) => name);
  return {
    user: names("user"),
    account: ["plan", ...names("account")],
    signals: leaves.flatMap((leaf) => (leaf.type === "signal" ? [leaf.signal] : [])),
  };
}

function cellsOf(feature: Feature, { columns, has }: Columns, people: AdoptionPeople) {
  const levels = people.levels.filter((level) => level.feature === feature.id);
  const planOf = ({ account }: Profile) => {
    const plan = account?.plan;
    return plan === undefined ? null : String(plan);
  };
  return columns.map((column) => {
    const counts = (profile: Profile) =>
      isEntitled(feature, planOf(profile)) && has(profile, column);
    const cell = { entitled: 0, tried: 0, adopted: 0, habitual: 0 };
    for (const one of people.profiles) if (counts(one.profile)) cell.entitled += one.people;
    for (const one of levels) {
      if (!counts(one.profile)) continue;
      cell.tried += one.tried;
      cell.adopted += one.adopted;
      cell.habitual += one.habitual;
    }
    return cell;
  });
}
