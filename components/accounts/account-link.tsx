import { NO_QUERY, writeAddress } from "../console/address.ts";

/** Leads to the page of an account; `part`: to a part of it. */
export function AccountLink(props: { id: string; name: string | null; part?: "health" }) {
  const { id, name, part } = props;
  const query = part ? { view: part } : NO_QUERY;
  return (
    <a class="link" href={writeAddress({ section: "accounts", id, query })}>
      {name ?? id}
    </a>
  );
}
