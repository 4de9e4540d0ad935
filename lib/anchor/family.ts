/** Kinds of evidence that go wrong independently of each other. `shape` never counts towards the gate, and `order` only in another language. */
export type Family = "text" | "identity" | "link" | "context" | "order" | "icon" | "shape";

/** Takes one thing that the target had, and how far the candidate agrees, 0 to 1. */
export type Tally = (family: Family, weight: number, similarity: number) => void;
