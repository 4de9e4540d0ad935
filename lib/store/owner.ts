import type { Environment } from "../model/environment.ts";

/**
 * Whose everything on this device is: a workspace's, and that of its staging apart, because what is done there must not
 * become part of its figures.
 */
export function ownerOf(of: { workspace: string; environment?: Environment | undefined }): string {
  return of.environment === "staging" ? `${of.workspace} staging` : of.workspace;
}
