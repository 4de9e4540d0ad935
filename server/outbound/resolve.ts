import { lookup } from "node:dns/promises";

/** The addresses of a name as this machine knows them; none for one that it does not know now. */
export async function resolveHost(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}
