/** What is used of Papa Parse 5. Its published types need those of Node and of a page, which the pure rooms do not know. */
declare module "papaparse" {
  interface Step {
    data: string[];
    /** `index`: in the text, just behind the quotation mark. */
    errors: { index?: number }[];
    /** `cursor`: where the next row begins. */
    meta: { cursor: number };
  }
  const papa: {
    parse(
      text: string,
      config: { delimiter: string; newline: string; step(row: Step): void },
    ): unknown;
    unparse(
      rows: readonly (readonly string[])[],
      config: { quotes(cell: string): boolean; escapeFormulae: boolean },
    ): string;
  };
  // biome-ignore lint/style/noDefaultExport: that is what it exports
  export default papa;
}
