import type { Page } from "@playwright/test";

/** What is typed into test/hosts/pages/secrets or shown by it. */
export interface Secrets {
  name: string;
  email: string;
  password: string;
  card: string;
  /** In two halves, because pages write numbers in pieces. */
  "phone-a": string;
  "phone-b": string;
  phone: string;
  note: string;
  rich: string;
  shadow: string;
  iban: string;
  token: string;
  /** Which choice. */
  country: string;
}

/** Two sets that take the same place in letters of one width. */
export const TWO_SETS: readonly [Secrets, Secrets] = [
  {
    name: "Anna Karenina",
    email: "anna.karenina@corp.test",
    password: "swordfish-1877",
    card: "4111 1111 1111 1111",
    "phone-a": "+7 916 ",
    "phone-b": "123-45-67",
    phone: "+7 916 123-45-67",
    note: "owes 1000 roubles",
    rich: "met at the station",
    shadow: "Yasnaya Polyana 10",
    iban: "DE89 3704 0044 0532 0130 00",
    token: "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    country: "0",
  },
  {
    name: "Pierre Besuch",
    email: "pierre.besuch@bank.test",
    password: "masonlodge1812",
    card: "5500 0000 0000 0004",
    "phone-a": "+4 903 ",
    "phone-b": "987-65-43",
    phone: "+4 903 987-65-43",
    note: "gave 9999 to them",
    rich: "saw it burn in Sep",
    shadow: "Lysye Gory, Smolen",
    iban: "GB29 6016 1331 9268 1904 55",
    token: "pk_test_TYooMQauvdEDq54NiTphI7jx",
    country: "1",
  },
];

/** Opens the page and types what is to be typed. */
export async function enterSecrets(page: Page, origin: string, secrets: Secrets): Promise<void> {
  await page.goto(`${origin}/secrets/index.html#${encodeURIComponent(JSON.stringify(secrets))}`);
  for (const field of await page.locator("[data-secret]").all()) {
    const name = (await field.getAttribute("data-secret")) as keyof Secrets;
    await field.fill(secrets[name]);
  }
}
