import type { Leaf } from "../../lib/draft/condition-form.ts";
import type { PlainKey } from "../../lib/i18n/messages.ts";
import { ACCOUNT_FACTS } from "../../lib/model/account-fact.ts";
import type { Scalar } from "../../lib/model/primitives.ts";
import type { Choice } from "./condition-names.ts";
import { quote, sayDuration, sayId, type Words } from "./condition-words.ts";
import { sayValue } from "./say-value.ts";

type Attribute = Extract<Leaf, { type: "attribute" }>;

/** What is asked about an account as a whole; null: nothing that an account can answer. */
export function sayOfAccount(leaf: Leaf, words: Words): string | null {
  const { t } = words;
  switch (leaf.type) {
    case "used": {
      const said = { feature: sayId("features", leaf.feature, words), count: leaf.times ?? 1 };
      return leaf.within === undefined
        ? t("fact.used", said)
        : t("fact.usedWithin", { ...said, within: sayDuration(leaf.within, words) });
    }
    case "count": {
      const { op, value: count } = leaf;
      const feature = sayId("features", leaf.feature, words);
      const within = sayDuration(leaf.within, words);
      const isNone = count === 0 && (op === "eq" || op === "lte");
      return isNone
        ? t("fact.unused", { feature, within })
        : t(`fact.count.${op}`, { feature, within, count });
    }
    case "signal": {
      const signal = sayId("signals", leaf.signal, words);
      return t(leaf.is === false ? "fact.noSignal" : "fact.signal", { signal });
    }
    case "attribute":
      return sayAttribute(leaf, words);
    default:
      return null;
  }
}

function sayAttribute({ name, op, value }: Attribute, words: Words): string {
  const { t } = words;
  if (name === "customer" && op === "eq" && typeof value === "boolean") {
    return t(value ? "fact.isCustomer" : "fact.hasLeft");
  }
  const said = sayFact(name, words);
  if (op === "exists") return t("fact.exists", { name: said });
  return t(`fact.${op}`, { name: said, value: sayFactValue(name, value ?? [], words) });
}

/** The name of what is asked. */
export function sayFact(name: string, words: Pick<Words, "t" | "language">): string {
  const { t } = words;
  const fact = ACCOUNT_FACTS.find((one) => one === name);
  if (fact) return t(`fact.name.${fact}`);
  const [kind, ...rest] = name.split(".");
  const own = quote(rest.join("."), words);
  return t(kind === "module" ? "fact.module" : "fact.custom", { name: own });
}

/** Known values by their name, others as they are written. */
function sayFactValue(fact: string, value: NonNullable<Attribute["value"]>, words: Words): string {
  const said = [value].flat().map((one) => nameOfValue(fact, one, words) ?? sayValue(one, words));
  return said.join(", ") || sayValue([], words);
}

const VALUES = {
  healthBand: {
    poor: "fact.value.healthBand.poor",
    fair: "fact.value.healthBand.fair",
    good: "fact.value.healthBand.good",
  },
  risk: {
    low: "fact.value.risk.low",
    medium: "fact.value.risk.medium",
    high: "fact.value.risk.high",
  },
  touchModel: {
    low: "fact.value.touchModel.low",
    medium: "fact.value.touchModel.medium",
    high: "fact.value.touchModel.high",
  },
  churnKind: {
    voluntary: "fact.value.churnKind.voluntary",
    involuntary: "fact.value.churnKind.involuntary",
  },
} as const;
const NAMES: Readonly<Record<string, Readonly<Record<string, PlainKey>>>> = VALUES;

/** Of values that are known beforehand; undefined: it is somebody's own. */
export function nameOfValue(
  fact: string,
  value: Scalar,
  { t }: Pick<Words, "t">,
): string | undefined {
  const key = NAMES[fact]?.[String(value)];
  return key && t(key);
}

/** Everything that can be asked of an account, by its name. */
export function factChoices(words: Pick<Words, "t" | "language">): Choice[] {
  return ACCOUNT_FACTS.map((id) => ({ id, name: sayFact(id, words) }));
}
