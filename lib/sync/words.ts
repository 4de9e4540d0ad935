/** What went wrong, for people: what happened and what mends it. */
export const WORDS = {
  offline: "The server cannot be reached. Waymark tries again by itself.",
  slow: (seconds: number) => `The server did not answer within ${seconds} s.`,
  key:
    "The server does not accept this write key. " +
    "Ask the workspace's administrator for a valid one and connect again.",
  missing: (status: number) =>
    `There is no Waymark server at this address (HTTP ${status}). Check the address and connect again.`,
  busy: (status: number) => `The server is busy or out of order (HTTP ${status}).`,
  refused: (status: number, why: string) =>
    `The server refused this message (HTTP ${status})${why}`,
  garbled: "The server's answer cannot be read.",
  silent: "The server's answer names none of the messages it was sent.",
  strangeKey: (keyId: string) =>
    `What was published is signed with the key "${keyId}", and no key that this device trusts vouches for it: it was replaced ` +
    "while this device was away for long, or because the old one was not safe any more. What is here stays in force. " +
    `If an administrator confirms that "${keyId}" signs (console, Settings), connect again with the same server and write key ` +
    "in Waymark's options; nothing is lost by that.",
  tooLarge: "The message is larger than the server takes.",
} as const;
