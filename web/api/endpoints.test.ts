import { expect, test } from "vitest";
import { routes } from "../../src/contract/routes.ts";
import { endpoints } from "./endpoints.ts";

test("the page knows exactly the routes of the contract, by the same method and path", () => {
  const known = Object.values(endpoints).map((endpoint) => `${endpoint.method} ${endpoint.path}`);
  // What takes a form is called by others than the page.
  const called = routes.filter(({ takesForm }) => takesForm !== true);
  const contract = called.map((route) => `${route.method} ${route.path}`);
  expect(known.toSorted()).toEqual(contract.toSorted());
});
