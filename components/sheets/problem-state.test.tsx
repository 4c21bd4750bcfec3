import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ProblemState } from "./problem-state";

const router = {
  refresh() {},
  back() {},
  forward() {},
  push() {},
  replace() {},
  prefetch() {},
} as unknown as NonNullable<ComponentProps<typeof AppRouterContext.Provider>["value"]>;

const htmlOf = (error: ComponentProps<typeof ProblemState>["error"]) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={router}>
      <ProblemState title="The sheet did not open" error={error} />
    </AppRouterContext.Provider>,
  );

const message = "Many people are reading right now. Your turn is in about 8 seconds.";

it("a full line is no error: it says when one's turn is, counts, and has one button to try now", () => {
  const html = htmlOf({ code: "upstream_busy", message, retryAfterSeconds: 8 });
  expect(html).toMatch(new RegExp(`role="status"[^>]*>${message}`));
  // Read out once, not each second.
  expect(html).toMatch(/role="timer"[^>]*>This page tries again by itself in 8 s\./);
  expect(html).not.toContain('role="alert"');
  expect(html.match(/<button/g)).toHaveLength(1);
  expect(html).toContain("Try now");
  expect(html).not.toContain('disabled=""');
});

it("anything else stays an error that waits for the person", () => {
  const html = htmlOf({ code: "upstream_timeout", message: "Smartsheet took too long." });
  expect(html).toContain('role="alert"');
  expect(html).toContain("Try again");
  expect(html).not.toContain("by itself");
});
