/** Days with their uses in one text: a row for many days is there in a fraction of the time that a row a day takes. */
export const LISTED_DAYS = `string_agg(day || ' ' || uses, ',')`;

export function readListed(days: string): { day: string; uses: number }[] {
  return days.split(",").map((told) => {
    const [day = "", uses] = told.split(" ");
    return { day, uses: Number(uses) };
  });
}
