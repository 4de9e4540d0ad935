import * as z from "zod/mini";
import { Environment } from "../../lib/model/environment.ts";
import { Id, Name } from "../../lib/model/primitives.ts";

export const Role = z.enum(["viewer", "author", "admin"]);
export type Role = z.infer<typeof Role>;

export const NewToken = z.strictObject({ name: Name, role: Role });
export const NewWriteKey = z.strictObject({
  name: Name,
  /** Default: "production". */
  environment: z.optional(Environment),
});

/** A write key or token as its list shows it: never the secret itself. */
export const Credential = z.object({
  id: z.uuid(),
  kind: z.enum(["write_key", "token"]),
  name: z.string(),
  role: z.nullable(Role),
  /** Whose bundle it reads; of a token, production. */
  environment: Environment,
  /** Its last characters. */
  hint: z.string(),
  createdAt: z.int(),
  revokedAt: z.nullable(z.int()),
});
export type Credential = z.infer<typeof Credential>;

export const CredentialList = z.object({
  items: z.array(Credential),
  /** The id of the token with which it was asked. */
  own: z.uuid(),
});

/** Told once, when it is made. */
export const NewCredential = z.object({ ...Credential.shape, secret: z.string() });
export type NewCredential = z.infer<typeof NewCredential>;

export const IdentityKey = z.object({
  /** The `kid` of tokens signed with it. */
  id: Id,
  algorithm: z.enum(["HS256", "EdDSA"]),
  createdAt: z.int(),
  /** Of HS256, told once, when it is made. */
  secret: z.optional(z.string()),
});
export type IdentityKey = z.infer<typeof IdentityKey>;

export const IdentityKeyList = z.object({ items: z.array(IdentityKey) });

/** For HS256 the server makes the secret; for EdDSA the private key never leaves the host's back end. */
export const NewIdentityKey = z.discriminatedUnion("algorithm", [
  z.strictObject({ id: Id, algorithm: z.literal("HS256") }),
  z.strictObject({
    id: Id,
    algorithm: z.literal("EdDSA"),
    /** PEM, "-----BEGIN PUBLIC KEY-----". */
    publicKey: z.string().check(z.maxLength(1000)),
  }),
]);
export type NewIdentityKey = z.infer<typeof NewIdentityKey>;
