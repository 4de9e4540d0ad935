import { type ReadonlySignal, signal } from "@preact/signals";
import {
  keyOf,
  NOBODY,
  type PreviewPerson,
  type Supposed,
} from "../../lib/draft/preview-person.ts";
import type { KnownPerson } from "../../lib/model/audience.ts";
import type { Scalar } from "../../lib/model/primitives.ts";

/** As whom a guide is tried. */
export interface PreviewAs {
  person: ReadonlySignal<PreviewPerson>;
  /** Known to the workspace, as whom it can be tried; empty for who is not signed in. */
  people: ReadonlySignal<readonly KnownPerson[]>;
  /** Which of them it is tried as; null: none. */
  known: ReadonlySignal<number | null>;
  be(person: PreviewPerson): void;
  beKnown(at: number): void;
  /** Undefined: it is not known. */
  set(of: "user" | "account", name: string, value: Scalar | undefined): void;
  suppose(condition: Supposed, holds: boolean): void;
  meet(people: readonly KnownPerson[]): void;
}

export function createPreviewAs(onChange: () => void): PreviewAs {
  const person = signal<PreviewPerson>(NOBODY);
  const people = signal<readonly KnownPerson[]>([]);
  const known = signal<number | null>(null);

  const become = (next: PreviewPerson) => {
    person.value = next;
    onChange();
  };
  return {
    person,
    people,
    known,
    be(next) {
      known.value = null;
      become(next);
    },
    beKnown(at) {
      const one = people.peek()[at];
      if (!one) return;
      known.value = at;
      const { traits: user, accountTraits: account, signals } = one;
      const holds = signals.map((id) => ({ type: "signal" as const, signal: id }));
      become({ ...NOBODY, user, account, holds });
    },
    set(of, name, value) {
      const { [name]: _, ...others } = person.peek()[of];
      const next = value === undefined ? others : { ...others, [name]: value };
      become({ ...person.peek(), [of]: next });
    },
    suppose(condition, holds) {
      const others = person.peek().holds.filter((one) => keyOf(one) !== keyOf(condition));
      become({ ...person.peek(), holds: holds ? [...others, condition] : others });
    },
    meet(met) {
      known.value = null;
      people.value = met;
    },
  };
}
