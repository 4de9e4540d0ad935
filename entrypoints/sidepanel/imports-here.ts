import type { Imports } from "../../components/author/import-ports.ts";
import { type AuthoringStore, openAuthoring } from "../../lib/store/authoring/database.ts";
import {
  decideTarget,
  draftIds,
  endImport,
  keepImport,
  listImports,
} from "../../lib/store/authoring/imports.ts";

const here = async <T>(work: (store: AuthoringStore) => Promise<T>): Promise<T> => {
  const store = await openAuthoring();
  try {
    return await work(store);
  } finally {
    store.close();
  }
};

/** Imports of the author at this browser. */
export const importsHere: Imports = {
  list: () => here(listImports),
  taken: () => here(draftIds),
  keep: (guide, record) => here((store) => keepImport(store, guide, record)),
  decide: (id, step, change) => here((store) => decideTarget(store, id, step, change, Date.now())),
  end: (id) => here((store) => endImport(store, id)),
};
