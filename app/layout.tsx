import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { themeCookie, themeOf } from "@/components/frame/theme";
import { UiProvider } from "@/components/ui/ui-provider";

export const metadata: Metadata = {
  title: { default: "Sheetpass", template: "%s · Sheetpass" },
  description: "A pass to the Smartsheet data you need.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return (
    <html lang="en" data-theme={themeOf(jar.get(themeCookie)?.value)}>
      <body>
        <UiProvider nonce={head.get("x-nonce") ?? undefined}>{children}</UiProvider>
      </body>
    </html>
  );
}
