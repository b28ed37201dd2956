import { z } from "zod";

/** Letters, digits, and what e-mail addresses hold. */
const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]+$/u;

/** A user name as it is given to somebody: small letters, without spaces. */
export const usernameShape = z.string().trim().toLowerCase().regex(USERNAME).max(100);
