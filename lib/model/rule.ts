/**
 * What an input has to be, by name, in the words in which the API says it; `{name}` stands for a parameter. The console
 * says each in the person's language.
 */
export const RULES = {
  unknown: "nothing: this field is unknown",
  string: "string",
  number: "number",
  int: "int",
  boolean: "boolean",
  atLeast: "at least {min}",
  atLeastCharacters: "at least {min} characters",
  atLeastEntries: "at least {min} entries",
  atMost: "at most {max}",
  atMostCharacters: "at most {max} characters",
  atMostEntries: "at most {max} entries",
  oneOf: "{choices}",

  day: 'a day of the calendar from 1900 to 2199, such as "2026-11-30"',
  upToToday: "a day up to today, {today}",
  daysOrWeeks: 'a whole number of days or weeks, at most a year, such as "7d"',
  wholeDays: 'whole days, at most {max}, such as "7d"',
  id: "1 to 64 lower-case letters, digits, '.', '_' or '-', beginning with a letter or digit",
  name: "a name without control characters",
  email: "an e-mail address",
  currencyCode: 'an ISO 4217 code of three capitals, such as "EUR"',
  texts: "at least one locale",
  differentStages: "stages whose ids differ",
  differentTemplates: "templates whose ids differ",
  ownId: "an id of its own",
  conditionValue: 'a "value", except with op "exists", which takes none',
  accountFact: "{facts}, custom.NAME or module.NAME",

  feature: "the id of a published feature",
  signal: "the id of a published signal",
  stage: "a stage of the journey: {stages}",
  account: "the id of an account that is known: import accounts first",
  template: "a template of checklists: {templates}",
  target: "the id of a target that is there",
  contractEnd: "a day from the contract's start on, {start}",
  attributes: "at most {max} attributes an account",
  standing: "every stage that an account is in: move these accounts first",
  noMail:
    "another kind, until the server is started with SMTP_URL=smtps://user:password@host and SMTP_FROM=waymark@example.com",
  address:
    "an https: address of a host on the public internet, with port 443 or one from 1024 on, without user name or password; hosts of an own network, and http: there, only if the operator named it in WAYMARK_FORWARD_NETWORKS",
  recipients: '"mailto:" and at most 20 addresses with commas between them',
  someRecipient: 'an address after "mailto:", unless the CSM gets it (toOwner)',

  lastSegment: "nothing: the last segment fits all accounts that no other one fits",
  overMedium: 'at least "medium", which is {medium}',
  overLow: 'at least "low", which is {low}',
  measuredOnce: "something else: it is measured in entry {entry} already",
  moreDays: 'more days than "good", which is {good}',
  otherNumber: 'another number than "good", which is {good}',
  signName: 'a name, because a signal of kind "custom" says nothing without one',
  churnedOnly: 'a day only with the outcome "churned"',
  caseType: '"business", "product" or "client", before there is a plan or an outcome',
  caseCause: "why they may leave, before there is a plan or an outcome",
  planToAvert: "what is to be done, before it is averted",
  planToDo: "what is to be done, before it is done",
  peopleToAvert: "who carries the plan out, before it is averted",
  peopleToDo: "who carries the plan out, before it is done",
  churnNote: "what was learned, for any outcome",

  cellDay: "a day, such as 2026-11-30, 30.11.2026 or 30 Nov 2026",
  cellWhole: "a whole number",
  cellAmount: "an amount, such as 1 250,50 € or 1250.50",
  cellCurrency: "an amount with a currency, or a currency for all",
  cellLevel: "high, medium or low",
  cellYes: "yes or no",
  cellCount: "{count}, as many as there are headings",
  cellQuote: 'cells whose quotation marks are closed: "Blue ""B"" Ltd"',
  accountOnce: "each account once",
  personOnce: "each person once",
  notErased: "people who have not had their data deleted",
  emailNotErased: "addresses of people who have not had their data deleted",
  fileRows: "a line of headings, and a line for each row",
  fileSize: "at most {max}: cut the file in parts",
  fieldOnce: "each field once",
  idColumn: 'one that is "id": how the app names the {whose}',
  oneAmount: "one of the two",
  dateOrder: '"dmy" or "mdy"',

  unanswered: "The target did not answer.",
  connectionRefused: "No connection: nothing listens at this address and port.",
  hostUnknown: "No connection: the name of the host is not known.",
  hostLookup: "No connection: the name of the host could not be looked up.",
  hostUnreachable: "No connection: there is no way to the host.",
  connectionCut: "The connection was cut off before there was an answer.",
  answerLate: "No answer in time.",
  certificateExpired: "No connection: the TLS certificate of the host has expired.",
  certificateName: "No connection: the TLS certificate of the host is for another name.",
  certificateAuthority:
    "No connection: the TLS certificate of the host is not signed by an authority that this server knows.",
  tlsFailed: "No connection: the host does not speak TLS as this server does. Is it https at all?",
  answerNoHttp: "The answer is no HTTP.",
  passwordRefused: "The server refused the user name or password.",
  serverStopped: "This server was stopped before there was an answer.",
  connectionFailed: "The connection failed ({code}).",
  addressRefused:
    "The target's name means an address that nothing is sent to. If it is of your own network, name that in WAYMARK_FORWARD_NETWORKS.",
  messageSize: "The message is larger than the target takes.",
  answered: "The target answered HTTP {status}.",
  mailAnswered: "The mail server answered {status}.",
  nobody:
    "Nobody to write to: the account's CSM is no e-mail address that a person or a sync gave.",
  mailOff: "The server was started without SMTP_URL, so nothing is sent by e-mail.",

  syncOffline: "The server cannot be reached. Waymark tries again by itself.",
  syncSlow: "The server did not answer within {seconds} s.",
  syncKey:
    "The server does not accept this write key. Ask the workspace's administrator for a valid one and connect again.",
  syncMissing:
    "There is no Waymark server at this address (HTTP {status}). Check the address and connect again.",
  syncBusy: "The server is busy or out of order (HTTP {status}).",
  syncRefused: "The server refused this message (HTTP {status}){why}",
  syncGarbled: "The server's answer cannot be read.",
  syncSilent: "The server's answer names none of the messages it was sent.",
  syncStrangeKey:
    'What was published is signed with the key "{key}", and no key that this device trusts vouches for it: it was replaced while this device was away for long, or because the old one was not safe any more. What is here stays in force. If an administrator confirms that "{key}" signs (console, Settings), connect again with the same server and write key in Waymark\'s options; nothing is lost by that.',
  syncTooLarge: "The message is larger than the server takes.",

  databaseAway: "The database does not answer. Try again.",
  failed: "The server failed. Its log says why.",
  role: "This needs a personal token of role {role} or higher.",
  lastAdmin: "This is the last administrator's token. Make another one before it is revoked.",
  caseOpen: "A risk of this account is being handled already: {id}.",
  caseClosed: "This case is closed and stays as it is. Open another one.",
  importUndone: "This import was undone already.",
  signFound: "Waymark found this sign by itself, and ends it when it does not hold any more.",
  playbookRuns: "This playbook runs. Pause it, or ask an administrator.",
  publishedNeed: "Documents published in {environment} need this one.",
  secretElsewhere: "Only what signs can be made here; the key of another system comes from there.",
} as const;
export type RuleName = keyof typeof RULES;

