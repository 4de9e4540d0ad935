/** Takes a document of format n to format n + 1. */
export type Migration = (document: Record<string, unknown>) => Record<string, unknown>;

/**
 * A reader that lifts any older format to the newest. `migrations[n]` leads from format n to n + 1.
 * Input that is no object, or of a format newer than known, is returned as it is: the schema then says what is wrong.
 */
export function createMigrator(newest: number, migrations: Readonly<Record<number, Migration>>) {
  return (input: unknown): unknown => {
    let document = input;
    while (isRecord(document)) {
      const { format } = document;
      if (typeof format !== "number" || format >= newest) break;
      const step = migrations[format];
      if (!step) break;
      document = { ...step(document), format: format + 1 };
    }
    return document;
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
