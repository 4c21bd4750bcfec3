import { describe, expect, it } from "vitest";
import { MAX_CSV_LINES, readCsv } from "./read-csv";

const table = (text: string | Uint8Array) => {
  const read = readCsv(text);
  return read.ok ? read.value : read.error;
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe("reading CSV", () => {
  it.each([
    [",", "a,b\n1,2\n"],
    [";", "a;b\n1;2\n"],
    ["tab", "a\tb\n1\t2\n"],
    ["CRLF", "a,b\r\n1,2\r\n"],
    ["CR alone", "a,b\r1,2\r"],
    ["no last line end", "a,b\n1,2"],
    ["a byte order mark", "\uFEFFa,b\n1,2"],
    ["quotes", '"a","b"\n"1","2"'],
    ["blanks around titles", " a , b\n1,2"],
    ["empty columns at the right", "a,b,,\n1,2,,\n"],
  ])("takes a file with %s", (_, text) => {
    const wanted = { header: ["a", "b"], rows: [{ line: 2, cells: ["1", "2"] }] };
    expect(table(text)).toEqual(wanted);
    expect(table(bytes(text))).toEqual(wanted);
  });

  it("tells the separator by the header, whatever stands in the cells", () => {
    expect(table("name;amount\nx,y,z;1,5\n")).toMatchObject({ rows: [{ cells: ["x,y,z", "1,5"] }] });
    expect(table('"a;b;c",d\n1,2')).toMatchObject({ header: ["a;b;c", "d"] });
    expect(table("alone\nx;y\n")).toMatchObject({ rows: [{ cells: ["x;y"] }] });
    expect(table("alone\nx|y\n")).toMatchObject({ rows: [{ cells: ["x|y"] }] });
  });

  it("keeps quotes, line ends, blanks and leading zeros in cells as they are", () => {
    expect(table('a,b\n"say ""x""","two\r\nlines"\n 007 ,\n')).toEqual({
      header: ["a", "b"],
      rows: [
        { line: 2, cells: ['say "x"', "two\r\nlines"] },
        { line: 4, cells: [" 007 ", ""] },
      ],
    });
  });

  it("passes over blank lines and counts them", () => {
    expect(table("\n\na,b\n\n1,2\n , \n,\n3,4\n\n")).toEqual({
      header: ["a", "b"],
      rows: [
        { line: 5, cells: ["1", "2"] },
        { line: 8, cells: ["3", "4"] },
      ],
    });
  });

  it("takes a header alone, and no file without one", () => {
    expect(table("a,b\n")).toEqual({ header: ["a", "b"], rows: [] });
    const empty = [{ line: 1, message: "The file is empty." }];
    for (const text of ["", "\n\n", " ", ",,\n", ";;\n;;", "\uFEFF"])
      expect(table(text), JSON.stringify(text)).toEqual(empty);
  });
});

describe("a file that can't be read", () => {
  it("names the lines of rows of another width", () => {
    expect(table('a,b\n"x\ny",2\n1\n1,2\n1,2,3\n')).toEqual([
      { line: 4, message: "This row has 1 cell where the header has 2." },
      { line: 6, message: "This row has 3 cells where the header has 2." },
    ]);
    expect(table("a,b,\n1,2,3\n")).toEqual([
      { line: 2, message: "This row has a value in a column without a title." },
    ]);
  });

  it("names titles that are missing or stand twice", () => {
    expect(table("Email,,email \n1,2,3")).toEqual([
      { line: 1, message: "Column 2 has no title." },
      { line: 1, message: "The title “email” stands twice." },
    ]);
  });

  it("names the row in which a quotation mark is never closed", () => {
    const message = "A quotation mark in this row is never closed.";
    expect(table('a,b\n1,2\n"3,4\n5,6\n')).toEqual([{ line: 3, message }]);
    expect(table('a,b\n1,"2')).toEqual([{ line: 2, message }]);
    expect(table('a,b\n1,2\n"')).toEqual([{ line: 3, message }]);
    expect(table('"a,b\n1,2\n')).toEqual([{ line: 1, message }]);
    expect(table('a\n"end of file"\n')).toMatchObject({ rows: [{ cells: ["end of file"] }] });
  });

  it("holds at most 20,000 lines", () => {
    const lines = (count: number) => `a\n${"x\n".repeat(count - 1)}`;
    const most = table(lines(MAX_CSV_LINES));
    expect("rows" in most && most.rows.length).toBe(19_999);
    expect(table(lines(MAX_CSV_LINES).trimEnd())).toHaveProperty("rows.length", 19_999);
    const problem = [{ line: 20_001, message: "A file holds at most 20,000 lines." }];
    expect(table(lines(MAX_CSV_LINES + 1))).toEqual(problem);
    expect(table(`a\n"${"\n".repeat(MAX_CSV_LINES)}"`)).toEqual(problem);
  });

  it("holds at most 2 MB, counted in bytes", () => {
    const problem = [{ line: 1, message: "A file holds at most 2 MB." }];
    expect(table(`a\n${"é".repeat(1_000_000)}`)).toEqual(problem);
    expect(table(new Uint8Array(2_000_001))).toEqual(problem);
    expect(table(`a\n${"x".repeat(1_999_998)}`)).toHaveProperty("rows.length", 1);
  });

  it("is UTF-8", () => {
    const wanted = [{ line: 1, message: "The file is no UTF-8 text. Save it as “CSV UTF-8” and try again." }];
    expect(table(Uint8Array.from([0x61, 0x0a, 0xe4, 0x0a]))).toEqual(wanted);
    expect(table(Uint8Array.from([0xff, 0xfe, 0x61, 0x00]))).toEqual(wanted);
  });

  it("is told of a hundred problems, not thousands", () => {
    const problems = table(`a,b\n${"1\n".repeat(5_000)}`);
    expect(problems).toHaveLength(100);
  });
});
