import type { Person } from "../store/types";

/** How the API names whoever did something. */
export function miniUser({ name, email }: Person): { name: string; email: string } {
  return { name, email };
}
