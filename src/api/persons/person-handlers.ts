import type { BoundHandler } from "../http/handler.ts";
import { findDoublesHandler, listDoublesHandler } from "./find-doubles.ts";
import { joinPersonsHandler, mendNumberHandler, partPersonsHandler } from "./join-persons.ts";
import { readPersonHandler } from "./read-person.ts";
import { readProtectionHandler } from "./read-protection.ts";
import { changePersonHandler, registerPersonHandler } from "./register-person.ts";
import { searchPersonsHandler } from "./search-persons.ts";

/** The handlers of persons: searched, read, registered, changed, joined. */
export const personHandlers: readonly BoundHandler[] = [
  findDoublesHandler,
  listDoublesHandler,
  readPersonHandler,
  readProtectionHandler,
  changePersonHandler,
  registerPersonHandler,
  searchPersonsHandler,
  joinPersonsHandler,
  partPersonsHandler,
  mendNumberHandler,
];
