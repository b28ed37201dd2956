import { loadSpecification, type Specification } from "../specification.ts";
import { valueOf } from "./cluster.ts";

let loaded: Promise<Specification> | undefined;

/**
 * The specification that comes with the program, read and checked once for all files of a worker: nobody changes it.
 * What reading it refuses has its own tests.
 */
export function testSpecification(): Promise<Specification> {
  loaded ??= loadSpecification().then(valueOf);
  return loaded;
}
