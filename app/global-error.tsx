"use client";

import "./globals.css";
import { WentWrong } from "@/components/sheets/went-wrong";

/** The last resort, when even the page around all pages failed. It brings its own document. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Something went wrong · Sheetpass</title>
        <main className="grid min-h-dvh place-items-center">
          <WentWrong digest={error.digest} onRetry={() => location.reload()} />
        </main>
      </body>
    </html>
  );
}
