/** The oldest browsers that Waymark runs in. */
export const OLDEST = { chrome: "130", firefox: "142" } as const;

/** Their CSS stays as it is written: what is lowered for older ones would not follow a theme's `color-scheme`. */
export const CSS_TARGET = Object.entries(OLDEST).map(([name, version]) => name + version);
