import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** Something published that a condition may name. */
export interface Choice {
  id: string;
  name: string;
}

/** What a workspace has published, as far as conditions name it. */
export interface Choices {
  features: readonly Choice[];
  signals: readonly Choice[];
  segments: readonly Choice[];
  guides: readonly Choice[];
  experiments: readonly Choice[];
  /** What can be asked about an account as a whole, where conditions are about accounts and not about people. */
  facts?: readonly Choice[];
}

/** What is published. */
export type ChoiceKind = Exclude<keyof Choices, "facts">;

export const NO_CHOICES: Choices = {
  features: [],
  signals: [],
  segments: [],
  guides: [],
  experiments: [],
};

/** Of the workspace whose guides are edited here. */
export const ChoicesContext = createContext<Choices>(NO_CHOICES);

export function useChoices(): Choices {
  return useContext(ChoicesContext);
}
