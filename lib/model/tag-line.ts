/** Name of the line between an author's panel and the picker in a frame. */
export const TAG_LINE = "waymark.tag";
