/** What a figure is held against: the numbers of the design, section "Numbers to hold". */
export type Budget = { atMost: number } | { atLeast: number };

/** One measured number. */
export interface Figure {
  /** Unique within its bench; what follows it over time. */
  name: string;
  value: number;
  unit: string;
  /** Left out for figures that only explain others. */
  budget?: Budget;
}

export interface BenchOptions {
  /** A file of element pairs for the bench "locating". */
  pairs?: string | undefined;
  /** Of the company of the bench "server"; default: a thousand. */
  accounts?: string | undefined;
  /** A folder in which the companies of the bench "server" are made, and stay for the next time. */
  data?: string | undefined;
  /** Engines and parts of the bench "server", with commas between; default: all. */
  only?: string | undefined;
}

export interface Bench {
  name: string;
  /** One line for people: what is measured. */
  title: string;
  /** `say` tells how far it is. */
  run(say: (line: string) => void, options: BenchOptions): Promise<Figure[]>;
}
