import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Tour } from "./tour";

/** What is said and attached, then webhooks and events. */
export async function tourTalk(tour: Tour): Promise<void> {
  const sheet = tour.sandbox.store.sheets.find(({ name }) => name === "All column types");
  const row = sheet?.rows[0]?.id;
  const at = `/sheets/${sheet?.id}`;
  const file = { name: "note.txt", type: "text/plain", content: "A note" };
  const talk = await tour.go("POST", `${at}/discussions`, { body: { comment: { text: "About the sheet" } } });
  const onRow = await tour.go("POST", `${at}/rows/${row}/discussions`, {
    body: { comment: { text: "About a row" } },
  });
  const discussion = `${at}/discussions/${talk.result.id}`;
  const comment = await tour.go("POST", `${discussion}/comments`, { body: { text: "And more" } });
  const about = `${at}/comments/${comment.result.id}`;
  await tour.go("POST", `${about}/attachments`, { file });
  await tour.go("GET", `${at}/discussions`, { query: { include: "comments,attachments" } });
  await tour.go("GET", discussion);
  await tour.go("GET", `${discussion}/attachments`);
  await tour.go("GET", `${at}/rows/${row}/discussions`, { query: { include: "comments" } });
  await tour.go("GET", about);
  await tour.go("PUT", about, { body: { text: "And less" } });
  await tour.go("DELETE", about);
  await tour.go("DELETE", discussion);
  await tour.go("GET", `${at}/discussions/${talk.result.id}`, { expects: 404 });
  await tour.go("DELETE", `${at}/discussions/${onRow.result.id}`);

  const attached = await tour.go("POST", `${at}/attachments`, { file });
  const link = { attachmentType: "LINK", name: "Our site", url: "https://www.acme.example/" };
  await tour.go("POST", `${at}/attachments`, { body: link, headers: { "content-type": "application/json" } });
  await tour.go("POST", `${at}/rows/${row}/attachments`, { file });
  const attachment = `${at}/attachments/${attached.result.id}`;
  await tour.go("POST", `${attachment}/versions`, { file });
  await tour.go("GET", `${at}/attachments`);
  await tour.go("GET", `${at}/rows/${row}/attachments`);
  await tour.go("GET", attachment);
  await tour.go("GET", `${attachment}/versions`);
  await tour.go("DELETE", `${attachment}/versions`);
  const second = await tour.go("POST", `${at}/attachments`, { file });
  await tour.go("DELETE", `${at}/attachments/${second.result.id}`);

  const title = sheet?.columns.find(({ type }) => type === "TEXT_NUMBER")?.id;
  const picture = { name: "dot.png", type: "image/png", content: PNG };
  await tour.go("POST", `${at}/rows/${row}/columns/${title}/cellimages`, {
    file: picture,
    query: { altText: "A dot" },
  });
  const withImage = await tour.go("GET", `${at}/rows/${row}`);
  const { image } = withImage.cells.find((cell: { image?: unknown }) => cell.image);
  await tour.go("POST", "/imageurls", {
    body: [{ imageId: image.id, width: 20, height: 20 }, { imageId: "unknown" }],
  });
  await webhooks(tour, String(sheet?.id));
  await tour.go("GET", "/events", {
    as: "ada@acme.test",
    query: { since: "2026-01-01T00:00:00Z", maxCount: "100" },
  });
  await tour.go("POST", "/filteredEvents", {
    as: "ada@acme.test",
    body: { since: "2026-01-01T00:00:00Z", sheetIds: [Number(sheet?.id)] },
  });
}

/** One dot. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function webhooks(tour: Tour, sheet: string): Promise<void> {
  const listener = createServer((request, response) => {
    response.setHeader("Smartsheet-Hook-Response", request.headers["smartsheet-hook-challenge"] ?? "");
    request.resume().on("end", () => response.end());
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  try {
    const made = await tour.go("POST", "/webhooks", {
      body: {
        name: "Tour",
        callbackUrl: `http://127.0.0.1:${port}/hook`,
        scope: "sheet",
        scopeObjectId: Number(sheet),
        events: ["*.*"],
        version: 1,
      },
    });
    const at = `/webhooks/${made.result.id}`;
    await tour.go("PUT", at, { body: { enabled: true } });
    await tour.go("GET", "/webhooks");
    await tour.go("GET", at);
    await tour.go("POST", `${at}/resetSharedSecret`);
    await tour.go("POST", `${at}/resetsharedsecret`);
    await tour.go("DELETE", at);
    await tour.go("GET", at, { expects: 404 });
  } finally {
    listener.close();
  }
}
