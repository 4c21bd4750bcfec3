import { expect, it } from "vitest";
import { nextTurn } from "./next-turn";

it("runs later, in order, and not what was called off", async () => {
  const ran: number[] = [];
  await new Promise<void>((resolve) => {
    nextTurn(() => ran.push(1));
    const callOff = nextTurn(() => ran.push(2));
    nextTurn(() => {
      ran.push(3);
      resolve();
    });
    callOff();
    expect(ran).toEqual([]);
  });
  expect(ran).toEqual([1, 3]);
});