/** A rule, with what stands in its words. */
export interface Rule {
  rule: RuleName;
  params: Readonly<Record<string, string>>;
}

/** The words of a rule. */
export function sayRule(
  rule: RuleName,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return RULES[rule].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Values as JSON, with "or" between them. */
const CHOICES = /^(?:"[^"]*"|-?\d+|true|false|null)(?: or (?:"[^"]*"|-?\d+|true|false|null))*$/;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const PATTERNS = (Object.entries(RULES) as [RuleName, string][])
  .filter(([rule]) => rule !== "oneOf")
  .toSorted(([, a], [, b]) => b.length - a.length)
  .map(([rule, words]) => {
    const parts = words.split(/\{(\w+)\}/);
    const source = parts.map((part, at) => {
      if (at % 2 === 0) return escaped(part);
      return parts.indexOf(part) === at ? `(?<${part}>.*)` : `\\k<${part}>`;
    });
    return { rule, pattern: new RegExp(`^${source.join("")}$`, "s") };
  });

/** Which rule these words are of; null: of none. What `sayRule` said is known again. */
export function ruleOf(words: string): Rule | null {
  for (const { rule, pattern } of PATTERNS) {
    const found = pattern.exec(words);
    if (found) return { rule, params: { ...found.groups } };
  }
  return CHOICES.test(words) ? { rule: "oneOf", params: { choices: words } } : null;
}
