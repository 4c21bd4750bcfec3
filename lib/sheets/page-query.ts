import { z } from "zod";

const digits = z.string().regex(/^[1-9]\d{0,6}$/, "Write a number from 1 on.");

export const DEFAULT_PAGE_SIZE = 1_000;
export const MAX_PAGE_SIZE = 10_000;

/** `?page&pageSize` of the API. Only these: a sort or filter column would be a way to ask about a hidden one (I13). */
export const pageQuery = z
  .strictObject({ page: digits.optional(), pageSize: digits.optional() })
  .transform(({ page, pageSize }, context) => {
    const size = pageSize === undefined ? DEFAULT_PAGE_SIZE : Number(pageSize);
    if (size <= MAX_PAGE_SIZE) return { page: page === undefined ? 1 : Number(page), pageSize: size };
    context.addIssue({
      code: "custom",
      path: ["pageSize"],
      message: `At most ${MAX_PAGE_SIZE} rows a page.`,
    });
    return z.NEVER;
  });
export type PageQuery = z.infer<typeof pageQuery>;
