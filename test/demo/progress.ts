/** Prints what is being done and how long it took, so that nobody wonders whether it hangs. */
export interface Progress {
  heading(text: string): void;
  line(text: string): void;
  /** Runs one thing; its name goes into the error if it fails. */
  step<T>(name: string, run: () => Promise<T>): Promise<T>;
}

/** The step that failed, with the cause. */
export class StepError extends Error {
  override name = "StepError";
}

export function createProgress(print: (line: string) => void = console.log): Progress {
  return {
    heading: (text) => print(`\n${text}`),
    line: (text) => print(`  ${text}`),
    step: async (name, run) => {
      const start = performance.now();
      const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
      const slow = setTimeout(() => print(`  … ${name}`), 1_500);
      try {
        const value = await run();
        print(`  ✓ ${name}  ${seconds()}`);
        return value;
      } catch (cause) {
        print(`  ✗ ${name}  ${seconds()}`);
        throw cause instanceof StepError ? cause : new StepError(name, { cause });
      } finally {
        clearTimeout(slow);
      }
    },
  };
}
