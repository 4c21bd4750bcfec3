import { walkScreens } from "./fixtures/screens";
import { test } from "./fixtures/test";

// A file of its own, so that both themes are walked side by side.
test.use({ story: "screens-dark" });

test("every screen in dark: accessible, and no wider than a phone", async ({
  page,
  newPage,
  server,
  context,
}) => {
  test.setTimeout(480_000);
  await walkScreens("dark", { page, admin: await newPage(), server, context });
});
