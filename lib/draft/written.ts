/** Values as people write them into fields, where an empty field leaves something out. */

/** The number that a field says, under the field's name; what is no number becomes NaN, which no schema accepts. */
export function numberOf(field: Record<string, string>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(field).flatMap(([name, text]) =>
      text.trim() === "" ? [] : [[name, Number(text.trim().replace(",", "."))]],
    ),
  );
}

export function absentIfEmpty(field: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(field).filter(([, text]) => text !== ""));
}

/** A number so that `Number` reads the same one again. */
export function writeNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
