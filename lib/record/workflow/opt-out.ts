/** Parts of a page that are not recorded, as its developers say. */
export const OPT_OUT = "[data-cs-ignore],[data-waymark-ignore]";
