import type { Metadata } from "next";
import { cookies } from "next/headers";
import { AccountSection } from "@/components/account/account-section";
import { ConnectGuide } from "@/components/account/connect-guide";
import { SignInList } from "@/components/account/sign-in-list";
import { SignOutButton } from "@/components/account/sign-out-button";
import { SmartsheetConnection } from "@/components/account/smartsheet-connection";
import { PageHead } from "@/components/frame/page-head";
import { themeCookie, themeOf } from "@/components/frame/theme";
import { ThemeSwitch } from "@/components/frame/theme-switch";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { loadAccount } from "@/lib/auth/account";
import { requireViewer } from "@/lib/auth/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const viewer = await requireViewer("/account");
  const [account, jar] = await Promise.all([loadAccount(viewer), cookies()]);
  const { isDemo, baseUrl } = services().env;
  return (
    <>
      <PageHead title="Account" actions={<SignOutButton />} />
      <AccountSection title="You" text="As Smartsheet gave it at your last sign-in.">
        <div className="flex items-center gap-3">
          <Avatar name={viewer.name} size="l" />
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-strong">{viewer.name}</span>
              {viewer.role === "admin" ? <Badge>Administrator</Badge> : null}
            </div>
            <div className="truncate text-ink-3">{viewer.email}</div>
          </div>
        </div>
      </AccountSection>
      <AccountSection title="Smartsheet" text="What opens the sheets that are shared with you.">
        <SmartsheetConnection connectedAt={account.connectedAt} />
      </AccountSection>
      <AccountSection title="Theme" text="Kept in this browser.">
        <ThemeSwitch theme={themeOf(jar.get(themeCookie)?.value)} />
      </AccountSection>
      <AccountSection
        title="Sign-ins"
        text="Each ends by itself after 12 hours without use, and after 7 days at the latest."
      >
        <SignInList signIns={account.sessions} />
      </AccountSection>
      {isDemo ? (
        <AccountSection
          id="connect"
          title="Connect Smartsheet"
          text="This is a demo with made-up data. Three steps lead to your own."
        >
          <ConnectGuide callbackUrl={`${baseUrl}/api/auth/callback/smartsheet`} />
        </AccountSection>
      ) : null}
    </>
  );
}
