type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** One line of JSON per entry. Never a person's id, an address, a key or the text of a request. */
export interface Log {
  info(message: string, fields?: Fields): void;
  error(message: string, error: unknown, fields?: Fields): void;
}

export function createLog(write: (line: string) => void, clock: () => number): Log {
  const entry = (level: string, message: string, fields: Fields | undefined) =>
    write(JSON.stringify({ time: new Date(clock()).toISOString(), level, message, ...fields }));
  return {
    info: (message, fields) => entry("info", message, fields),
    error: (message, error, fields) => entry("error", message, { ...fields, ...describe(error) }),
  };
}

/**
 * What may be kept of an error. The message of a database error can quote a row, so of those only code and place
 * are told.
 */
function describe(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, table, constraint, routine } = error as Error & Record<string, unknown>;
  const frames = error.stack?.split("\n").filter((line) => line.startsWith("    at ")) ?? [];
  const known = Object.entries({ code, table, constraint, routine }).filter(
    (field): field is [string, string] => typeof field[1] === "string",
  );
  return {
    error: error.name,
    ...(typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? {} : { detail: error.message }),
    ...Object.fromEntries(known),
    stack: frames
      .slice(0, 8)
      .map((line) => line.trim())
      .join(" | "),
  };
}
