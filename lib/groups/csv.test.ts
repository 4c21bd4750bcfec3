import { describe, expect, it } from "vitest";
import { attributeTable, memberList } from "./csv";
import { MOST_MEMBERS } from "./schema";

const people = (csv: string) =>
  attributeTable(csv).rows.map(({ email, name, value }) => [email, name, value]);

describe("members from a file", () => {
  it.each([
    ["commas", "e-mail,name\nVik@ACME.test,Vik\nolga@acme.test,Olga\n"],
    ["semicolons", "name;E-Mail\nVik;vik@acme.test\nOlga;olga@acme.test\n"],
    ["tabs", "mail\tname\nvik@acme.test\tVik\nolga@acme.test\tOlga"],
    ["a byte order mark", "\uFEFFEmail\r\nvik@acme.test\r\nolga@acme.test\r\n"],
    ["quotes and blanks", '"email address"\n" vik@acme.test "\n"olga@acme.test"\n'],
    ["doubles", "address\nvik@acme.test\nolga@acme.test\nVIK@acme.test\n"],
  ])("takes a file with %s", (_, csv) => {
    expect(memberList(csv)).toEqual({ members: ["vik@acme.test", "olga@acme.test"], problems: [] });
  });

  it.each([
    ["Vik Viewer"],
    ["vik@acme.test olga@acme.test"],
    ["vïk@acme.test"],
    ["vik@acme.test\u200B"],
    ["<vik@acme.test>"],
    ['""'],
  ])("T09 %j is no address, and its line is named", (cell) => {
    const { problems } = memberList(`e-mail,name\nolga@acme.test,Olga\n${cell},Vik\n`);
    expect(problems).toEqual([{ line: 3, message: expect.stringContaining("not one plain e-mail address") }]);
  });

  it("names every wrong line, in the file's own count", () => {
    const { problems } = memberList("e-mail\nnobody\n\nvik@acme.test\nno one\n");
    expect(problems.map(({ line }) => line)).toEqual([2, 5]);
  });

  it.each([
    ["no column of addresses", "name\nVik\n", 1],
    ["nothing", "", 1],
    ["a row of another width", "e-mail,name\nvik@acme.test\n", 2],
    ["a title twice", "e-mail,E-MAIL\nvik@acme.test,olga@acme.test\n", 1],
  ])("is refused with %s", (_, csv, line) => {
    const { members, problems } = memberList(csv);
    expect(members).toEqual([]);
    expect(problems).toMatchObject([{ line }]);
  });

  it("holds so many members and not one more", () => {
    const lines = Array.from({ length: MOST_MEMBERS + 1 }, (_, n) => `person${n}@acme.test`);
    expect(memberList(["e-mail", ...lines.slice(1)].join("\n")).problems).toEqual([]);
    expect(memberList(["e-mail", ...lines].join("\n")).problems).toHaveLength(1);
  });
});

describe("the table of people from a file", () => {
  it("gives each person what their lines say, blank cells nothing", () => {
    expect(
      people("region;e-mail;cost centre\nNorth;Vik@ACME.test;12\nEast;vik@acme.test;\n;olga@acme.test;7\n"),
    ).toEqual([
      ["vik@acme.test", "region", "North"],
      ["vik@acme.test", "cost centre", "12"],
      ["vik@acme.test", "region", "East"],
      ["olga@acme.test", "cost centre", "7"],
    ]);
  });

  it("says one thing of a person once", () => {
    expect(people("e-mail,a,b\nvik@acme.test,1,2\nvik@acme.test,1,3\n")).toHaveLength(3);
  });

  it.each([
    ["the same line twice", "e-mail,region\nvik@acme.test,North\nVIK@acme.test, North \n", 3, /line 2/],
    ["no attribute", "e-mail\nvik@acme.test\n", 1, /Add a column/],
    ["an address that is none", "e-mail,region\nvik,North\n", 2, /not one plain/],
    ["too long a value", `e-mail,region\nvik@acme.test,${"x".repeat(201)}\n`, 2, /200 characters/],
    ["control characters", "e-mail,region\nvik@acme.test,a\u0007b\n", 2, /control characters/],
    ["too long a title", `e-mail,${"x".repeat(101)}\nvik@acme.test,1\n`, 1, /title/],
    ["no column of addresses", "region,who\nNorth,vik@acme.test\n", 1, /called e-mail/],
  ])("with %s brings nothing at all", (_, csv, line, words) => {
    const { rows, problems } = attributeTable(csv);
    expect(rows).toEqual([]);
    expect(problems).toEqual([{ line, message: expect.stringMatching(words) }]);
  });

  it("keeps names that an object has by itself", () => {
    expect(people("e-mail,__proto__,constructor\nvik@acme.test,1,2\n")).toEqual([
      ["vik@acme.test", "__proto__", "1"],
      ["vik@acme.test", "constructor", "2"],
    ]);
  });
});
