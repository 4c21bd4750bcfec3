import { expect, it } from "vitest";
import { FairQueue } from "./fair-queue";

interface Entry {
  person: string;
  weight: number;
  name: string;
}

function queueOf(...names: string[]) {
  const queue = new FairQueue<Entry>();
  for (const name of names) queue.add({ person: name.slice(0, 1), weight: 1, name });
  return queue;
}

function order(queue: FairQueue<Entry>): string {
  const names: string[] = [];
  for (let head = queue.head(); head; head = queue.head()) {
    queue.serve(head);
    names.push(head.name);
  }
  return names.join(" ");
}

it("T19 lets persons take turns, each in the order of their own calls", () => {
  expect(order(queueOf("a1", "a2", "a3", "a4", "b1", "b2", "c1"))).toBe("a1 b1 c1 a2 b2 a3 a4");
});

it("tells how much comes before a call as it then comes about", () => {
  const before = (person: string) => queueOf("a1", "a2", "a3", "b1", "b2", "c1").weightBefore(person);
  for (const person of ["a", "b", "c", "d"]) {
    const queue = queueOf("a1", "a2", "a3", "b1", "b2", "c1", `${person}9`);
    expect(order(queue).split(" ").indexOf(`${person}9`), person).toBe(before(person));
  }
  const moved = queueOf("a1", "a2", "a3", "b1", "b2");
  const first = moved.head();
  if (first) moved.serve(first);
  expect(moved.weightBefore("b")).toBe(4);
  expect(moved.weightBefore("a")).toBe(4);
  expect(moved.weightBefore("d")).toBe(2);
});

it("forgets who gave up", () => {
  const queue = queueOf("a1", "b1");
  const head = queue.head();
  if (head) queue.remove(head);
  expect(queue.waitingOf("a")).toBe(0);
  expect(queue.size).toBe(1);
  expect(queue.head(({ name }) => name === "a1")).toBeUndefined();
  expect(order(queue)).toBe("b1");
});
