/** Name of the line between an author's panel and the preview in a page. */
export const PREVIEW_LINE = "waymark.preview";
