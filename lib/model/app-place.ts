/** Language tags and builds are short words: there is no room in them for anything about a person. No schemas here: pages read this. */
export const LANG_PATTERN = /^[A-Za-z0-9-]{1,35}$/;
export const BUILD_PATTERN = /^[\w.+ -]{1,40}$/;
