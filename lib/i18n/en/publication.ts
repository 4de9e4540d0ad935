/** Environments, review and history of what is published. */
export const publication = {
  "environment.production": "Production",
  "environment.staging": "Staging",
} as const;
