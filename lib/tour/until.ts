import type { Condition } from "../model/condition.ts";
import type { ElementCondition } from "../model/selector.ts";
import { type Address, matchesUrl } from "../model/url-match.ts";

/** What a running step knows of its surroundings. */
export interface Facts {
  address: Address;
  /** Visible elements that match now. */
  count(selector: string): number;
  /** Visible elements that matched when the step began. */
  before(selector: string): number;
  /** Uses of a feature since the step began. */
  used(feature: string): number;
  signal(signal: string): boolean;
}

/**
 * Whether a condition holds in a running step. Conditions on history and attributes are decided before a guide
 * starts; here they never hold.
 */
export function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.type) {
    case "all":
      return condition.of.every((part) => holds(part, facts));
    case "any":
      return condition.of.some((part) => holds(part, facts));
    case "not":
      return !holds(condition.of, facts);
    case "page":
      return matchesUrl(condition.url, facts.address);
    case "element":
      return elementHolds(condition, facts);
    case "used":
      return facts.used(condition.feature) >= (condition.times ?? 1);
    case "signal":
      return facts.signal(condition.signal) === (condition.is ?? true);
    default:
      return false;
  }
}

function elementHolds({ selector, state, min = 1 }: ElementCondition, facts: Facts): boolean {
  const count = facts.count(selector);
  switch (state) {
    case "present":
      return count >= min;
    case "absent":
      return count === 0;
    case "more":
      return count - facts.before(selector) >= min;
  }
}

/** Selectors whose count at the beginning a condition asks for. */
export function comparedSelectors(condition: Condition): string[] {
  switch (condition.type) {
    case "all":
    case "any":
      return condition.of.flatMap(comparedSelectors);
    case "not":
      return comparedSelectors(condition.of);
    case "element":
      return condition.state === "more" ? [condition.selector] : [];
    default:
      return [];
  }
}
